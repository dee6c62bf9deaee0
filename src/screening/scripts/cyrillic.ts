import type { ScriptTables } from '../lexicon.ts'

/** Letters of Russian, Ukrainian, Belarusian and the languages of Central Asia, as OFAC and BIS write them. */
const LETTERS: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ґ: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  є: 'ye',
  ж: 'zh',
  з: 'z',
  и: 'i',
  і: 'i',
  ї: 'yi',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ў: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
  ј: 'j',
  љ: 'lj',
  њ: 'nj',
  ћ: 'c',
  ђ: 'dj',
  џ: 'dz',
  ә: 'a',
  ғ: 'gh',
  қ: 'q',
  ң: 'ng',
  ө: 'o',
  ұ: 'u',
  ү: 'u',
  һ: 'h',
}

/** Cyrillic in Latin letters. */
export const romanizedCyrillic = (text: string): string =>
  [...text].map((letter) => LETTERS[letter] ?? letter).join('')

const ENDING =
  /(?:ого|его|ому|ему|ыми|ими|ый|ий|ой|ая|яя|ое|ее|ые|ие|ых|их|ую|ым|им|ами|ями|ов|ев|ей|ом|ем|ах|ях|а|я|о|е|ы|и|у|ю|ь)$/
const SHORTEST_STEM = 4

/** A word without its ending, by which its other cases are known; itself where little would be left. */
function stemOf(word: string): string {
  const stem = word.replace(ENDING, '')
  return stem.length < SHORTEST_STEM ? word : stem
}

const stemsOfTables = new WeakMap<ScriptTables['cyrillic'], ReadonlyMap<string, string>>()

function stemsOf(words: ScriptTables['cyrillic']): ReadonlyMap<string, string> {
  const known = stemsOfTables.get(words)
  if (known !== undefined) return known
  const stems = new Map(Object.entries(words).map(([word, means]) => [stemOf(word), means]))
  stemsOfTables.set(words, stems)
  return stems
}

/** What lists may write for a name in Cyrillic: romanized, and with its common words translated. */
export function fromCyrillic(text: string, { cyrillic }: ScriptTables): string[] {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? []
  const romanized = words.map(romanizedCyrillic).join(' ')
  const meaning = (word: string): string | undefined =>
    cyrillic[word] ?? stemsOf(cyrillic).get(stemOf(word))
  const translated = words.map((word) => meaning(word) ?? romanizedCyrillic(word)).join(' ')
  return [...new Set([romanized, translated])]
}
