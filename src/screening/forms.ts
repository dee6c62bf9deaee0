import { hasOtherScript, plain, unaccented, unmasked } from './fold.ts'
import { readingsOf, type ReadingHow } from './latin-readings.ts'
import type { NotComparable } from './not-comparable.ts'
import { fromArabic } from './scripts/arabic.ts'
import { fromCyrillic } from './scripts/cyrillic.ts'
import { fromHan, type Pinyin } from './scripts/han.ts'
import { fromHangul } from './scripts/hangul.ts'
import { fromKana } from './scripts/kana.ts'
import type { Searcher } from './searcher.ts'
import { tokensOf, type Token } from './tokens.ts'
import { MOST_WORDS } from './words.ts'

/** One way to read a name in Latin letters. */
export interface Form {
  readonly how: ReadingHow | 'translated' | 'romanized' | 'approximate'
  /** The script that was read: `Latin`, `Han`. */
  readonly script: string
  readonly text: string
  readonly tokens: readonly Token[]
  /** What is taken from the weighed sum, since the name does not stand so. */
  readonly less: number
}

/** What reads other scripts; loaded only when a name needs it. */
export interface Romanizers {
  readonly pinyin: Pinyin
  /** Any script in ASCII, roughly. */
  readonly ascii: (text: string) => string
}

const ROMANIZED_LESS = 0.25
const APPROXIMATE_LESS = 1
const MOST_FORMS = 8
/** More letters than a listed name has; the rest of a longer name is not compared, and the answer says so. */
const MOST_LETTERS = 600

/** The ways to read a name, and why it can't be compared, or not in full. */
export function formsOf(
  name: string,
  searcher: Searcher,
  romanizers: Romanizers | undefined,
): { forms: Form[]; notComparable: NotComparable[] } {
  const whole = plain(name.slice(0, 2 * MOST_LETTERS))
  const text = unmasked(whole.slice(0, MOST_LETTERS))
  if (!/[\p{L}\p{N}]/u.test(text)) return { forms: [], notComparable: [{ why: 'no-letters' }] }
  const notComparable: NotComparable[] = []
  if (whole.length > MOST_LETTERS || name.length > 2 * MOST_LETTERS)
    notComparable.push({ why: 'too-long', most: `${MOST_LETTERS} letters` })
  const forms: Form[] = []
  const add = (latin: string, how: Form['how'], script: string, less: number): void => {
    for (const reading of readingsOf(unaccented(latin), searcher.lexicon, searcher.common)) {
      const { words } = reading
      if (words.length > MOST_WORDS && !notComparable.some(({ why }) => why === 'too-long'))
        notComparable.push({ why: 'too-long', most: `${MOST_WORDS} words` })
      const all = tokensOf(words.slice(0, MOST_WORDS), searcher.lexicon)
      const tokens =
        script !== 'Arabic'
          ? all
          : all.map((token) => (token.kind === 'word' ? { ...token, bare: true } : token))
      if (tokens.length === 0) continue
      forms.push({
        how: reading.how === 'written' ? how : reading.how,
        script,
        text: words.join(' '),
        tokens,
        less: less + reading.less,
      })
    }
  }
  if (!hasOtherScript(text)) add(text, 'written', 'Latin', 0)
  else readOthers(text, searcher, romanizers, add, notComparable)
  if (forms.length > 0 && forms.every(saysNothing)) notComparable.push({ why: 'says-nothing' })
  return { forms: forms.slice(0, MOST_FORMS), notComparable }
}

/** A name of legal forms and stop words alone could be anybody's. */
const saysNothing = ({ tokens }: Form): boolean =>
  tokens.every(({ kind }) => kind === 'legal' || kind === 'stop')

const SCRIPTS = [
  ['Han', /\p{Script=Han}/u],
  ['Hangul', /\p{Script=Hangul}/u],
  ['kana', /[\p{scx=Hiragana}\p{scx=Katakana}]/u],
  ['Cyrillic', /\p{Script=Cyrillic}/u],
  ['Arabic', /\p{Script=Arabic}/u],
] as const
type Script = (typeof SCRIPTS)[number][0]

function readOthers(
  text: string,
  searcher: Searcher,
  romanizers: Romanizers | undefined,
  add: (latin: string, how: Form['how'], script: string, less: number) => void,
  notComparable: NotComparable[],
): void {
  const latin = text.replace(/[^\P{L}\p{Script=Latin}]/gu, ' ')
  const isMixed = /[a-z]{3}/.test(unaccented(latin))
  const runs = runsOf(text)
  const unread = runs.find(({ script }) => script === 'other')
  if (unread !== undefined || (romanizers === undefined && runs.some(needsHelp)))
    notComparable.push({ why: 'script', script: nameOfScript(unread?.text ?? text) })
  const read = runs.map((run) => formsOfRun(run, searcher, romanizers))
  const count = Math.max(...read.map(({ length }) => length))
  // Japanese names in kanji are read by no rule: what is found is shown, what is not is a question.
  const isJapanese =
    runs.some(({ script }) => script === 'kana') && runs.some(({ script }) => script === 'Han')
  if (isJapanese) notComparable.push({ why: 'script', script: 'Japanese kanji' })
  const script = runs.find(({ script: one }) => one !== 'Latin')?.script ?? 'other'
  for (let k = 0; k < count; k++) {
    const whole = read.map((forms) => forms[Math.min(k, forms.length - 1)] ?? '').join(' ')
    const less = script === 'other' ? APPROXIMATE_LESS : ROMANIZED_LESS
    add(
      whole,
      script === 'other' ? 'approximate' : k === 0 ? 'translated' : 'romanized',
      script,
      less,
    )
  }
  if (isMixed) add(latin, 'written', 'Latin', 0)
}

interface Run {
  readonly script: Script | 'Latin' | 'other'
  readonly text: string
}

const needsHelp = ({ script }: Run): boolean => script === 'Han' || script === 'other'

/** A text cut where its script changes; spaces, digits and signs go with what stands before them. */
function runsOf(text: string): Run[] {
  const runs: { script: Run['script']; text: string }[] = []
  for (const letter of text) {
    const last = runs.at(-1)
    const script = !/\p{L}/u.test(letter)
      ? (last?.script ?? 'Latin')
      : (SCRIPTS.find(([, pattern]) => pattern.test(letter))?.[0] ??
        (/\p{Script=Latin}/u.test(letter) ? 'Latin' : 'other'))
    if (last !== undefined && last.script === script) last.text += letter
    else runs.push({ script, text: letter })
  }
  return runs
}

function formsOfRun(
  { script, text }: Run,
  { lexicon: { tables } }: Searcher,
  romanizers: Romanizers | undefined,
): string[] {
  switch (script) {
    case 'Latin':
      return [text]
    case 'Han':
      return romanizers === undefined ? [] : fromHan(text, tables.scripts, romanizers.pinyin)
    case 'Hangul':
      return fromHangul(text, tables.scripts)
    case 'kana':
      return fromKana(text, tables.scripts)
    case 'Cyrillic':
      return fromCyrillic(text, tables.scripts)
    case 'Arabic':
      return fromArabic(text, tables.scripts)
    case 'other':
      return romanizers === undefined ? [] : [romanizers.ascii(text).toLowerCase()]
  }
}

const NAMED = [
  'Greek',
  'Hebrew',
  'Thai',
  'Devanagari',
  'Georgian',
  'Armenian',
  'Bengali',
  'Tamil',
] as const

function nameOfScript(text: string): string {
  return (
    NAMED.find((name) => new RegExp(`\\p{Script=${name}}`, 'u').test(text)) ??
    'a script that is not read'
  )
}
