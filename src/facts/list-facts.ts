import { chartAnswer, type AtDestination, type ChartLaw } from '../ccl/chart.ts'
import { entryOf, type Ccl, type Classified } from '../ccl/lookup.ts'
import type { Given } from '../ccl/scope.ts'
import type { Source, Value } from '../logic/facts.ts'
import type { Verdict } from '../logic/verdict.ts'
import type { ItemInput } from './case.ts'
import { unboxed } from './known.ts'

/** The Commerce Control List and the law that its answers rest on, as of the law date. */
export interface ListLaw extends ChartLaw {
  readonly ccl: Ccl
}

/** What the list says of an item's claimed entry at its destination, as facts that rules can test. */
export interface ListFacts {
  readonly values: Readonly<Record<string, Value | undefined>>
  readonly sources: Readonly<Record<string, Source | undefined>>
  /** Where the fact stands that would settle an open one. */
  readonly asks: Readonly<Record<string, string>>
  readonly remarks: readonly string[]
}

/** Reasons for control, each a fact `item.chart.<reason>` and a requirement `ear.738.<reason>`. */
export const CHART_REASONS = [
  'AT',
  'CB',
  'CC',
  'CW',
  'EI',
  'FC',
  'MT',
  'NP',
  'NS',
  'RS',
  'SI',
  'SL',
  'SS',
  'UN',
] as const

/** Paragraphs whose requirements have provisions of their own, dated before the list was read. */
const OWN_RULES = ['742.6(a)(6)', '742.4(a)(4)', '742.6(a)(13)', '742.6(a)(11)']
const OWN_ENTRIES = new Set(['3A090', '4A090', '4E091'])

/**
 * Reads the claimed ECCN of an item in the list and the Country Chart, 15 CFR 738.4(a). A control that
 * a missing answer keeps open is unknown, a scope in prose is for a person, and an absent mark is a
 * no for that one reason and no clearance.
 */
export function listFacts(
  item: ItemInput,
  claimed: string | null,
  country: string | undefined,
  prefix: string,
  law: ListLaw,
): ListFacts {
  const found = claimed === null ? undefined : entryOf(law.ccl, claimed)
  if (found === undefined || claimed === null) return UNCLAIMED
  if ('unknown' in found) {
    const near = found.suggestions.map((eccn) => `\`${eccn}\``).join(' or ')
    return {
      ...none(false),
      remarks: [
        `the list has no ECCN \`${claimed}\`${near === '' ? '' : `; did you mean ${near}?`}`,
      ],
    }
  }
  if (hasOwnRules(found)) return none(true, found)
  if (country === undefined)
    return {
      ...none(true, found),
      values: { ...described(found), 'item.claimListed': true },
      asks: allAsk('to'),
    }
  return atDestination(item, found, country, prefix, law)
}

function none(listed: boolean, found?: Classified): ListFacts {
  const values = { ...described(found), 'item.claimListed': listed, ...NO_CONTROL }
  return { values, sources: {}, asks: {}, remarks: [] }
}

const factOf = (reason: string): string => `item.chart.${reason.toLowerCase()}`

const NO_CONTROL: Readonly<Record<string, Value>> = Object.fromEntries(
  [...CHART_REASONS.map(factOf), 'item.chart.review'].map((fact) => [fact, false]),
)

/** Without a claim the list says nothing; the same for every item. */
const UNCLAIMED = none(false)

const allAsk = (path: string): Record<string, string> =>
  Object.fromEntries(
    [...CHART_REASONS.map(factOf), 'item.chart.review'].map((fact) => [fact, path]),
  )

function hasOwnRules(found: Exclude<Classified, { unknown: string }>): boolean {
  if ('ear99' in found) return false
  return OWN_ENTRIES.has(found.entry.eccn) || found.paragraph?.startsWith('z') === true
}

