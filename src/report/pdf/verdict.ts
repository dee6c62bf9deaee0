import type { Outcome } from '../../determination.ts'
import type { Headline } from '../headline.ts'
import { artifact, ensure, lineHeight, mark, MEASURE, PAGE, tag, type Paper } from './paper.ts'
import type { Style } from './type.ts'

const PAD = 12
/** The band behind the outcome: black where it must stop, gray where it must wait, white where it may go. */
const BANDS = {
  stop: { fill: '#000000', ink: 1 },
  wait: { fill: '#d9d9d9', ink: 0 },
  go: { fill: '#ffffff', ink: 0 },
} as const
const BAND_OF: Record<Outcome, Band> = {
  prohibited: 'stop',
  'license-required': 'stop',
  'needs-facts': 'wait',
  'needs-review': 'wait',
  'permitted-with-conditions': 'wait',
  'no-license-required': 'go',
  'not-subject': 'go',
}
export type Band = keyof typeof BANDS
/** What stands in the frame. */
export type Framed = Pick<Headline, 'title' | 'meaning' | 'policy' | 'openRedFlags' | 'textOnly'>
const MEANING: Style = { face: 'regular', size: 10 }
const POLICY: Style = { face: 'bold', size: 11 }
const OPTION: Style = { face: 'regular', size: 9 }

interface Set {
  readonly line: string
  readonly style: Style
}

/** The framed answer: outcome, what it means, review policy, and what else the reader must not miss. */
export const drawVerdict = (paper: Paper, head: Headline): void =>
  drawFramed(paper, head, BAND_OF[head.outcome])

/** A framed answer of any kind. */
export function drawFramed(paper: Paper, head: Framed, bandOf: Band): void {
  const band = BANDS[bandOf]
  const title: Style = { face: 'bold', size: 20, ink: band.ink }
  const [policy, ...options] = head.policy
  const top = setIn(paper, [[head.title, title]])
  const rest = setIn(paper, [
    [head.meaning, MEANING],
    ...(policy === undefined ? [] : [[policy, POLICY] as const]),
    ...options.map((option) => [option, OPTION] as const),
    ...[head.openRedFlags, head.textOnly]
      .filter((text) => text !== null)
      .map((text) => [text, { ...OPTION, face: 'bold' }] as const),
  ])
  const bandHeight = heightOf(top) + PAD
  const height = bandHeight + heightOf(rest) + 2 * PAD
  ensure(paper, height)
  const { doc } = paper
  const fits = paper.y + height <= PAGE.bottom
  artifact(paper, () => {
    doc.rect(PAGE.side, paper.y, MEASURE, bandHeight).fillAndStroke(band.fill, '#000000')
    if (fits)
      doc.lineWidth(1.2).strokeColor('#000000').rect(PAGE.side, paper.y, MEASURE, height).stroke()
  })
  paper.y += PAD / 2
  draw(paper, top)
  paper.y += PAD / 2 + PAD
  draw(paper, rest)
  paper.y += PAD + 4
}

function setIn(paper: Paper, texts: readonly (readonly [string, Style])[]): Set[][] {
  return texts.map(([text, style]) =>
    paper.type.lines(text, style, MEASURE - 2 * PAD).map((line) => ({ line, style })),
  )
}

const GAP = 3

function heightOf(texts: readonly Set[][]): number {
  const gaps = Math.max(0, texts.length - 1) * GAP
  return texts.flat().reduce((sum, { style }) => sum + lineHeight(style), gaps)
}

function draw(paper: Paper, texts: readonly Set[][]): void {
  texts.forEach((lines, i) => {
    const owner = tag(paper, 'P')
    for (const { line, style } of lines) {
      ensure(paper, lineHeight(style))
      const baseline = paper.y + lineHeight(style) * 0.76
      mark(paper, owner, 'P', () => paper.type.draw(line, PAGE.side + PAD, baseline, style))
      paper.y += lineHeight(style)
    }
    if (i < texts.length - 1) paper.y += GAP
  })
}
