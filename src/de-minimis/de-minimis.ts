import type { Range } from '../logic/facts.ts'
import { any, not, type Verdict } from '../logic/verdict.ts'
import type { ContentLine, ForeignMadeItem } from './content.ts'
import { countOf, type Count } from './count.ts'
import { read, readOrUnknown, sayDollars, type Millionths } from './dollars.ts'
import { oneTimeReport, recordDuty, type Duty } from './duties.ts'
import { percentTestsOpen } from './encryption.ts'
import { exactShare, fraction, isMoreThan, percentNumber } from './share.ts'
import type { ExactShare, Fraction } from './share.ts'

/** A line of content and what became of it. */
export interface CountedLine extends Count {
  readonly index: number
  /** ECCN and description. */
  readonly label: string
  /** U.S. dollars. */
  readonly value: string
}

/** A value that cannot be used as it is given, and is taken as not known. */
export interface Issue {
  readonly kind: 'not-an-amount' | 'no-item-value' | 'content-over-item-value'
  readonly text: string
  /** Index of the line; undefined for the item. */
  readonly line: number | undefined
}

/** The calculation, its answer, and what it was made of. */
export interface DeMinimis {
  readonly share: { readonly low: ExactShare; readonly high: ExactShare }
  /** The share in percent; see `percentNumber`. */
  readonly percent: Range
  /** Percent; both where the destination is not known. */
  readonly limits: readonly (10 | 25)[]
  /** Whether the share is more than the limit of the destination. */
  readonly overLimit: Verdict
  /** Whether the percent tests may be used at all (734.4(b)). */
  readonly percentTestsOpen: Verdict
  /**
   * Whether the U.S. content makes the item subject to the EAR (734.3(a)(3)). `no` closes this route
   * alone: 734.4(a) and the foreign-direct product rules are tested besides.
   */
  readonly subject: Verdict
  readonly words: string
  readonly citation: string
  readonly arithmetic: readonly string[]
  readonly counted: readonly CountedLine[]
  readonly open: readonly CountedLine[]
  readonly leftOut: readonly CountedLine[]
  /** Lines that are, or may be, subject to the EAR by themselves whatever the share. */
  readonly byThemselves: readonly CountedLine[]
  readonly oneTimeReport: Duty
  readonly record: Duty
  readonly notes: readonly string[]
  readonly issues: readonly Issue[]
}

/**
 * Calculates the share of controlled U.S. content in a foreign-made item by supplement no. 2 to part
 * 734, and compares it with 10 percent for E:1 and E:2 destinations (734.4(c)) or 25 percent for the
 * others (734.4(d)): that much or less is out, more is in. Amounts are compared exactly. Whatever is
 * not known (a value, an origin, a control, a line) widens the share, and never clears.
 */
export function deMinimis(item: ForeignMadeItem): DeMinimis {
  const counts = item.content.map((line) => countOf(line, item.kind))
  const named = sumOf(item.content, counts)
  const controlled = item.contentComplete === 'yes' ? named : { ...named, high: undefined }
  const whole = readOrUnknown(item.value)
  const share = shareOf(controlled, whole)
  const limits = limitsOf(item.destination)
  const overLimit = over(share, limits)
  const mayTest = percentTestsOpen(item.content, counts)
  const subject = any([overLimit, not(mayTest)])
  const lines = item.content.map((line, index) => countedLine(line, index, counts[index]!))
  const words = wordsOf(limits, overLimit)
  const exact = { low: exactShare(share.low), high: exactShare(share.high) }
  return {
    share: exact,
    percent: { low: percentNumber(share.low), high: percentNumber(share.high) },
    limits,
    overLimit,
    percentTestsOpen: mayTest,
    subject,
    words,
    citation: limits.map((limit) => `15 CFR 734.4(${limit === 10 ? 'c' : 'd'})`).join('; '),
    arithmetic: [
      `Controlled U.S. content: ${sumText(item, lines)} = ${sayDollars(controlled)} U.S. dollars`,
      `${sayDollars(controlled)} / ${sayDollars(whole)} = ${sayShare(exact)}, ${words}`,
    ],
    counted: lines.filter((line) => line.counts === 'yes'),
    open: lines.filter((line) => line.counts === 'unknown'),
    leftOut: lines.filter((line) => line.counts === 'no'),
    byThemselves: lines.filter((line) => line.assessByItself !== 'no'),
    oneTimeReport: oneTimeReport(item, counts, subject),
    record: recordDuty,
    notes: NOTES,
    issues: issuesOf(item, controlled, whole),
  }
}

