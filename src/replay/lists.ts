import type { Book } from '../book/book.ts'
import { fault } from '../book/faults.ts'
import type { Basis, Determination } from '../determination.ts'
import { indexOfKept, type KeptList } from '../lists/kept-index.ts'
import type { Registry } from '../lists/registry.ts'
import type { AnswerOptions } from '../screening/answer.ts'
import type { Romanizers } from '../screening/forms.ts'
import type { IndexFile } from '../screening/index-file.ts'
import { screenerOf, type Screener } from '../screening/screen.ts'

/** Lists in which the names of filed cases are searched again, and what people decided of hits. */
export interface Searchable {
  readonly screener: Screener
  readonly decide: NonNullable<AnswerOptions['decide']>
}

/** The lists on which a determination rests, ready to search; undefined where it rests on none. */
export type PastLists = (determination: ScreenedBy) => Screener | undefined

type ScreenedBy = Pick<Determination, 'screening'> & { readonly basis: Pick<Basis, 'lists'> }

/** What is at hand to make the lists of then searchable. */
export interface AtHand {
  /** Indexes of the versions of the lists that are here, read as they are asked for. */
  readonly versions: () => Iterable<IndexFile>
  /** The index of the package, by whose name tables kept lists are read. */
  readonly own: () => IndexFile
  readonly registry: () => Registry
  readonly romanizers: Romanizers
}

/**
 * The lists of then: a version that is still here where one holds the very same lists, otherwise the
 * lists that the book keeps. Each set is made ready once.
 * @throws Fault (exit 4) where a list is neither here nor in the book.
 */
export function pastLists(book: Book, atHand: AtHand): PastLists {
  const made = new Map<string, Screener>()
  return ({ basis: { lists }, screening }) => {
    if (lists.length === 0) return undefined
    const titles = titlesIn(screening)
    const key = [nameOf(lists), ...titles].join('\n')
    const known = made.get(key)
    if (known !== undefined) return known
    const index = versionWith(nameOf(lists), atHand) ?? titled(keptIn(book, lists, atHand), titles)
    const screener = screenerOf(index, atHand.romanizers)
    made.set(key, screener)
    return screener
  }
}

/** Titles of lists, as hits name them: those of one's own lists stand nowhere else. */
const titlesIn = (screening: Determination['screening']): ReadonlyMap<string, string> =>
  new Map(
    screening.flatMap(({ hits, cleared }) =>
      [...hits, ...cleared].map(({ list, listTitle }) => [list, listTitle] as const),
    ),
  )

const titled = (index: IndexFile, titles: ReadonlyMap<string, string>): IndexFile => ({
  ...index,
  meta: {
    ...index.meta,
    lists: index.meta.lists.map((list) => ({
      ...list,
      title: titles.get(list.code) ?? list.title,
    })),
  },
})

const nameOf = (lists: Basis['lists']): string =>
  lists.map(({ id, date, sha256 }) => `${id} ${date} ${sha256}`).join('\n')

/** The lists of an index, as an answer that rests on them names them. */
export const listsOf = ({ meta }: IndexFile): Basis['lists'] =>
  meta.lists.map(({ code, date, sha256 }) => ({ id: code, date, sha256 }))

export const areSame = (a: Basis['lists'], b: Basis['lists']): boolean => nameOf(a) === nameOf(b)

function versionWith(key: string, { versions }: AtHand): IndexFile | undefined {
  for (const version of versions()) if (nameOf(listsOf(version)) === key) return version
  return undefined
}

function keptIn(book: Book, lists: Basis['lists'], { own, registry }: AtHand): IndexFile {
  const kept = lists.map(({ id, date, sha256 }): KeptList => {
    const bytes = book.objects.get(sha256)
    if (bytes === undefined)
      throw fault(
        'no-list',
        `the list ${id} of ${date} (${sha256}) is gone`,
        book.paths.objects,
        'take it from the backup of the book; `licet book verify` names what else is wrong',
      )
    return { code: id, date, text: bytes.toString('utf8') }
  })
  const made = indexOfKept(kept, own(), registry())
  const changed = made.meta.lists.find(({ sha256 }, i) => sha256 !== lists[i]!.sha256)
  if (changed !== undefined)
    throw fault(
      'other-list',
      `the list ${changed.code} of ${changed.date} was changed`,
      book.paths.objects,
      'take it from the backup of the book',
    )
  return made
}
