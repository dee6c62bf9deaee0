import { MARKS, type ProofLine } from '../../explain/narrate.ts'
import { listItem, QUIET } from './flow.ts'
import { MEASURE, PAGE, setLine, tag, type Paper } from './paper.ts'
import type { Style } from './type.ts'

const TITLE: Style = { face: 'bold', size: 8.5 }
const BRANCH: Style = { face: 'regular', size: 8.5 }
const STEP = 11
/** Deeper branches keep this indent, so that their text keeps a readable width. */
const DEEPEST = 12 * STEP

/** A proof as an indented outline: a mark for yes, no or not known before each branch. */
export function drawProof(paper: Paper, title: string, lines: readonly ProofLine[]): void {
  const [root] = lines
  if (root === undefined) return
  paper.y += 2
  const head = tag(paper, 'P')
  for (const line of paper.type.lines(title, TITLE, MEASURE))
    setLine(paper, head, 'P', line, PAGE.side, TITLE)
  const owner = tag(paper, 'L')
  for (const { depth, verdict, cite, text, saw } of lines) {
    const parts = [cite === null ? '' : `[${cite}]`, text, saw === null ? '' : `\u2190 ${saw}`]
    const style = verdict === 'no' ? { ...BRANCH, ink: QUIET.ink ?? 0 } : BRANCH
    listItem(paper, owner, MARKS[verdict], parts.filter((part) => part !== '').join(' '), {
      x: PAGE.side + Math.min(depth * STEP, DEEPEST),
      gap: 10,
      style,
    })
  }
  paper.y += 4
}
