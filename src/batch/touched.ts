import { changesBetween } from '../lists/diff.ts'
import { namesOf } from '../lists/names.ts'
import { buildIndex, type ListedName } from '../screening/build-index.ts'
import { formsOf, type Romanizers } from '../screening/forms.ts'
import type { IndexFile } from '../screening/index-file.ts'
import type { ListEntry } from '../screening/list-entry.ts'
import { lexiconOf } from '../screening/lexicon.ts'
import { kinOf } from '../screening/kin.ts'
import { screenerOf } from '../screening/screen.ts'
import { searcherOf } from '../screening/searcher.ts'
import { CLOSE, type Party } from './parties.ts'

/** What of a party a change of the lists is held against. */
export type TouchedParty = Pick<Party, 'name' | 'address'>

/** What changed between two versions of the lists, as far as it can touch a party. */
export interface ListChange {
  /** Entries that are new, gone, or other than they were. */
  readonly entries: number
  /** Whether the change may touch a party; never no for one that it does touch. */
  readonly touches: (party: TouchedParty) => boolean
}

/** Share of the entries from which a change is no small one, and every party is touched. */
const MANY = 0.02
/** How far the weight of a word (5 to 11) may move without moving a score by as much as five points. */
const MOVED = 0.05

/**
 * What a change of the lists can touch: parties whose name scores within five points of a hit against an
 * entry as it was or as it is, parties with a word that has become rarer or more common by the change, and
 * parties with an address, whose words a change makes rarer too.
 * Whatever else moves is a thousandth of a weight, which makes no hit of what is not close to one.
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
  const screener = screenerOf(indexOf(entries, newer), romanizers)
  const { searcher } = screener
  const weights = weightsIn(searcher.words, older, newer)
  // Words weigh what they do in the whole lists, so that scores are those of the whole lists, or higher:
  // words that no changed entry has weigh less here, and it is a name's own words that are missed then.
  for (const [id, { weight }] of weights.entries()) searcher.weights[id] = weight
  const least = newer.meta.scoring.bands.review - CLOSE
  return {
    entries: changes.length,
    touches: ({ name, address }) => {
      if (address !== '') return changes.length > 0
      const { forms } = formsOf(name, searcher, romanizers)
      const meetsMoved = forms.some(({ tokens }) =>
        tokens.some((token) => kinOf(searcher, token).ids.some((id) => weights[id]!.moved)),
      )
      return (
        meetsMoved ||
        screener
          .screen({ name }, { least })
          .matches.some(({ score, band }) => band === 'exact' || score >= least)
      )
    },
  }
}

/** An index of some entries, with all else that the lists have. */
function indexOf(entries: readonly ListEntry[], lists: IndexFile): IndexFile {
  const names = entries.flatMap((entry, i) =>
    namesOf(entry).map(({ text, kind }): ListedName => ({ entry: i, text, kind })),
  )
  const texts = entries.map((entry) => Buffer.from(JSON.stringify(entry)))
  const starts = new Uint32Array(texts.length + 1)
  for (const [i, text] of texts.entries()) starts[i + 1] = starts[i]! + text.length
  return {
    ...lists,
    names: buildIndex(names, lexiconOf(lists.meta.tables)),
    entries: { starts, bytes: Buffer.concat(texts), digests: new Uint8Array() },
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
