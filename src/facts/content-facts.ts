import type { ContentLine } from '../de-minimis/content.ts'
import { deMinimis, type DeMinimis } from '../de-minimis/de-minimis.ts'
import { CATEGORY_5_PART_2 } from '../de-minimis/encryption.ts'
import type { Source, Value } from '../logic/facts.ts'
import type { Verdict } from '../logic/verdict.ts'
import type { Context } from './context.ts'
import { unboxed } from './known.ts'
import type { ContentInput, ProductionInput } from './production-input.ts'

/** What the U.S. content of a foreign-made item says, and where the fact stands that an open one lacks. */
export interface ContentFacts {
  readonly values: Readonly<Record<string, Value | undefined>>
  readonly sources: Readonly<Record<string, Source | undefined>>
  readonly asks: Readonly<Record<string, string>>
  /** What a person should know of the amounts as they are given. */
  readonly remarks: readonly string[]
}

const PERCENT = 'item.deMinimisPercent'
const APPLIES = 'item.deMinimisApplies'
const REPORT = 'item.oneTimeReportNeeded'
const KNOWN = { yes: true, no: false, unknown: undefined } as const

/** What is so of an item whose content the case does not give: every fact is open. */
const NOT_GIVEN: ContentFacts = { values: {}, sources: {}, asks: {}, remarks: [] }

/**
 * The share of controlled U.S. content in percent, whether the percent tests are open, and whether the
 * one-time report is needed: 15 CFR 734.4(b) to (d), supplement no. 2 to part 734.
 */
export function contentFacts(
  production: ProductionInput,
  form: string | undefined,
  to: Value | undefined,
  prefix: string,
  { list }: Context,
): ContentFacts {
  if (production.content === undefined) return NOT_GIVEN
  // What counts in a commodity does not in technology: without a form only an item without content is told.
  if (form === undefined && production.content.length > 0) {
    const asks = Object.fromEntries([PERCENT, APPLIES, REPORT].map((f) => [f, `${prefix}.form`]))
    return { ...NOT_GIVEN, asks }
  }
  const restricted =
    typeof to === 'string' && (list.members('E:1').has(to) || list.members('E:2').has(to))
  const share = deMinimis({
    kind: form === 'software' || form === 'technology' ? form : 'commodity',
    ...(production.fairMarketValue === undefined ? {} : { value: production.fairMarketValue }),
    destination: to === undefined ? 'unknown' : restricted ? 'E:1 or E:2' : 'other',
    content: production.content.map(lineOf),
    contentComplete: verdictOf(production.contentComplete),
  })
  const { low, high } = share.percent
  const missing = `${prefix}.production.${missingIn(share, production)}`
  return {
    values: {
      [PERCENT]: low === high ? low : share.percent,
      [APPLIES]: KNOWN[share.percentTestsOpen],
      [REPORT]: KNOWN[share.oneTimeReport.needed],
    },
    sources: { [PERCENT]: { from: 'derived', text: share.arithmetic.join('; ') } },
    asks: {
      [PERCENT]: missing,
      [APPLIES]: `${prefix}.production.${encryptionIn(share, production)}`,
      [REPORT]: missing,
    },
    remarks: share.issues.map(({ line, text }) => {
      const at = line === undefined ? 'fairMarketValue' : `content[${line}].value`
      return `${prefix}.production.${at}: ${text}`
    }),
  }
}

/** The first place below `production` whose answer would narrow the share. */
function missingIn({ open, counted }: DeMinimis, production: ProductionInput): string {
  const [line] = open
  if (line !== undefined) return `content[${line.index}].${line.missing[0] ?? 'value'}`
  const content = production.content ?? []
  const unpriced = counted.find(({ index }) => typeof content[index]?.value !== 'number')
  if (unpriced !== undefined) return `content[${unpriced.index}].value`
  return verdictOf(production.contentComplete) === 'yes' ? 'fairMarketValue' : 'contentComplete'
}

/** The place that would tell whether content of Category 5 part 2 shuts the percent tests. */
function encryptionIn(share: DeMinimis, production: ProductionInput): string {
  const content = production.content ?? []
  const { counted } = share
  const line = counted.find(({ index }) => {
    const { eccn, encryptionConditionsMet } = content[index]!
    return (
      eccn === undefined ||
      (CATEGORY_5_PART_2.test(eccn) && verdictOf(encryptionConditionsMet) === 'unknown')
    )
  })
  if (line === undefined) return missingIn(share, production)
  const { eccn } = content[line.index]!
  return `content[${line.index}].${eccn === undefined ? 'eccn' : 'encryptionConditionsMet'}`
}

const ANSWERS = [
  'gbsEligible',
  'incorporated',
  'bundled',
  'antiTerrorismOnly',
  'encryptionConditionsMet',
] as const

function lineOf(input: ContentInput): ContentLine {
  const { eccn, description, kind, value } = input
  return {
    ...(eccn === undefined ? {} : { eccn }),
    ...(description === undefined ? {} : { description }),
    kind,
    ...(value === undefined ? {} : { value }),
    usOrigin: verdictOf(input.usOrigin ?? 'yes'),
    controlledTo: verdictOf(input.controlledTo),
    ...Object.fromEntries(
      ANSWERS.flatMap((name) =>
        input[name] === undefined ? [] : [[name, verdictOf(input[name])]],
      ),
    ),
  }
}

function verdictOf(raw: unknown): Verdict {
  const value = unboxed(raw)
  if (value === true || value === 'yes') return 'yes'
  return value === false || value === 'no' ? 'no' : 'unknown'
}
