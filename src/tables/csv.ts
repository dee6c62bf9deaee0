/** One record of a CSV file, and the line on which it begins, from 1. */
export interface CsvRecord {
  readonly cells: readonly string[]
  readonly line: number
}

/** Takes a CSV file piece by piece and gives back the records that each piece completes. */
export interface CsvScanner {
  readonly push: (text: string) => CsvRecord[]
  /** The last record, where the file does not end with a line end; whether a quote was left open. */
  readonly end: () => { readonly records: CsvRecord[]; readonly openQuoteAt?: number }
}

const [QUOTE, CR, LF] = [0x22, 0x0d, 0x0a]

/**
 * A scanner of CSV after RFC 4180: quoted cells may hold separators, line ends and doubled quotes; a byte
 * order mark and empty lines are passed over. A quote inside an unquoted cell is a letter like any other.
 */
export function csvScanner(separator = ','): CsvScanner {
  const SEPARATOR = separator.charCodeAt(0)
  let rest = ''
  let line = 1
  let isFirst = true

  const scan = (text: string, isLast: boolean): { records: CsvRecord[]; openQuoteAt?: number } => {
    let all = rest + text
    if (isFirst && all.length > 0) {
      if (all.codePointAt(0) === 0xfeff) all = all.slice(1)
      isFirst = false
    }
    const records: CsvRecord[] = []
    let at = 0
    let began = 0
    let cells: string[] = []
    let startLine = line
    let lines = 0
    const incomplete = (): { records: CsvRecord[]; openQuoteAt?: number } => {
      rest = all.slice(began)
      line = startLine
      return { records }
    }
    while (at < all.length) {
      if (all.charCodeAt(at) === QUOTE) {
        let close = at + 1
        let cell = ''
        for (;;) {
          const next = all.indexOf('"', close)
          if (next < 0) {
            if (!isLast) return incomplete()
            rest = ''
            return { records, openQuoteAt: startLine + lines }
          }
          if (all.charCodeAt(next + 1) === QUOTE) {
            cell += all.slice(close, next + 1)
            close = next + 2
            continue
          }
          // The quote at the very end of a piece may be the first of two.
          if (next + 1 >= all.length && !isLast) return incomplete()
          cell += all.slice(close, next)
          at = next + 1
          break
        }
        lines += countLines(cell)
        const end = endOf(all, at, SEPARATOR)
        if (end === all.length && !isLast) return incomplete()
        cells.push(cell + all.slice(at, end))
        at = end
      } else {
        const end = endOf(all, at, SEPARATOR)
        if (end === all.length && !isLast) return incomplete()
        cells.push(all.slice(at, end))
        at = end
      }
      const stop = all.charCodeAt(at)
      if (stop === SEPARATOR) {
        at += 1
        if (at === all.length) {
          if (!isLast) return incomplete()
          cells.push('')
        }
        continue
      }
      if (stop === CR && at + 1 === all.length && !isLast) return incomplete()
      at += stop === CR && all.charCodeAt(at + 1) === LF ? 2 : 1
      if (cells.length > 1 || cells[0] !== '') records.push({ cells, line: startLine })
      cells = []
      startLine += lines + 1
      lines = 0
      began = at
    }
    if (cells.length > 0 && (cells.length > 1 || cells[0] !== '')) {
      if (!isLast) return incomplete()
      records.push({ cells, line: startLine })
    }
    rest = ''
    line = startLine
    return { records }
  }
  return { push: (text) => scan(text, false).records, end: () => scan('', true) }
}

function endOf(all: string, from: number, separator: number): number {
  for (let at = from; at < all.length; at++) {
    const code = all.charCodeAt(at)
    if (code === separator || code === CR || code === LF) return at
  }
  return all.length
}

function countLines(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1
  return count
}

/** All records of a CSV text. */
export function csvRecords(
  text: string,
  separator = ',',
): { records: CsvRecord[]; openQuoteAt?: number } {
  const scanner = csvScanner(separator)
  const records = scanner.push(text)
  const { records: last, ...end } = scanner.end()
  for (const record of last) records.push(record)
  return { records, ...end }
}

/** A cell as CSV writes it, quoted where needed. */
export function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/**
 * A cell that no spreadsheet takes for a formula: what begins with `=`, `+`, `-`, `@`, a tab or a line end
 * gets an apostrophe before it.
 */
export const safeCell = (text: string): string =>
  csvCell(/^[=+\-@\t\r\n|%]/.test(text) ? `'${text}` : text)
