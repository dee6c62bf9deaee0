import { editsBetween } from '../screening/distance.ts'
import { eachUnder, hashOf } from '../screening/hash.ts'
import { looseLikeness } from '../screening/loose.ts'
import { editsOf, type Common } from '../screening/mend.ts'
import { WORD_KINDS } from '../screening/name-index.ts'
import { editsAllowed } from '../screening/neighbors.ts'
import type { Searcher } from '../screening/searcher.ts'
import { soundOf } from '../screening/sound.ts'
import type { Token } from '../screening/tokens.ts'
import { LOOSEST, type LooseWords } from './loose-words.ts'
import { likeAtAGlance } from './word-glances.ts'

/** Words up to this length are like others by chance, and are always looked at. */
const SHORT = 3

/**
 * Whether a word is like none of some names, in no way in which `kinOf` and `looseLikeness` hold words to be alike;
 * never yes for a word that is. Nearly all words of parties are.
 */
export function inertIn(
  small: Searcher,
  { beside }: LooseWords,
  isSlip: (word: string) => boolean,
): (token: Token) => boolean {
  const { index, words, lexicon } = small
  const someLike = likeAtAGlance(words)
  const isLegal = words.map((_, id) => WORD_KINDS[index.tokenKinds[id]!] === 'legal')
  return (token) => {
    const { text, surface, kind, bare } = token
    if (kind !== 'word' || bare === true || text !== surface || text.length <= SHORT) return false
    const isLike = someLike(text, Math.max(1, editsAllowed(text.length)), (id) => {
      const other = words[id]!
      // Any word may be a legal form of one letter more, less or other.
      const most = Math.max(
        Math.min(editsAllowed(text.length), editsAllowed(other.length)),
        Number(isLegal[id]!),
      )
      return editsBetween(text, other, most) <= most
    })
    if (isLike || lexicon.spellings.has(text) || isSlip(text)) return false
    if (beside(token).some((id) => looseLikeness(small, token, id, LOOSEST) !== undefined))
      return false
    let isHeard = false
    eachUnder(index.sounds, hashOf(soundOf(text)), () => {
      isHeard = true
    })
    return !isHeard
  }
}

/** Whether a word may be meant for a common one that is a legal form, or a word of the names. */
export function slipsIn({ words, lexicon }: Searcher): (word: string) => boolean {
  const own = new Set(words)
  const common = [...lexicon.phrases.values()].flatMap((phrases) =>
    phrases.flatMap(({ surface, as, kind, words: all }) =>
      all.length === 1 && (kind === 'legal' || own.has(as)) ? [surface] : [],
    ),
  )
  const someLike = likeAtAGlance(common)
  return (word) =>
    someLike(word, editsOf(word), (at) => {
      const most = Math.min(editsOf(word), editsOf(common[at]!))
      return editsBetween(word, common[at]!, most) <= most
    })
}

/** What common words a word may be meant for, asked only where it may be one of these. */
export const rarely = ({ common }: Searcher, isSlip: (word: string) => boolean): Common => ({
  ...common,
  meantBy: (word) => (isSlip(word) ? common.meantBy(word) : []),
})
