/** Letters by which longer words are compared. */
export const WIDTH = 64
const rows = [new Uint8Array(WIDTH + 1), new Uint8Array(WIDTH + 1), new Uint8Array(WIDTH + 1)]

/** Letters of a word that fit into the bits of a number, and letters that such words are made of. */
const BITS = 31
const ASCII = 128

/**
 * Edits between two words, an exchange of neighbors counting as one (optimal string alignment), or
 * `most + 1` where there are more. Words beyond 64 letters are compared by their first 64.
 */
export function editsBetween(a: string, b: string, most: number): number {
  const [n, m] = [Math.min(a.length, WIDTH), Math.min(b.length, WIDTH)]
  if (Math.abs(n - m) > most) return most + 1
  const edits = n === 0 || n > BITS ? undefined : editsByBits(a, b, m)
  return Math.min(edits ?? editsByRows(a, b, n, m, most), most + 1)
}

/** Where each letter stands in the word that is compared, a bit for each place. */
const places = new Int32Array(ASCII)

/**
 * The edits, a column of the table of all prefixes at once, since neighbors in it differ by one at most: Hyyro, A
 * bit-vector algorithm for computing Levenshtein and Damerau edit distances (2003). Undefined for letters beyond
 * ASCII.
 */
function editsByBits(a: string, b: string, m: number): number | undefined {
  let seen = 0
  for (let i = 0; i < a.length; i++) {
    const code = a.charCodeAt(i)
    seen |= code
    if (code < ASCII) places[code]! |= 1 << i
  }
  let [more, less, same, placesBefore] = [-1, 0, 0, 0]
  let edits = a.length
  const last = 1 << (a.length - 1)
  for (let j = 0; j < m; j++) {
    const code = b.charCodeAt(j)
    seen |= code
    const at = code < ASCII ? places[code]! : 0
    const exchanged = ((~same & at) << 1) & placesBefore
    same = ((((at & more) + more) | 0) ^ more) | at | less | exchanged
    const rises = less | ~(same | more)
    const falls = same & more
    if ((rises & last) !== 0) edits++
    else if ((falls & last) !== 0) edits--
    const shifted = (rises << 1) | 1
    more = (falls << 1) | ~(same | shifted)
    less = shifted & same
    placesBefore = at
  }
  for (let i = 0; i < a.length; i++) {
    const code = a.charCodeAt(i)
    if (code < ASCII) places[code] = 0
  }
  return seen < ASCII ? edits : undefined
}

function editsByRows(a: string, b: string, n: number, m: number, most: number): number {
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
  return last[m]!
}
