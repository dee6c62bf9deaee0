import { plain, unaccented, unmasked } from './fold.ts'
import type { Lexicon } from './lexicon.ts'
import type { Common } from './mend.ts'
import { tokensOf, type Token } from './tokens.ts'
import { wordsOf } from './words.ts'

/** The tokens of a name in Latin letters; what is glued to a legal form is parted where `common` is given. */
export function latinTokens(name: string, lexicon: Lexicon, common?: Common): Token[] {
  const words = wordsOf(unaccented(unmasked(plain(name))), lexicon)
  return tokensOf(common === undefined ? words : common.part(words), lexicon)
}
