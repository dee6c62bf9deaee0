import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Build } from '../src/book/bodies.ts'

/** What a folder of sources is: its commit, and its tests. A copy without git has no commit. */
export function sourceState(folder: string): Build {
  // A copy that lies in the repository of another project is no commit of that one.
  const isOwn = git(folder, 'rev-parse', '--show-prefix') === ''
  const commit = isOwn ? git(folder, 'rev-parse', 'HEAD') : null
  const changed = commit === null ? null : git(folder, 'status', '--porcelain', '-uno')
  return {
    commit,
    isModified: changed === null ? null : changed !== '',
    tests: testsDigest(folder),
  }
}

function git(cwd: string, ...args: readonly string[]): string | null {
  const { status, stdout } = spawnSync('git', args, { cwd, encoding: 'utf8' })
  return status === 0 ? stdout.trim() : null
}

/** `find test -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum`; null where there are no tests. */
function testsDigest(folder: string): string | null {
  if (!existsSync(join(folder, 'test'))) return null
  const lines = filesBelow(folder, 'test')
    .sort()
    .map((file) => `${sha256(readFileSync(join(folder, file)))}  ${file}\n`)
  return sha256(lines.join(''))
}

const filesBelow = (folder: string, below: string): string[] =>
  readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const path = `${below}/${entry.name}`
    return entry.isDirectory() ? filesBelow(folder, path) : entry.isFile() ? [path] : []
  })

const sha256 = (bytes: string | Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex')
