import { symbol } from '../qr/symbol.ts'
import { QUIET } from './flow.ts'
import { ensure, lineHeight, mark, MEASURE, PAGE, setLine, tag, type Paper } from './paper.ts'

const SIDE = 72
const GAP = 12

/** The hashes of a record as text, and beside them the symbol that a telephone can read. */
export function drawSeal(
  paper: Paper,
  seal: { readonly lines: readonly string[]; readonly symbol: string; readonly alt: string },
): void {
  const width = MEASURE - SIDE - GAP
  const lines = seal.lines.map((line) => paper.type.lines(line, QUIET, width))
  const height = lines.flat().length * lineHeight(QUIET) + lines.length * 2
  ensure(paper, Math.max(height, SIDE))
  paper.y += 4
  const top = paper.y
  drawSymbol(paper, seal, top)
  for (const one of lines) {
    const owner = tag(paper, 'P')
    for (const line of one) setLine(paper, owner, 'P', line, PAGE.side, QUIET)
    paper.y += 2
  }
  paper.y = Math.max(paper.y, top + SIDE) + 4
}

function drawSymbol(
  paper: Paper,
  { symbol: text, alt }: { readonly symbol: string; readonly alt: string },
  top: number,
): void {
  const { doc } = paper
  const modules = symbol(text)
  const size = SIDE / modules.length
  const left = PAGE.side + MEASURE - SIDE
  const figure = doc.struct('Figure', {
    alt,
    bbox: [left, PAGE.height - top - SIDE, left + SIDE, PAGE.height - top],
  } as PDFKit.Mixins.StructureElementOptions)
  paper.root.add(figure)
  mark(paper, figure, 'Figure', () => {
    modules.forEach((row, r) =>
      row.forEach((dark, c) => {
        if (dark) doc.rect(left + c * size, top + r * size, size, size)
      }),
    )
    doc.fill('#000000')
  })
}
