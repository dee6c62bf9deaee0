import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DIGEST, sha256 } from './digest.ts'
import { refusing } from './faults.ts'
import { syncFolder, writeWhole } from './files.ts'

/**
 * The files that entries rest on, each under the SHA-256 of its bytes: `objects/ab/abcd...`. The same
 * bytes are kept once, whoever filed them.
 */
export interface Objects {
  /** Keeps bytes and returns their digest. On disk before it returns. */
  put(content: string | Uint8Array): string
  /** The bytes of a digest; undefined where they are gone. Not compared with the digest. */
  get(digest: string): Buffer | undefined
  has(digest: string): boolean
  /** Takes the bytes of a digest away, as a redaction does. */
  remove(digest: string): void
  fileOf(digest: string): string
  /** Every digest that is kept. */
  all(): string[]
}

export function objectsIn(folder: string, aside: string): Objects {
  const fileOf = (digest: string): string => join(folder, digest.slice(0, 2), digest)
  return {
    fileOf,
    put: (content) => {
      const digest = sha256(content)
      // What another process wrote may not have its name on disk yet.
      refusing(folder, () => {
        if (existsSync(fileOf(digest))) syncFolder(dirname(fileOf(digest)))
        else writeWhole(fileOf(digest), content, { aside })
      })
      return digest
    },
    get: (digest) => {
      try {
        return readFileSync(fileOf(digest))
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
        throw error
      }
    },
    remove: (digest) => {
      rmSync(fileOf(digest), { force: true })
      syncFolder(dirname(fileOf(digest)))
    },
    has: (digest) => existsSync(fileOf(digest)),
    all: () => {
      if (!existsSync(folder)) return []
      return readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .map((name) => name.slice(3))
        .filter((name) => DIGEST.test(name))
        .sort()
    },
  }
}
