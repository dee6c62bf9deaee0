import type { Chunk, Rejected } from './chunk.ts'

/** Where a row stands: its number, and its line and sheet where the file has them. */
export type Where = Pick<Rejected, 'row' | 'line' | 'sheet'>

/** Says where the rows of a chunk stand. They are asked for in their order, and lines are counted on from the last. */
export function whereIn({
  text,
  ends,
  firstRow,
  firstLine,
  sheet,
}: Omit<Chunk, 'index' | 'bad'>): (at: number) => Where {
  let [from, lines] = [0, 0]
  const lineOf = (at: number): number | undefined => {
    if (firstLine === undefined) return undefined
    let end = at === 0 ? 0 : ends[at - 1]!
    // Empty lines before a row stand in the chunk with it.
    while (text[end] === '\n' || text[end] === '\r') end += 1
    for (let next = text.indexOf('\n', from); next >= 0 && next < end;) {
      lines += 1
      from = next + 1
      next = text.indexOf('\n', from)
    }
    return firstLine + lines
  }
  return (at) => {
    const line = lineOf(at)
    return {
      row: firstRow + at,
      ...(line !== undefined && { line }),
      ...(sheet !== undefined && { sheet }),
    }
  }
}
