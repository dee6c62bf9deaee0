/** Where a record ends, and what is wrong with it where it can't be read as one. */
export interface RecordEnd {
  /** One past its line end. */
  readonly end: number
  readonly fault?: 'unclosed-quote' | 'text-after-quote' | 'too-long'
}

/** What separates cells and lines, and how many cells a row has, where that is known. */
export interface Dialect {
  readonly delimiter: string
  readonly lineEnd: '\n' | '\r'
  readonly width?: number
}

/** Letters that a record may have. What is longer is no row but a broken file, and must not fill memory. */
export const MOST_LETTERS = 4_194_304

const QUOTE = 0x22

/**
 * Finds the ends of CSV records (RFC 4180) one after the other. A quote opens a cell only where the cell
 * begins. A quote that is not closed as it should be costs the line on which it was opened and no more:
 * reading goes on with the next line.
 */
export function recordScanner({ delimiter, lineEnd, width }: Dialect): {
  /** The end of the record that begins there, or undefined where more text is needed. */
  readonly next: (text: string, began: number, isLast: boolean) => RecordEnd | undefined
} {
  const [DELIMITER, LINE_END] = [delimiter.charCodeAt(0), lineEnd.charCodeAt(0)]
  let known = ''
  let quote = -1

  /** The next quote from there on; looked for once, however many records come before it. */
  const quoteFrom = (text: string, from: number): number => {
    if (text !== known) [known, quote] = [text, -1]
    if (quote < from) {
      const found = text.indexOf('"', from)
      quote = found < 0 ? Number.POSITIVE_INFINITY : found
    }
    return quote
  }

  const next = (text: string, began: number, isLast: boolean): RecordEnd | undefined => {
    const found = text.indexOf(lineEnd, began)
    const line = found < 0 ? Number.POSITIVE_INFINITY : found + 1
    if (quoteFrom(text, began) >= line || quote === Number.POSITIVE_INFINITY) {
      if (line !== Number.POSITIVE_INFINITY)
        return line - began > MOST_LETTERS ? { end: line, fault: 'too-long' } : { end: line }
      if (text.length - began > MOST_LETTERS) return { end: text.length, fault: 'too-long' }
      return isLast ? { end: text.length } : undefined
    }
    return quoted(text, began, line, isLast)
  }

  const quoted = (
    text: string,
    began: number,
    line: number,
    isLast: boolean,
  ): RecordEnd | undefined => {
    const more = !isLast && text.length - began <= MOST_LETTERS
    const broken = (fault: 'unclosed-quote' | 'text-after-quote'): RecordEnd =>
      line !== Number.POSITIVE_INFINITY
        ? { end: line, fault }
        : { end: text.length, fault: isLast ? fault : 'too-long' }
    let [at, cells] = [began, 1]
    for (;;) {
      if (text.charCodeAt(at) === QUOTE) {
        const close = closing(text, at + 1)
        if (close < 0 || close - began > MOST_LETTERS)
          return more && close < 0 ? undefined : broken('unclosed-quote')
        // The quote at the very end of a piece may be the first of two.
        if (close + 1 === text.length && !isLast) return more ? undefined : broken('unclosed-quote')
        at = close + 1
        if (text[at] === '\r' && text[at + 1] === '\n') at += 1
        const code = text.charCodeAt(at)
        if (at < text.length && code !== DELIMITER && code !== LINE_END) {
          if (text[at] === '\r' && at + 1 === text.length && more) return undefined
          return broken(at >= line ? 'unclosed-quote' : 'text-after-quote')
        }
      } else {
        while (at < text.length) {
          const code = text.charCodeAt(at)
          if (code === DELIMITER || code === LINE_END) break
          at += 1
        }
      }
      if (at >= text.length) {
        if (more) return undefined
        break
      }
      if (text.charCodeAt(at) === LINE_END) {
        at += 1
        break
      }
      at += 1
      cells += 1
    }
    if (at > line && width !== undefined && cells !== width) return broken('unclosed-quote')
    return at - began > MOST_LETTERS ? { end: at, fault: 'too-long' } : { end: at }
  }

  return { next }
}

/** The quote that closes a cell: the first that is not doubled; -1 where there is none. */
function closing(text: string, from: number): number {
  for (let at = from; ; at += 2) {
    at = text.indexOf('"', at)
    if (at < 0 || text.charCodeAt(at + 1) !== QUOTE) return at
  }
}
