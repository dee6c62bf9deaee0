const WIDTH = 64
const rows = [new Uint8Array(WIDTH + 1), new Uint8Array(WIDTH + 1), new Uint8Array(WIDTH + 1)]

/**
 * Edits between two words, an exchange of neighbors counting as one (optimal string alignment), or
 * `most + 1` where there are more. Words beyond 64 letters are compared by their first 64.
 */
export function editsBetween(a: string, b: string, most: number): number {
  const [n, m] = [Math.min(a.length, WIDTH), Math.min(b.length, WIDTH)]
  if (Math.abs(n - m) > most) return most + 1
  let [before, last, row] = rows as [Uint8Array, Uint8Array, Uint8Array]
  for (let j = 0; j <= m; j++) last[j] = j
  for (let i = 1; i <= n; i++) {
    const letter = a.charCodeAt(i - 1)
    let least = (row[0] = i)
    for (let j = 1; j <= m; j++) {
      const other = b.charCodeAt(j - 1)
      let edits =
        letter === other ? last[j - 1]! : Math.min(last[j - 1]!, last[j]!, row[j - 1]!) + 1
      if (
        i > 1 &&
        j > 1 &&
        letter === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === other &&
        before[j - 2]! + 1 < edits
      )
        edits = before[j - 2]! + 1
      row[j] = edits
      if (edits < least) least = edits
    }
    if (least > most) return most + 1
    ;[before, last, row] = [last, row, before]
  }
  return Math.min(last[m]!, most + 1)
}
