import type { Determination } from '../determination.ts'
import type { AboutList, SearchedList } from './bodies.ts'
import type { Book } from './book.ts'
import type { ObjectRef } from './entry.ts'
import { fault } from './faults.ts'

/** The lists that determinations were made by, each by its SHA-256; undefined where one is not at hand. */
export interface ListsAtHand {
  readonly bytes: (digest: string) => Uint8Array | undefined
  readonly about: (digest: string) => AboutList | undefined
}

const NOTHING_KNOWN: AboutList = {
  title: null,
  publisher: null,
  from: null,
  fetched: null,
  entries: null,
}

/** Where each list that the determination names came from. */
export const searchedLists = (
  { basis }: Pick<Determination, 'basis'>,
  { about }: ListsAtHand,
): SearchedList[] =>
  basis.lists.map(({ id, date, sha256 }) => ({
    id,
    date,
    sha256,
    ...(about(sha256) ?? NOTHING_KNOWN),
  }))

/**
 * Keeps the lists that the determination names.
 * @throws Fault (exit 4) where one is not at hand: without it the answer could not be given again.
 */
export function keepLists(
  { objects }: Book,
  { basis }: Pick<Determination, 'basis'>,
  { bytes: bytesOf }: ListsAtHand,
): ObjectRef[] {
  return basis.lists.map(({ id, date, sha256: digest }) => {
    const bytes = objects.has(digest) ? undefined : bytesOf(digest)
    if (bytes !== undefined && objects.put(bytes) !== digest)
      throw fault(
        'other-list',
        `the list ${id} of ${date} is not the one that was searched`,
        'book',
      )
    if (!objects.has(digest))
      throw fault(
        'no-list',
        `the list ${id} of ${date} (${digest}) is not at hand to be kept`,
        'book',
      )
    return { what: 'list', sha256: digest, name: `${id} ${date}` }
  })
}
