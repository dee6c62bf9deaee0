const UNTIDY = /\s\s|[^\S ]/

/** A text with one space where any white space stood, none at its ends; most texts are so already. */
export const tidy = (text: string): string =>
  (UNTIDY.test(text) ? text.replace(/\s+/g, ' ') : text).trim()
