import type { ContentSum, ProposalResult, UsContentResult } from '../../proposal/result.ts'
import type { Range } from '../../logic/facts.ts'
import { valueText } from '../../wording/values.ts'
import { say, type Wording } from '../../wording/wording.ts'
import { table, text, type Block, type Section } from '../blocks.ts'
import { part } from './overview.ts'

/** The U.S.-content calculation: its lines, its arithmetic and where it stands to the line of the law. */
export function contentSection({ usContent }: ProposalResult, wording: Wording): Section {
  const rows = usContent.lines.map((line) => [
    line.description,
    rangeText(line.value, wording),
    originText(line, wording),
    line.evidence ?? say(wording, 'program.content-no-evidence'),
  ])
  const blocks: Block[] = [
    ...contentTexts(usContent, wording).map(text),
    ...table(
      wording,
      [
        ['item', 0.26],
        ['value', 0.2],
        ['us-origin', 0.26],
        ['source', 0.28],
      ],
      rows,
    ),
  ]
  return part(wording, 'content-section', blocks)
}

/** The result in a line, and the sums behind it. */
export function contentTexts(content: UsContentResult, wording: Wording): string[] {
  const { percent, sums, withoutManufacturing, stated, lines, complete } = content
  return [
    verdictText(content, wording),
    ...(sums === null ? [] : sumTexts(sums, percent ?? { low: 0, high: 100 }, wording)),
    ...(withoutManufacturing === null || lines.every((line) => line.usManufacturing === null)
      ? []
      : [
          say(wording, 'program.content-without', {
            percent: rangeText(withoutManufacturing, wording),
          }),
        ]),
    ...(stated === null
      ? []
      : [say(wording, 'program.content-stated', { percent: rangeText(stated, wording) })]),
    ...(lines.length > 0 && complete !== 'yes' ? [say(wording, 'program.content-incomplete')] : []),
  ]
}

function verdictText({ percent, line, presumption }: UsContentResult, wording: Wording): string {
  const said = rangeText(percent, wording)
  if (line === null) return say(wording, 'program.content-no-line', { percent: said })
  const key = { yes: 'reached', no: 'below', unknown: 'open' }[presumption]
  return say(wording, `program.content-line-${key}`, { percent: said, line })
}

function sumTexts(
  { low, high }: { low: ContentSum; high: ContentSum },
  percent: Range,
  wording: Wording,
): string[] {
  const said = (sum: ContentSum, one: number): string =>
    say(wording, 'program.content-sum', { ...sum, percent: valueText(wording, one) })
  if (percent.low === percent.high) return [said(low, percent.low)]
  return [
    say(wording, 'program.content-sum-low', { sum: said(low, percent.low) }),
    say(wording, 'program.content-sum-high', { sum: said(high, percent.high) }),
  ]
}

function originText(line: UsContentResult['lines'][number], wording: Wording): string {
  if (line.usOriginPercent !== null) return `${rangeText(line.usOriginPercent, wording)} %`
  const parts = [rangeText(line.usOrigin, wording)]
  if (line.usManufacturing !== null) parts.push(rangeText(line.usManufacturing, wording))
  return parts.join(' + ')
}

/** `700,000`, `50 to 54`, `not known`. */
export function rangeText(range: Range | null, wording: Wording): string {
  if (range === null) return say(wording, 'values.unknown')
  return valueText(wording, range.low === range.high ? range.low : range)
}
