import { editsBetween } from './distance.ts'
import { lettersOf, mayDiffer } from './glances.ts'
import { eachUnder, hashOf } from './hash.ts'
import { WORD_KINDS } from './name-index.ts'
import { eachNeighbor, editsAllowed } from './neighbors.ts'
import type { How, Kin, Likeness, Searcher } from './searcher.ts'
import { skeletonOf } from './scripts/arabic.ts'
import { soundOf } from './sound.ts'
import type { Token } from './tokens.ts'

/** Words remembered with their kin, a kilobyte or two each; a batch has many names and few words. */
const MOST_KNOWN = 10_000
/** Kin of one word that are followed to names. */
const MOST_KIN = 24
const SPELLING = 0.9
const WORD = WORD_KINDS.indexOf('word')
const PLACE = WORD_KINDS.indexOf('place')
/** Names from which a word is a common one. */
export const COMMON = 20
/** Edits beyond which words that sound alike are seldom one. */
const FAR = 3
const FAR_LESS = 0.15
/** The shorter two words are, the more often they sound alike by chance. */
const soundDegree = (text: string, isKnown: boolean): number =>
  (text.length < 5 ? 0.82 : text.length < 6 ? 0.89 : 0.94) - (isKnown ? 0.08 : 0)

/** The tokens of the lists that a word of a query may mean, best first. */
export function kinOf(searcher: Searcher, token: Token): Kin {
  const { known } = searcher
  const kind = token.bare === true ? 'bare' : token.kind
  const key = kind === 'word' ? token.text : `${kind} ${token.text}`
  const remembered = known.get(key)
  if (remembered !== undefined) return remembered
  const fresh = findKin(searcher, token)
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(key, fresh)
  return fresh
}

const namesWith = ({ index: { postings } }: Searcher, id: number): number =>
  postings.starts[id + 1]! - postings.starts[id]!

function findKin(searcher: Searcher, token: Token): Kin {
  const { index, words, glances, lexicon } = searcher
  const { text } = token
  const likeness = new Map<number, Likeness>()
  const put = (id: number, degree: number, how: How): void => {
    const had = likeness.get(id)
    if (had === undefined || had.degree < degree) likeness.set(id, { degree, how })
  }
  eachUnder(index.neighbors, hashOf(text.slice(0, 7)), (id) => {
    if (words[id] === text) put(id, 1, 'same')
  })
  if (token.kind !== 'word' && token.kind !== 'place') return kin(likeness)
  const own = likeness.keys().next().value
  const isKnown = own !== undefined || lexicon.known.has(text)
  const doubt = !isKnown ? 1 : own !== undefined && namesWith(searcher, own) > COMMON ? 0.62 : 0.82
  for (const other of lexicon.spellings.get(text) ?? []) {
    eachUnder(index.neighbors, hashOf(other.slice(0, 7)), (id) => {
      if (words[id] === other) put(id, text.length < 4 ? 0.8 : SPELLING, 'spelling')
    })
  }
  if (text.length < 3) return kin(likeness)
  const sound = soundOf(text)
  eachUnder(index.sounds, hashOf(sound), (id) => {
    const other = words[id]!
    if (soundOf(other) !== sound) return
    const isFar = editsBetween(text, other, FAR) > FAR
    put(id, soundDegree(text, isKnown) - (isFar ? FAR_LESS : 0), 'sound')
  })
  const most = editsAllowed(text.length)
  const near: number[] = []
  eachNeighbor(index.neighbors, text, most, (id) => near.push(id))
  const letters = lettersOf(text)
  const alike = near.filter((id) => {
    if (index.tokenKinds[id] !== WORD && index.tokenKinds[id] !== PLACE) return false
    glances.look(id)
    return mayDiffer(letters, glances.letters[id]!, most)
  })
  // All are asked for before the first is read letter by letter: words lie far apart in memory.
  const others = alike.map((id) => words[id]!)
  const allowed = others.map((other) => Math.min(most, editsAllowed(other.length)))
  for (let k = 0; k < others.length; k++) {
    const edits = editsBetween(text, others[k]!, allowed[k]!)
    if (edits > allowed[k]! || edits === 0) continue
    const degree = degreeOf(text, others[k]!, edits, doubt)
    put(alike[k]!, degree, edits === 1 ? 'one edit' : 'two edits')
  }
  if (token.bare === true) {
    const skeleton = skeletonOf(text)
    for (const id of searcher.skeletons().get(skeleton) ?? [])
      put(id, skeleton.length < 3 ? 0.7 : 0.85, 'consonants')
  }
  let legal = 0
  for (const { as, kind, word, edits } of isKnown ? [] : searcher.common.meantBy(text)) {
    const degree = degreeOf(text, word, edits, 1)
    if (kind === 'legal') legal = Math.max(legal, degree)
    eachUnder(index.neighbors, hashOf(as.slice(0, 7)), (id) => {
      if (words[id] === as) put(id, degree, edits === 1 ? 'one edit' : 'two edits')
    })
  }
  return kin(likeness, legal)
}

/**
 * How sure two words with so many edits between them are one. A word that lists write themselves is less
 * likely a slip of another, and one that many names have still less: `electric` is not `electronic`.
 */
function degreeOf(text: string, other: string, edits: number, doubt: number): number {
  const length = Math.max(text.length, other.length)
  const raw = 1 - (edits * 0.7 + (edits - 1) * 0.3) / length
  const first = text[0] === other[0] ? 1 : 0.92
  return raw * first * doubt
}

function kin(likeness: ReadonlyMap<number, Likeness>, legalDegree = 0): Kin {
  const ids = [...likeness]
    .sort(([a, one], [b, other]) => other.degree - one.degree || a - b)
    .slice(0, MOST_KIN)
    .map(([id]) => id)
  const best = ids.length === 0 ? 0 : likeness.get(ids[0]!)!.degree
  return { ids, likeness, legal: legalDegree > 0 && legalDegree >= best }
}
