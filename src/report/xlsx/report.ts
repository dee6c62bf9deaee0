import { visible } from '../../visible.ts'
import { say, type Wording } from '../../wording/wording.ts'
import { diagramLines, type Block } from '../blocks.ts'
import type { Report } from '../model.ts'
import { workbook, type SheetRows } from './workbook.ts'

type Row = SheetRows['rows'][number]

/** A report as a workbook: the first page as the first sheet, then a sheet for each section. */
export function xlsx(made: Report, first: readonly Block[], wording: Wording): Buffer {
  return workbook([
    { name: made.title, rows: [...headRows(made, wording), ...first.flatMap(blockRows)] },
    ...made.sections.map(({ title, blocks }) => ({ name: title, rows: blocks.flatMap(blockRows) })),
  ])
}

function headRows({ headline: head, title, mark, disclaimer }: Report, wording: Wording): Row[] {
  const line = (label: string, text: string | null): Row[] =>
    text === null ? [] : [row(label, text)]
  return [
    { cells: [title, visible(head.caseName)], isHead: true },
    ...line('', mark),
    { cells: [say(wording, 'columns.outcome'), head.title], isHead: true },
    row('', head.meaning),
    ...head.policy.map((text) => row('', text)),
    ...line('', head.route),
    row('', [head.lawDate, head.knowledgeDate, head.posture].join(' | ')),
    ...line('', head.openRedFlags),
    ...line('', head.textOnly),
    ...head.assumed.map((text) => row('', text)),
    ...head.reasons.map(({ citation, text }) =>
      row(`${say(wording, 'report.why')}: ${citation}`, text),
    ),
    row(say(wording, 'report.next'), head.next),
    ...head.steps.map((text, i) => row(String(i + 1), text)),
    row('', disclaimer),
  ]
}

const row = (...cells: readonly string[]): Row => ({ cells: cells.map(visible) })

function blockRows(block: Block): Row[] {
  switch (block.kind) {
    case 'text':
      return [row(block.text)]
    case 'heading':
      return [{ cells: [visible(block.text)], isHead: true }]
    case 'table':
      return [
        { cells: block.table.head.map(visible), isHead: true },
        ...block.table.rows.map((cells) => row(...cells)),
      ]
    case 'diagram':
      return diagramLines(block.root).map(({ depth, text }) => row(`${'  '.repeat(depth)}${text}`))
    case 'proof':
      return [
        { cells: [visible(block.title)], isHead: true },
        ...block.lines.map(({ depth, verdict, cite, text, saw }) =>
          row(`${'  '.repeat(depth)}${cite ?? ''}`, verdict, text, saw ?? ''),
        ),
      ]
  }
}
