import type { Outcome } from '../../determination.ts'
import type { Rollout } from '../../rollout/rollout.ts'
import { count, say, type Wording } from '../../wording/wording.ts'
import { BLANK, layOut, titled, type Line, type Look, type TerminalOptions } from '../lines.ts'
import { visible } from '../../visible.ts'
import { width, wrap } from '../width.ts'
import { findingLine } from './findings.ts'
import { grouped, matricesOf, parts, type Matrix } from './matrix.ts'
import {
  basisLines,
  drillLines,
  differencesOf,
  headTitle,
  legendLines,
  questionLine,
  sinceLines,
} from './says.ts'
import {
  cellText,
  columnParts,
  noteLines,
  outcomeText,
  reasonText,
  placesText,
  tallyLines,
} from './words.ts'

const LOOKS: Record<Outcome, Look> = {
  'not-subject': 'go',
  'no-license-required': 'go',
  'permitted-with-conditions': 'wait',
  'needs-review': 'wait',
  'needs-facts': 'wait',
  'license-required': 'stop',
  prohibited: 'stop',
}
/** Findings and questions shown; the JSON has them all. */
const SHOWN = 20
/** Columns that a cell takes: an outcome, its note and its marks. */
const CELL = 18

/**
 * A rollout for a terminal: how the gate stands, what stands in the way with its line of the manifest,
 * what is missing, what differs, and the matrix with places of the same answers together. Ends in a newline.
 */
export function rolloutText(rollout: Rollout, wording: Wording, options: TerminalOptions): string {
  const limit = Math.max(40, options.width ?? 80)
  const marksOn = rollout.cells.some(({ on }) => !on)
  const lines: Line[] = [
    {
      lead: '',
      text: headTitle(rollout, wording),
      ...(rollout.outcome !== null && { look: LOOKS[rollout.outcome] }),
    },
    ...tallyLines(rollout, wording).map((text) => ({ lead: '', text })),
    ...shortened(
      say(wording, 'rollout.findings'),
      rollout.findings.map((one) => findingLine(rollout, one, wording)),
      wording,
    ),
    ...shortened(
      say(wording, 'rollout.questions'),
      rollout.questions.map((one) => questionLine(one, wording)),
      wording,
    ),
    ...differencesOf(rollout, wording).flatMap(({ title, lines: all }) =>
      titled(title, all.map(item)),
    ),
    ...titled(say(wording, 'rollout.since'), sinceLines(rollout, wording).map(item)),
    ...matricesOf(rollout).flatMap((matrix) =>
      matrixLines(rollout, matrix, wording, limit, marksOn),
    ),
    ...legendLines(rollout, wording).map((text): Line => ({ lead: '', text, look: 'quiet' })),
    ...titled(say(wording, 'rollout.notes'), notes(rollout, wording)),
    BLANK,
    ...drillLines(rollout, wording).map((text): Line => ({ lead: '', text })),
    ...basisLines(rollout, wording).map((text): Line => ({ lead: '', text, look: 'quiet' })),
  ]
  return layOut(lines, options)
}

const item = (text: string): Line => ({ lead: '  ', text })

function shortened(title: string, all: readonly string[], wording: Wording): Line[] {
  const more = all.length - SHOWN
  return titled(title, [
    ...all.slice(0, SHOWN).map(item),
    ...(more > 0
      ? [{ lead: '  ', text: count(wording, 'rollout.more', more), look: 'quiet' as const }]
      : []),
  ])
}

function matrixLines(
  rollout: Rollout,
  matrix: Matrix,
  wording: Wording,
  limit: number,
  marksOn: boolean,
): Line[] {
  const most = Math.max(1, Math.floor((limit - 2) / CELL))
  const cut = parts(matrix, most)
  return cut.flatMap(({ from, part }) => {
    const values = { day: matrix.asOf, from: from + 1, to: from + part.columns.length }
    const title = say(wording, cut.length === 1 ? 'rollout.matrix' : 'rollout.matrix-part', values)
    const size = Math.floor((limit - 2) / part.columns.length)
    const heads = part.columns.map((ids) =>
      columnParts(rollout, ids).flatMap((one) => wrap(one, size - 1)),
    )
    const rows = grouped(part).flatMap(({ places, cells }): Line[] => [
      { lead: '', text: placesText(wording, places, rollout.places) },
      columns(
        cells.map((cell) => cellText(cell, rollout, wording, marksOn)),
        size,
      ),
      ...reasonRow(
        cells.map((cell) => reasonText(cell, rollout, wording)),
        size,
      ),
    ])
    return titled(title, [...stacked(heads, size), ...rows])
  })
}

/** The reasons below the outcomes, cut to their columns: the notes have them whole. */
function reasonRow(reasons: readonly string[], size: number): Line[] {
  if (reasons.every((text) => text === '')) return []
  const cut = reasons.map((text) => wrap(visible(text), size - 1)[0]!.trimEnd())
  return [{ ...columns(cut, size), look: 'quiet' }]
}

function stacked(heads: readonly (readonly string[])[], size: number): Line[] {
  const height = Math.max(...heads.map(({ length }) => length))
  return Array.from({ length: height }, (_, i) => ({
    ...columns(
      heads.map((lines) => lines[i] ?? ''),
      size,
    ),
    look: 'heading' as const,
  }))
}

/** Texts side by side. They stand in the lead, which keeps its spaces, and are made safe one by one. */
function columns(texts: readonly string[], size: number): Line {
  const safe = texts.map(visible)
  const padded = safe.map((text) => text + ' '.repeat(Math.max(1, size - width(text))))
  return { lead: `  ${padded.join('')}`.trimEnd(), text: '' }
}

function notes({ answers }: Rollout, wording: Wording): Line[] {
  return answers.flatMap((answer, i): Line[] => [
    { lead: `  [${i + 1}] `, text: outcomeText(wording, answer.outcome) },
    ...noteLines(answer, wording).map((text) => ({ lead: '     ', text })),
  ])
}
