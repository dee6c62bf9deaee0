/** The middle of some numbers. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b)
  const half = sorted.length >> 1
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2
}

/** Prints rows under a head, numbers to the right. */
export function table(head, rows) {
  const cells = [head, ...rows].map((row) => row.map(String))
  const widths = head.map((_, i) => Math.max(...cells.map((row) => row[i].length)))
  const isNumber = (text) => /^[\d.]+$/.test(text)
  for (const row of cells) {
    const line = row.map((text, i) =>
      isNumber(text) ? text.padStart(widths[i]) : text.padEnd(widths[i]),
    )
    console.log(line.join('  ').trimEnd())
  }
  console.log()
}
