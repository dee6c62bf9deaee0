import { bodyOf, entriesIn, type Book } from '../book/book.ts'
import type { DeterminationBody } from '../book/bodies.ts'
import type { Basis } from '../determination.ts'
import type { Engine } from '../engine.ts'
import type { IndexFile } from '../screening/index-file.ts'
import { pastEngines } from './again.ts'
import { changesOfPack, type LawChange } from './law-changes.ts'
import { changedLists, type ListChange } from './list-changes.ts'
import { areSame, listsOf, type PastLists } from './lists.ts'

/** What the pack and the lists of now have otherwise than any by which a filed case was judged. */
export function changesSince(
  book: Book,
  engine: Engine,
  now: IndexFile,
  past: PastLists,
): { law: LawChange[]; lists: ListChange[] } {
  const engines = pastEngines(book)
  const filed = entriesIn(book)
    .filter(({ kind }) => kind === 'determination')
    .flatMap((entry) => (bodyOf(book, entry) as DeterminationBody | undefined)?.determination ?? [])
  const packs = new Set(filed.map(({ basis }) => basis.pack.sha256))
  const law = [...packs].flatMap((digest) => changesOfPack(engines(digest, 'en').pack, engine.pack))
  const lists = setsOf(filed.map(({ basis }) => basis.lists)).flatMap((set) => {
    const isNow = areSame(set, listsOf(now))
    const screener = isNow ? undefined : past({ basis: { lists: set }, screening: [] })
    return screener === undefined ? [] : changedLists(screener.file, now).lists
  })
  return { law: once(law), lists: once(lists) }
}

/** Sets of lists, each once. */
const setsOf = (all: readonly Basis['lists'][]): Basis['lists'][] => [
  ...new Map(all.map((lists) => [lists.map(({ sha256 }) => sha256).join(), lists])).values(),
]

const once = <T>(all: readonly T[]): T[] => [
  ...new Map(all.map((one) => [JSON.stringify(one), one])).values(),
]
