/** A spelling, what is put for it, and the letters without which it can't stand: all of one of these sets. */
type Step = readonly [pattern: RegExp, put: string, needs?: string]

/**
 * Spellings that romanizations of Arabic, Persian and Cyrillic names use for one sound, in the order in
 * which they are put alike. Vowels fall into three classes, and a run of vowels counts as its first.
 */
const STEPS: readonly Step[] = [
  [/off\b/, 'ov', 'of'],
  [/eff\b/, 'ev', 'ef'],
  [/ee/g, 'i', 'e'],
  [/oo|ou/g, 'u', 'o'],
  [/(.)\1+/g, '$1'],
  [/tsch|tch|ch|cz/g, 'C', 'ch cz'],
  [/shch|sch|sh|sz/g, 'S', 'sh sz'],
  [/dzh|zh|dj/g, 'j', 'zh dj'],
  [/ph/g, 'f', 'ph'],
  [/kh/g, 'h', 'kh'],
  [/gh/g, 'g', 'gh'],
  [/th/g, 't', 'th'],
  [/dh/g, 'd', 'dh'],
  [/bh/g, 'b', 'bh'],
  [/ck|q/g, 'k', 'ck q'],
  [/c(?=[eiy])/g, 's', 'c'],
  [/c/g, 'k', 'c'],
  [/ts|tz/g, 'z', 'ts tz'],
  [/ks/g, 'x', 'ks'],
  [/w/g, 'v', 'w'],
  [/[ae]y(?![aeiou])|[ae]i/g, 'a', 'y i'],
  [/[iyj](?=$|[^aeiouy])/g, 'i', 'i y j'],
  [/([aeiouy])[aeiouyj]+/g, '$1'],
  [/(?<=[aeiouy])h$/, '', 'h'],
  [/[ae]/g, 'a', 'e'],
  [/[ou]/g, 'u', 'o'],
  [/y/g, 'i', 'y'],
  [/(.)\1+/g, '$1'],
]

/** The Latin letters of a text as the bits of a number; other letters share them. */
function lettersOf(text: string): number {
  let letters = 0
  for (let i = 0; i < text.length; i++) letters |= 1 << (text.charCodeAt(i) & 31)
  return letters
}

const STEPS_BY_LETTERS = STEPS.map(([pattern, put, needs = '']) => ({
  pattern,
  put,
  needs: needs.split(' ').map(lettersOf),
}))

/** How a word sounds, so that `Hussein` and `Husain` are one; a key to look words up by, no spelling. */
export function soundOf(word: string): string {
  let sound = word
  let letters = lettersOf(word)
  for (const { pattern, put, needs } of STEPS_BY_LETTERS) {
    if (!needs.some((all) => (letters & all) === all)) continue
    const before = sound
    sound = sound.replace(pattern, put)
    if (sound !== before) letters = lettersOf(sound)
  }
  return sound
}
