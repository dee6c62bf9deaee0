import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CLEARANCES } from '../../lists/clearances.ts'
import { storedVersions } from '../../lists/store.ts'
import { builtPack } from '../../rules/load.ts'
import type { MeansPlace } from '../means.ts'
import { fetchObject, sha256 } from './objects.ts'
import type { Spec } from './runs.ts'
import type { Server } from './server.ts'

/** What this machine has of its own, and where it may put what it fetches. */
export interface Own {
  /** Folder of downloaded lists. */
  readonly lists: string
  /** A folder that nobody else may write to. */
  readonly scratch: string
}

/**
 * The law and the lists of a run: those of this machine where they have the digests of the run, else what
 * the queue keeps under these digests. @throws Fault (exit 3) where that is something else.
 */
export async function placeFor(
  { pack, lists }: Spec,
  server: Pick<Server, 'run' | 'place'>,
  own: Own,
): Promise<MeansPlace> {
  const packFile = await fileWith(pack, [builtPack()], 'the rule pack', server, own)
  if (lists === undefined) return { pack: packFile, packSha256: pack }
  const versions = storedVersions(own.lists).map(({ file }) => file)
  const index = await fileWith(lists.file, versions, 'the index of the lists', server, own)
  const clearances = join(own.scratch, `decisions-${lists.clearances}`)
  mkdirSync(clearances, { recursive: true })
  if (lists.clearances !== '')
    writeFileSync(
      join(clearances, CLEARANCES),
      await fetchObject(server, lists.clearances, 'the record of decisions about hits'),
    )
  return { pack: packFile, packSha256: pack, lists: { index, sha256: lists.sha256, clearances } }
}

/** A file with these bytes: one of its own, or one that is fetched once. */
async function fileWith(
  digest: string,
  own: readonly string[],
  what: string,
  server: Pick<Server, 'run' | 'place'>,
  { scratch }: Own,
): Promise<string> {
  const fetched = join(scratch, digest)
  const found = [...own, fetched].find(
    (file) => existsSync(file) && sha256(readFileSync(file)) === digest,
  )
  if (found !== undefined) return found
  writeFileSync(fetched, await fetchObject(server, digest, what), { mode: 0o600 })
  return fetched
}
