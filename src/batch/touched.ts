import { changesBetween } from '../lists/diff.ts'
import { namesOf } from '../lists/names.ts'
import { buildIndex, type ListedName } from '../screening/build-index.ts'
import { candidatesOf, queryOf, type Query } from '../screening/candidates.ts'
import { formsOf, type Romanizers } from '../screening/forms.ts'
import type { IndexFile } from '../screening/index-file.ts'
import type { ListEntry } from '../screening/list-entry.ts'
import { lexiconOf } from '../screening/lexicon.ts'
import { searcherOf, type Searcher } from '../screening/searcher.ts'

/** What changed between two versions of the lists, as far as it can touch a party. */
export interface ListChange {
  /** Entries that are new, gone, or other than they were. */
  readonly entries: number
  /** Whether the change may touch a party of this name; never no for one that it does touch. */
  readonly touches: (name: string) => boolean
}

/** Share of the entries from which a change is no small one, and every party is touched. */
const MANY = 0.02
/**
 * Share of a listed name, by the weight of its words, that a name must meet for it to come close to a hit.
 * Of 6,900 names against the whole list none that met less than 0.36 came within five points of one.
 */
const LEAST_MET = 0.25
/** How far the weight of a word (5 to 11) may move without moving a score by as much as five points. */
const MOVED = 0.05

/**
 * What a change of the lists can touch: parties whose name meets a name of a changed entry in more than
 * common words, and parties with a word that has become much rarer or more common by it. Whatever else
 * moves is a thousandth of a weight, which makes no hit of what is not close to one.
 */
export function changeBetween(
  older: IndexFile,
  newer: IndexFile,
  romanizers: Romanizers,
): ListChange {
  const changes = changesBetween(older, newer)
  const isOther =
    JSON.stringify([older.meta.tables, older.meta.scoring]) !==
    JSON.stringify([newer.meta.tables, newer.meta.scoring])
  if (isOther || changes.length > MANY * (newer.entries.starts.length - 1))
    return { entries: changes.length, touches: () => true }
  const entries = changes.flatMap(({ before, after }) =>
    [before, after].filter((entry): entry is ListEntry => entry !== undefined),
  )
  const names = entries.flatMap((entry, i) =>
    namesOf(entry).map(({ text, kind }): ListedName => ({ entry: i, text, kind })),
  )
  const lexicon = lexiconOf(newer.meta.tables)
  const searcher = searcherOf(buildIndex(names, lexicon), lexicon)
  const weights = weightsIn(searcher.words, older, newer)
  return {
    entries: changes.length,
    touches: (name) =>
      formsOf(name, searcher, romanizers).forms.some(({ tokens }) =>
        meets(searcher, queryOf(searcher, tokens), weights),
      ),
  }
}

interface Weight {
  readonly weight: number
  /** Whether the change itself has moved it. */
  readonly moved: boolean
}

/** What words weigh in the whole lists, and whether that has changed. */
function weightsIn(words: readonly string[], older: IndexFile, newer: IndexFile): Weight[] {
  const lexicon = lexiconOf(newer.meta.tables)
  const [then, now] = [older, newer].map((file) => {
    const all = searcherOf(file.names, lexicon)
    return new Map(all.words.map((word, id) => [word, all.weights[id]!]))
  }) as [Map<string, number>, Map<string, number>]
  return words.map((word) => {
    const [before, after] = [then.get(word), now.get(word)]
    const moved = Math.abs((before ?? 0) - (after ?? 0)) > MOVED
    return { weight: after ?? before ?? 0, moved }
  })
}

function meets(searcher: Searcher, query: Query, weights: readonly Weight[]): boolean {
  const met = new Set(query.kin.flatMap(({ ids }) => ids))
  for (const id of met) if (weights[id]!.moved) return true
  const { starts, items } = searcher.index.tokensOf
  return candidatesOf(searcher, query).some((name) => {
    let [share, whole] = [0, 0]
    for (let at = starts[name]!; at < starts[name + 1]!; at++) {
      const { weight } = weights[items[at]!]!
      whole += weight
      if (met.has(items[at]!)) share += weight
    }
    // A name that is no candidate by its words is one by words written as one.
    return share === 0 || share >= LEAST_MET * whole
  })
}
