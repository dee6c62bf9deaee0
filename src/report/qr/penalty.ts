/** How badly a masked symbol reads, by the four rules of ISO/IEC 18004, 7.8.3.1. */
export function penalty(modules: readonly (readonly boolean[])[]): number {
  const rows = modules.map((row) => row.map((dark) => (dark ? '1' : '0')).join(''))
  const columns = rows.map((_, c) => rows.map((row) => row[c]).join(''))
  const lines = [...rows, ...columns]
  return (
    lines.reduce((sum, line) => sum + runs(line) + finders(line), 0) + blocks(rows) + balance(rows)
  )
}

/** Five or more alike in a line. */
const runs = (line: string): number =>
  [...line.matchAll(/0{5,}|1{5,}/g)].reduce((sum, [run]) => sum + run.length - 2, 0)

/** What looks like a finder with light beside it. */
const finders = (line: string): number =>
  40 * [...line.matchAll(/(?=10111010000|00001011101)/g)].length

/** Two by two alike. */
function blocks(rows: readonly string[]): number {
  let sum = 0
  for (let r = 1; r < rows.length; r++)
    for (let c = 1; c < rows.length; c++) {
      const one = rows[r]![c]
      if (one === rows[r]![c - 1] && one === rows[r - 1]![c] && one === rows[r - 1]![c - 1])
        sum += 3
    }
  return sum
}

/** How far the share of dark modules is from one half, in steps of five percent. */
function balance(rows: readonly string[]): number {
  const dark = rows.join('').replaceAll('0', '').length
  return Math.floor(Math.abs((dark * 100) / rows.length ** 2 - 50) / 5) * 10
}
