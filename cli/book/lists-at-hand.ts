import type { ListsAtHand } from '../../src/book/searched-lists.ts'
import { listBytes } from '../../src/lists/list-bytes.ts'
import type { IndexFile } from '../../src/screening/index-file.ts'

/** The lists of an index, to be kept with what was determined by them. */
export const listsAtHand = (index: IndexFile): ListsAtHand => ({
  bytes: (digest) => listBytes(index, digest),
  about: (digest) => {
    const list = index.meta.lists.find(({ sha256 }) => sha256 === digest)
    if (list === undefined) return undefined
    const { title, law, from, fetched, entries } = list
    return { title, publisher: law?.publisher ?? null, from, fetched: fetched ?? null, entries }
  },
})
