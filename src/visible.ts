/** Spaces and line ends of every kind, which become one plain space. */
const SPACES = /[\t\n\v\f\r\u0085\p{Zs}\p{Zl}\p{Zp}]+/gu

/**
 * What a reader could not see or what could act on the reader's screen: control and escape characters,
 * bidirectional overrides, zero-width and private characters, halves of a surrogate pair.
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Default_Ignorable_Code_Point}]/gu

/** Text of others made safe to show on one line: spaces are plain, and the unseen is written `<U+202E>`. */
export function visible(text: string): string {
  return text.replace(SPACES, ' ').replace(UNSEEN, (char) => `<${codePoint(char)}>`)
}

/** `U+202E` */
export function codePoint(char: string): string {
  const hex = (char.codePointAt(0) ?? 0).toString(16).toUpperCase()
  return `U+${hex.padStart(4, '0')}`
}
