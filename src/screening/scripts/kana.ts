import type { ScriptTables } from '../lexicon.ts'
import { longestOf, segmented } from './segment.ts'

/** Hepburn by row, vowels a i u e o. */
const ROWS: Readonly<Record<string, string>> = {
  あいうえお: 'a i u e o',
  かきくけこ: 'ka ki ku ke ko',
  がぎぐげご: 'ga gi gu ge go',
  さしすせそ: 'sa shi su se so',
  ざじずぜぞ: 'za ji zu ze zo',
  たちつてと: 'ta chi tsu te to',
  だぢづでど: 'da ji zu de do',
  なにぬねの: 'na ni nu ne no',
  はひふへほ: 'ha hi fu he ho',
  ばびぶべぼ: 'ba bi bu be bo',
  ぱぴぷぺぽ: 'pa pi pu pe po',
  まみむめも: 'ma mi mu me mo',
  やゆよ: 'ya yu yo',
  らりるれろ: 'ra ri ru re ro',
  わゐゑをん: 'wa i e o n',
  ゔ: 'vu',
  ぁぃぅぇぉ: 'a i u e o',
}
const KANA = new Map(
  Object.entries(ROWS).flatMap(([letters, sounds]) =>
    sounds.split(' ').map((sound, i) => [letters[i]!, sound] as const),
  ),
)
const SMALL: Readonly<Record<string, string>> = { ゃ: 'ya', ゅ: 'yu', ょ: 'yo' }
const SMALL_VOWELS = new Set('ぁぃぅぇぉ')
const KATAKANA_AHEAD = 0x60

/** Kana as Hepburn without long vowels. */
export function romanizedKana(text: string): string {
  let sounds = ''
  let isDoubled = false
  for (const written of text) {
    const code = written.charCodeAt(0)
    const letter =
      code >= 0x30a1 && code <= 0x30f6 ? String.fromCharCode(code - KATAKANA_AHEAD) : written
    if (letter === 'っ') {
      isDoubled = true
      continue
    }
    const small = SMALL[letter]
    if (small !== undefined) {
      const stem = sounds.replace(/i$/, '')
      sounds = stem + (/(?:sh|ch|j)$/.test(stem) ? small.slice(1) : small)
      continue
    }
    const sound = KANA.get(letter)
    if (sound === undefined) continue
    if (SMALL_VOWELS.has(letter) && /[a-z]$/.test(sounds)) {
      // `ティ` is ti and `ファ` fa: the small vowel takes the place of the one before it.
      sounds = sounds.replace(/[aeiou]$/, '') + sound
      continue
    }
    sounds += (isDoubled ? sound[0] : '') + sound
    isDoubled = false
  }
  return sounds.replace(/ou/g, 'o').replace(/(.)\1(?=[aeiou])/g, '$1$1')
}

/** Foreign words behind kana, about: vowels that Japanese puts between and behind consonants fall out. */
const foreign = (sounds: string): string =>
  sounds
    .replace(/chi/g, 'ti')
    .replace(/tsu/g, 'tu')
    .replace(/shi/g, 'si')
    .replace(/([bdfghkmnprstvz])u(?=[^aeiou]|$)/g, '$1')
    .replace(/([td])o(?=[^aeiou]|$)/g, '$1')

/** What lists may write for a name in kana: words as they are known, others as Japanese and as foreign ones. */
export function fromKana(text: string, { kana }: ScriptTables): string[] {
  const segments = text
    .split(' ')
    .filter((word) => word !== '')
    .flatMap((word) => segmented(word, kana, longestOf(kana)))
  const read = (put: (sounds: string) => string): string =>
    segments.map(({ text: piece, means }) => means ?? put(romanizedKana(piece))).join(' ')
  return [...new Set([read((sounds) => sounds), read(foreign)])]
}