const NOTES = [
  'Not more than the limit is no clearance: 734.4(a) and every foreign-direct product rule of 734.9 are tested besides.',
  'Second incorporation (BIS guidance): U.S. content of a discrete foreign-made component that is itself not subject to the EAR need not be counted again in the next product. It is not applied here.',
]

function countedLine(line: ContentLine, index: number, count: Count): CountedLine {
  const label = [line.eccn, line.description].filter((part) => part !== undefined).join(' ')
  const value = readOrUnknown(line.value)
  return { index, label: label || `line ${index + 1}`, value: sayDollars(value), ...count }
}

function sumOf(lines: readonly ContentLine[], counts: readonly Count[]): Millionths {
  let low = 0n
  let high: bigint | undefined = 0n
  lines.forEach((line, index) => {
    const { counts: verdict } = counts[index]!
    if (verdict === 'no') return
    const value = readOrUnknown(line.value)
    if (verdict === 'yes') low += value.low
    high = high === undefined || value.high === undefined ? undefined : high + value.high
  })
  return { low, high }
}

function shareOf(controlled: Millionths, whole: Millionths): { low: Fraction; high: Fraction } {
  const none: Fraction = { part: 0n, of: 1n }
  const everything: Fraction = { part: 1n, of: 1n }
  const { low, high } = controlled
  if (high === 0n) return { low: none, high: none }
  return {
    low: whole.high === undefined || whole.high === 0n ? none : fraction(low, whole.high),
    high: high === undefined || whole.low === 0n ? everything : fraction(high, whole.low),
  }
}

function limitsOf(destination: ForeignMadeItem['destination']): readonly (10 | 25)[] {
  if (destination === 'unknown') return [10, 25]
  return destination === 'other' ? [25] : [10]
}

function over(share: { low: Fraction; high: Fraction }, limits: readonly number[]): Verdict {
  if (limits.every((limit) => isMoreThan(share.low, limit))) return 'yes'
  return limits.some((limit) => isMoreThan(share.high, limit)) ? 'unknown' : 'no'
}

function wordsOf(limits: readonly number[], overLimit: Verdict): string {
  const limit = limits.join(' or ')
  if (overLimit === 'unknown') return `which may be more than ${limit} percent`
  if (overLimit === 'yes') return `which is more than ${limits.at(-1)} percent`
  return `which is ${limits[0]} percent or less`
}

function sumText(item: ForeignMadeItem, lines: readonly CountedLine[]): string {
  const terms = lines.flatMap(({ index, counts, label, value }) => {
    if (counts === 'no') return []
    const { high } = readOrUnknown(item.content[index]!.value)
    return [`${label} ${counts === 'yes' ? value : sayDollars({ low: 0n, high })}`]
  })
  if (item.contentComplete !== 'yes') terms.push('content not named')
  return terms.length === 0 ? 'none' : terms.join(' + ')
}

const sayShare = ({ low, high }: { low: ExactShare; high: ExactShare }): string =>
  low.fraction === high.fraction
    ? `${low.percent} percent`
    : `${low.percent} to ${high.percent} percent`

function issuesOf(item: ForeignMadeItem, controlled: Millionths, whole: Millionths): Issue[] {
  const issues: Issue[] = []
  const text = 'not an amount of U.S. dollars from 0, with up to six decimals'
  item.content.forEach(({ value }, line) => {
    if (read(value) === undefined) issues.push({ kind: 'not-an-amount', text, line })
  })
  if (read(item.value) === undefined) issues.push({ kind: 'not-an-amount', text, line: undefined })
  if (whole.high === 0n) {
    const none = 'the item has no value, so that no share can be taken of it'
    issues.push({ kind: 'no-item-value', text: none, line: undefined })
  } else if (whole.high !== undefined && controlled.low > whole.high) {
    const more = 'the U.S. content is worth more than the item'
    issues.push({ kind: 'content-over-item-value', text: more, line: undefined })
  }
  return issues
}
