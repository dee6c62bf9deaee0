import type { Determination } from '../determination.ts'
import { MARKS, type ProofLine } from '../explain/narrate.ts'
import { say, type Wording } from '../wording/wording.ts'
import { diagramLines, type Block, type Table } from './blocks.ts'
import type { Headline } from './headline.ts'
import { report, type Report } from './model.ts'
import { recordOf } from './record.ts'
import { visible } from '../visible.ts'

/** The report as GitHub Flavored Markdown. Text of others is escaped: it cannot add markup, HTML or links. */
export function markdown(determination: Determination, wording: Wording): string {
  const { sha256 } = recordOf(determination)
  return markdownOf(report(determination, sha256, wording), [], wording)
}

/** Any report as Markdown, with blocks for the first page. */
export function markdownOf(made: Report, first: readonly Block[], wording: Wording): string {
  const { title, headline, disclaimer, sections } = made
  const parts = [
    `# ${safe(title)}: ${safe(headline.caseName)}`,
    ...headParts(headline, wording),
    ...first.flatMap(blockParts),
    ...sections.flatMap((section) => [
      `## ${safe(section.title)}`,
      ...section.blocks.flatMap(blockParts),
    ]),
    '---',
    safe(disclaimer),
  ]
  return `${parts.join('\n\n')}\n`
}

function headParts(head: Headline, wording: Wording): string[] {
  const [assumedWarning, ...assumed] = head.assumed
  const [policy, ...options] = head.policy
  const reasons = head.reasons.map(({ citation, text }) =>
    text === '' ? citation : `${citation}: ${text}`,
  )
  const warnings = [head.openRedFlags, head.textOnly, assumedWarning].filter(
    (text) => typeof text === 'string',
  )
  return [
    `**${safe(head.title.toUpperCase())}**`,
    safe(head.meaning),
    ...(policy === undefined ? [] : [`**${safe(policy)}**`]),
    ...list(options),
    ...warnings.map((text) => `**${safe(text)}**`),
    ...list(assumed),
    safe([head.lawDate, head.knowledgeDate, head.posture].join(' | ')),
    `## ${safe(say(wording, 'report.why'))}`,
    ...list(reasons),
    `## ${safe(say(wording, 'report.next'))}`,
    safe(head.next),
    ...list(head.steps, '1.'),
  ]
}

/** A block as Markdown. */
export function blockParts(block: Block): string[] {
  switch (block.kind) {
    case 'text':
      return [block.quiet === true ? `*${safe(block.text)}*` : safe(block.text)]
    case 'heading':
      return [`### ${safe(block.text)}`]
    case 'table':
      return [tableText(block.table)]
    case 'diagram':
      return [
        diagramLines(block.root)
          .map(({ depth, text }) => `${'  '.repeat(depth)}- ${safe(text)}`)
          .join('\n'),
      ]
    case 'proof':
      return [safe(block.title), block.lines.map(proofLine).join('\n')]
  }
}

/** A list as Markdown; nothing where it is empty. */
export function list(items: readonly string[], mark = '-'): string[] {
  return items.length === 0 ? [] : [items.map((item) => `${mark} ${safe(item)}`).join('\n')]
}

function tableText({ head, rows }: Table): string {
  const row = (cells: readonly string[]): string => `| ${cells.map(safe).join(' | ')} |`
  return [row(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(row)].join('\n')
}

function proofLine({ depth, verdict, cite, text, saw }: ProofLine): string {
  const parts = [cite === null ? '' : `[${cite}]`, text, saw === null ? '' : `\u2190 ${saw}`]
  return `${'  '.repeat(depth)}- \`${MARKS[verdict]}\` ${safe(parts.filter((part) => part !== '').join(' '))}`
}

/** Text of others as Markdown that shows exactly this text. */
export function safe(text: string): string {
  return visible(text)
    .trim()
    .replace(/[\\`*_[\]<>|~&$@!]/g, '\\$&')
    .replace(/:\/\//g, '\\://')
    .replace(/\bwww\./gi, (start) => `${start.slice(0, -1)}\\.`)
    .replace(/^([#+=-])/, '\\$1')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
}
