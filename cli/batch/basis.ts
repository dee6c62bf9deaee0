import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CLEARANCES } from '../../src/lists/clearances.ts'
import { storeFolder } from '../../src/lists/store.ts'

/** SHA-256 of a file, however large. */
export async function fileDigest(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const bytes of createReadStream(file, { highWaterMark: 1_048_576 }))
    hash.update(bytes as Buffer)
  return hash.digest('hex')
}

/** Folder of the decisions that people made about hits. */
export const clearancesFolder = (): string => join(storeFolder(process.env), '..')

/** The digest of what people have decided about hits; empty where they have decided nothing. */
export function clearancesDigest(): string {
  const file = join(clearancesFolder(), CLEARANCES)
  return existsSync(file) ? createHash('sha256').update(readFileSync(file)).digest('hex') : ''
}
