import { diagramLines, type DiagramNode } from '../blocks.ts'
import { ensure, lineHeight, mark, MEASURE, PAGE, type Paper } from './paper.ts'
import { list } from './flow.ts'
import type { Style } from './type.ts'

const NAME: Style = { face: 'bold', size: 8 }
const NOTE: Style = { face: 'regular', size: 7 }
const SHARE: Style = { face: 'regular', size: 7.5 }
const PAD = 4
const GAP = 8
/** Points between two columns: room for a line and the share on it. */
const BRANCH = 52
const WIDEST = 5
const TALLEST = PAGE.bottom - PAGE.top - 40

interface Box {
  readonly node: DiagramNode
  readonly x: number
  readonly y: number
  readonly height: number
  readonly lines: readonly (readonly [string, Style])[]
  readonly owners: readonly Box[]
  /** Points down to which this box and its owners reach. */
  readonly bottom: number
}

/** Draws who owns a party: the party on the left, its owners to the right, each line with its share. */
export function drawDiagram(paper: Paper, root: DiagramNode, alt: string): void {
  const columns = depthOf(root)
  const width = (MEASURE - (columns - 1) * BRANCH) / columns
  const box = columns > WIDEST ? undefined : placed(paper, root, 0, 0, width)
  if (box === undefined || box.bottom > TALLEST) return list(paper, outline(root), () => '\u2022')
  ensure(paper, box.bottom + GAP)
  const top = paper.y
  const figure = paper.doc.struct('Figure', {
    alt,
    bbox: [PAGE.side, PAGE.height - top - box.bottom, PAGE.side + MEASURE, PAGE.height - top],
  } as PDFKit.Mixins.StructureElementOptions)
  paper.root.add(figure)
  mark(paper, figure, 'Figure', () => draw(paper, box, top, width))
  paper.y = top + box.bottom + GAP
}

const depthOf = ({ owners }: DiagramNode): number => 1 + Math.max(0, ...owners.map(depthOf))

/** A box in the middle of its owners, which stand below one another. */
function placed(paper: Paper, node: DiagramNode, column: number, from: number, width: number): Box {
  const set = (text: string, style: Style) =>
    paper.type.lines(text, style, width - 2 * PAD).map((line) => [line, style] as const)
  const lines = [...set(node.name, NAME), ...(node.note === '' ? [] : set(node.note, NOTE))]
  const height = lines.reduce((sum, [, style]) => sum + lineHeight(style), 2 * PAD)
  const owners: Box[] = []
  let next = from
  for (const owner of node.owners) {
    const box = placed(paper, owner, column + 1, next, width)
    owners.push(box)
    next = box.bottom + GAP
  }
  const middle =
    owners.length === 0
      ? from
      : (owners[0]!.y + owners.at(-1)!.y + owners.at(-1)!.height - height) / 2
  const y = Math.max(from, middle)
  const bottom = Math.max(y + height, owners.at(-1)?.bottom ?? 0)
  return { node, x: PAGE.side + column * (width + BRANCH), y, height, lines, owners, bottom }
}

function draw(paper: Paper, box: Box, top: number, width: number): void {
  const { doc, type } = paper
  const center = top + box.y + box.height / 2
  doc.lineWidth(box.node.isMarked ? 2 : 0.8).strokeColor('#000000')
  doc.rect(box.x, top + box.y, width, box.height).stroke()
  let y = top + box.y + PAD
  for (const [line, style] of box.lines) {
    type.draw(line, box.x + PAD, y + lineHeight(style) * 0.76, style)
    y += lineHeight(style)
  }
  for (const owner of box.owners) {
    const at = top + owner.y + owner.height / 2
    const bend = box.x + width + 10
    doc.lineWidth(0.6).strokeColor('#000000')
    doc
      .moveTo(box.x + width, center)
      .lineTo(bend, center)
      .lineTo(bend, at)
      .lineTo(owner.x, at)
      .stroke()
    if (owner.node.share !== null) type.draw(owner.node.share, bend + 3, at - 3, SHARE)
    draw(paper, owner, top, width)
  }
}

const outline = (root: DiagramNode): string[] =>
  diagramLines(root).map(({ depth, text }) => `${'- '.repeat(depth)}${text}`)
