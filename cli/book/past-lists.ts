import { join } from 'node:path'
import type { Book } from '../../src/book/book.ts'
import { CLEARANCES, deciderOf, readClearances } from '../../src/lists/clearances.ts'
import { builtRegistry, readIndex, storedVersions, storeFolder } from '../../src/lists/store.ts'
import { pastLists, type PastLists, type Searchable } from '../../src/replay/lists.ts'
import { loadRomanizers } from '../../src/screening/romanizers.ts'
import { screenerOf } from '../../src/screening/screen.ts'

/** The lists of then: those of a version that is here, otherwise those that the book keeps. */
export async function pastListsOf(book: Book): Promise<PastLists> {
  const folder = storeFolder(process.env)
  return pastLists(book, {
    versions: function* () {
      for (const { file } of storedVersions(folder)) yield readIndex(file)
    },
    own: () => readIndex(storedVersions(folder).find(({ isBundled }) => isBundled)!.file),
    registry: () => builtRegistry().registry,
    romanizers: await loadRomanizers(),
  })
}

/** A version of the lists, ready to search, with what people have decided of hits up to a day. */
export async function searchableVersion(file: string, today: string): Promise<Searchable> {
  const decisions = readClearances(join(storeFolder(process.env), '..', CLEARANCES))
  return {
    screener: screenerOf(readIndex(file), await loadRomanizers()),
    decide: deciderOf(decisions, today),
  }
}

/** The file of the version that was the last on a day; undefined where every one that is here is later. */
export const versionOn = (day: string): string | undefined =>
  storedVersions(storeFolder(process.env)).findLast(({ id }) => id.slice(0, 10) <= day)?.file
