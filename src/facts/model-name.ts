const LONGEST = 3

/**
 * The words of a model's name, and each run of up to three of them, as a rule names a model: a version may
 * be written on to it, and a vendor or a date may stand beside it. `claude-fable-5-20260501` has `fable 5`.
 */
export function modelWords(name: string): string[] {
  const words = name.toLowerCase().match(/\p{L}+|\d+/gu) ?? []
  return words.flatMap((_, start) =>
    Array.from({ length: Math.min(LONGEST, words.length - start) }, (_unused, more) =>
      words.slice(start, start + more + 1).join(' '),
    ),
  )
}
