type Step = readonly [pattern: RegExp, put: string]

/**
 * Spellings that romanizations of Arabic, Persian and Cyrillic names use for one sound, in the order in
 * which they are put alike. Vowels fall into three classes, and a run of vowels counts as its first.
 */
const STEPS: readonly Step[] = [
  [/off\b/, 'ov'],
  [/eff\b/, 'ev'],
  [/ee/g, 'i'],
  [/oo|ou/g, 'u'],
  [/(.)\1+/g, '$1'],
  [/tsch|tch|ch|cz/g, 'C'],
  [/shch|sch|sh|sz/g, 'S'],
  [/dzh|zh|dj/g, 'j'],
  [/ph/g, 'f'],
  [/kh/g, 'h'],
  [/gh/g, 'g'],
  [/th/g, 't'],
  [/dh/g, 'd'],
  [/bh/g, 'b'],
  [/ck|q/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/ts|tz/g, 'z'],
  [/ks/g, 'x'],
  [/w/g, 'v'],
  [/[ae]y(?![aeiou])|[ae]i/g, 'a'],
  [/[iyj](?=$|[^aeiouy])/g, 'i'],
  [/([aeiouy])[aeiouyj]+/g, '$1'],
  [/(?<=[aeiouy])h$/, ''],
  [/[ae]/g, 'a'],
  [/[ou]/g, 'u'],
  [/y/g, 'i'],
  [/(.)\1+/g, '$1'],
]

/** How a word sounds, so that `Hussein` and `Husain` are one; a key to look words up by, no spelling. */
export function soundOf(word: string): string {
  let sound = word
  for (const [pattern, put] of STEPS) sound = sound.replace(pattern, put)
  return sound
}