/** The entry, every paragraph above and at the claimed one, and whether the claim stops at the entry. */
function described(found: Classified | undefined): Record<string, Value | undefined> {
  if (found === undefined || 'unknown' in found || 'ear99' in found) {
    return {
      'item.entry': found !== undefined && 'ear99' in found ? 'EAR99' : 'none',
      'item.paragraphs': [],
      'item.bareEntry': false,
    }
  }
  const { entry, paragraph } = found
  const steps = paragraph?.split('.') ?? []
  const above = steps.map((_, i) => [entry.eccn, ...steps.slice(0, i + 1)].join('.'))
  return {
    'item.entry': entry.eccn,
    'item.paragraphs': [entry.eccn, ...above],
    'item.bareEntry': paragraph === null && (entry.paragraphs?.length ?? 1) > 0,
  }
}

function atDestination(
  item: ItemInput,
  found: Exclude<Classified, { unknown: string }>,
  country: string,
  prefix: string,
  law: ListLaw,
): ListFacts {
  const answer = chartAnswer(found, country, law, givenOf(item))
  const values: Record<string, Value | undefined> = {
    ...described(found),
    'item.claimListed': true,
  }
  const sources: Record<string, Source | undefined> = {}
  const asks: Record<string, string> = {}
  const own = ({ citation }: AtDestination): boolean =>
    !OWN_RULES.some((paragraph) => citation.includes(paragraph))
  const required = answer.required.filter(own)
  const open = answer.review.filter(own).filter(({ reason }) => reason !== 'embargo')
  for (const reason of CHART_REASONS) {
    const fact = factOf(reason)
    const applies = required.filter((line) => line.reason === reason)
    const asked = open.filter(
      (line) => line.reason === reason && pathOf(line, found, prefix) !== undefined,
    )
    values[fact] = applies.length > 0 ? true : asked.length > 0 ? undefined : false
    if (applies.length > 0) sources[fact] = { from: 'table', text: said(applies) }
    const path = asked.map((line) => pathOf(line, found, prefix)).find((one) => one !== undefined)
    if (values[fact] === undefined && path !== undefined) asks[fact] = path
  }
  const forPersons = [
    ...open.filter((line) => pathOf(line, found, prefix) === undefined),
    ...required.filter(isNoReason),
  ]
  values['item.chart.review'] = forPersons.length > 0
  if (forPersons.length > 0)
    sources['item.chart.review'] = { from: 'table', text: said(forPersons) }
  const remarks = answer.beforeSnapshot
    ? ['the list was read as of 2026-07-23, after the law date']
    : []
  return { values, sources, asks, remarks }
}

const isNoReason = ({ reason }: AtDestination): boolean =>
  !CHART_REASONS.some((known) => known === reason)

const said = (lines: readonly AtDestination[]): string =>
  [
    ...new Set(
      lines.map(({ citation, why }) => (why === undefined ? citation : `${citation}: ${why}`)),
    ),
  ].join('; ')

/** What would settle an open line: an answer about the item, or the paragraph of a bare claim. */
function pathOf(
  line: AtDestination,
  found: Exclude<Classified, { unknown: string }>,
  prefix: string,
): string | undefined {
  const [question] = line.questions
  if (question !== undefined) return `${prefix}.listFacts.${question}`
  if ('ear99' in found || found.paragraph !== null || isNoReason(line)) return undefined
  return found.entry.paragraphs === undefined ? undefined : `${prefix}.eccn`
}

/** What the case says of an item beside its ECCN, for the scopes of the list. */
export function givenOf(item: ItemInput): Given {
  return { answers: answersOf(item), ...relatedOf(item) }
}

function answersOf(item: ItemInput): ReadonlyMap<string, Verdict> {
  const said = (item['listFacts'] ?? {}) as Record<string, unknown>
  return new Map(
    Object.entries(said).map(([question, raw]) => {
      const value = unboxed(raw)
      return [
        question,
        value === true || value === 'yes'
          ? 'yes'
          : value === false || value === 'no'
            ? 'no'
            : 'unknown',
      ]
    }),
  )
}

function relatedOf(item: ItemInput): { relatedTo?: readonly string[] } {
  const related = unboxed(item['relatedTo'])
  return typeof related === 'string' && /^\d/.test(related) ? { relatedTo: [related] } : {}
}
