import { chartAnswer, type AtDestination } from '../ccl/chart.ts'
import { entryOf } from '../ccl/lookup.ts'
import type { Source, Value } from '../logic/facts.ts'
import type { Verdict } from '../logic/verdict.ts'
import { claimFacts, NO_CLAIM, unlistedFacts } from './claim-facts.ts'
import {
  answersOf,
  described,
  relatedOf,
  type Claim,
  type Found,
  type ListLaw,
} from './list-claim.ts'
import { eligibleFacts, NOT_ELIGIBLE, withinLvsValue } from './list-eligible.ts'
import { leftToProvisions } from './own-provisions.ts'

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

const factOf = (reason: string): string => `item.chart.${reason.toLowerCase()}`

const NO_CONTROL: Readonly<Record<string, Value>> = Object.fromEntries(
  [...CHART_REASONS.map(factOf), 'item.chart.footnote', 'item.chart.review'].map((fact) => [
    fact,
    false,
  ]),
)

/** Without a claim the list says nothing; the same for every item. */
const UNCLAIMED = none(undefined)

/**
 * Reads the claimed ECCN of an item in the list and the Country Chart, 15 CFR 738.4(a). A control that
 * a missing answer keeps open is unknown, a scope in prose is for a person, and an absent mark is a
 * no for that one reason and no clearance.
 */
export function listFacts(claim: Claim, law: ListLaw): ListFacts {
  const { claimed } = claim
  const found = claimed === null ? undefined : entryOf(law.ccl, claimed)
  if (found === undefined) return UNCLAIMED
  if ('unknown' in found) {
    const near = found.suggestions.map((eccn) => `\`${eccn}\``).join(' or ')
    const mend = near === '' ? '' : `; did you mean ${near}?`
    const values = { ...UNCLAIMED.values, ...unlistedFacts(claim.claimed!) }
    return { ...UNCLAIMED, values, remarks: [`the list has no ECCN \`${claimed}\`${mend}`] }
  }
  const once = readOnce(claim, found, law)
  if ('ear99' in found || once.values['item.eligible.LVS'] !== true) return once
  const { value, path } = withinLvsValue(claim, found, law.ccl)
  const fact = 'item.lvsWithinValue'
  const asks = path === undefined ? once.asks : { ...once.asks, [fact]: path }
  return { ...once, values: { ...once.values, [fact]: value }, asks }
}

/** What was read of claims, by all that the answer turns on; the many ask for few. */
const readings = new WeakMap<ListLaw, Map<string, ListFacts>>()
const MOST_READINGS = 20_000

function readOnce(claim: Claim, found: Found, law: ListLaw): ListFacts {
  const { item, claimed, form, activity, to, prefix } = claim
  if (item['listFacts'] !== undefined || item['relatedTo'] !== undefined) {
    return read(claim, found, law)
  }
  let known = readings.get(law)
  if (known === undefined || known.size > MOST_READINGS) readings.set(law, (known = new Map()))
  const key = `${claimed} ${form} ${activity} ${to} ${prefix}`
  const fresh = known.get(key) ?? read(claim, found, law)
  known.set(key, fresh)
  return fresh
}

function read(claim: Claim, found: Found, law: ListLaw): ListFacts {
  const { to, prefix } = claim
  const known = { answers: answersOf(claim.item), ...relatedOf(claim.item), day: law.day }
  const named = claimFacts(claim.claimed!, found, known, prefix)
  const eligible = eligibleFacts(claim, found, law)
  const chart =
    to === undefined
      ? openAt(found)
      : to === 'US'
        ? none(found)
        : atDestination(claim, found, to, law)
  return {
    values: { ...chart.values, ...eligible.values, ...named.values },
    sources: chart.sources,
    asks: { ...chart.asks, ...eligible.asks, ...named.asks, ...paragraphAsk(found, prefix) },
    remarks: chart.remarks,
  }
}

function none(found: Found | undefined): ListFacts {
  const values = { ...described(found), ...NO_CLAIM, ...NO_CONTROL, ...NOT_ELIGIBLE }
  return { values, sources: {}, asks: {}, remarks: [] }
}

/** Without a destination every control is open. */
function openAt(found: Found): ListFacts {
  const asks = Object.fromEntries(Object.keys(NO_CONTROL).map((fact) => [fact, 'to']))
  return { values: described(found), sources: {}, asks, remarks: [] }
}

const paragraphAsk = (found: Found, prefix: string): Record<string, string> =>
  'ear99' in found || found.paragraph !== null
    ? {}
    : { 'item.paragraphConfirmed': `${prefix}.eccn` }

/** One line of the answer: whether it requires a license, and where the fact stands that would tell. */
interface Ruled {
  readonly line: AtDestination
  readonly verdict: Verdict
  readonly path?: string | undefined
}

function atDestination(claim: Claim, found: Found, country: string, law: ListLaw): ListFacts {
  const { item } = claim
  const answer = chartAnswer(found, country, law, { answers: answersOf(item), ...relatedOf(item) })
  const embargoed = answer.review.some(({ reason }) => reason === 'embargo')
  const ruled = [
    ...answer.required.map((line) => ruledBy(line, 'yes', claim, found, law, embargoed)),
    ...answer.review.map((line) => ruledBy(line, 'unknown', claim, found, law, embargoed)),
  ].filter(({ verdict }) => verdict !== 'no')
  const values: Record<string, Value | undefined> = { ...described(found) }
  const sources: Record<string, Source | undefined> = {}
  const asks: Record<string, string> = {}
  const settle = (fact: string, lines: readonly Ruled[]): void => {
    const applies = lines.filter(({ verdict }) => verdict === 'yes')
    const path = lines.find((one) => one.path !== undefined)?.path
    values[fact] = applies.length > 0 ? true : path === undefined ? false : undefined
    if (applies.length > 0) sources[fact] = { from: 'table', text: said(applies) }
    else if (path !== undefined) asks[fact] = path
  }
  for (const reason of CHART_REASONS) {
    settle(
      factOf(reason),
      ruled.filter(({ line }) => line.reason === reason),
    )
  }
  settle(
    'item.chart.footnote',
    ruled.filter(({ line }) => line.reason.startsWith('footnote')),
  )
  const forPersons = ruled.filter(
    ({ verdict, path }) => verdict === 'unknown' && path === undefined,
  )
  const review = [...forPersons, ...formOff(claim, found)]
  values['item.chart.review'] = review.length > 0
  if (review.length > 0) sources['item.chart.review'] = { from: 'table', text: said(review) }
  const remarks = answer.beforeSnapshot
    ? ['the list was read as of 2026-07-23, after the law date']
    : []
  return { values, sources, asks, remarks }
}

/** Sections that footnotes of the chart refer to, and that have provisions of their own for every item. */
const IN_PART_746 = new Set(['15 CFR 746.3', '15 CFR 746.8'])

function ruledBy(
  line: AtDestination,
  verdict: Verdict,
  claim: Claim,
  found: Found,
  { inForce }: ListLaw,
  embargoed: boolean,
): Ruled {
  if (line.reason === 'embargo' || IN_PART_746.has(line.citation)) return { line, verdict: 'no' }
  if ('entry' in found && leftToProvisions(line, verdict, claim, found, inForce)) {
    return { line, verdict: 'no' }
  }
  // The chart is for exports and reexports, 738.4(a): a transfer within a country meets none of its marks.
  const isMark = line.citation.includes('738 Supp. 1')
  if (isMark && claim.activity === 'transfer') return { line, verdict: 'no' }
  if (verdict === 'yes') {
    return isMark && claim.activity === undefined
      ? { line, verdict: 'unknown', path: 'activity' }
      : { line, verdict }
  }
  return { line, verdict, path: embargoed ? undefined : pathOf(line, found, claim.prefix) }
}

/** Software and technology have product groups of their own; a claim from another one is off. */
function formOff({ form }: Claim, found: Found): Ruled[] {
  if (form === undefined || 'ear99' in found || found.entry.eccn === '4E091') return []
  const { eccn } = found.entry
  const wanted = { D: 'software', E: 'technology' }[eccn[1]!]
  const fits = wanted === undefined ? form !== 'software' && form !== 'technology' : form === wanted
  if (fits) return []
  const why = `${eccn} is ${wanted ?? 'a commodity'}, and the form of the item is ${form}`
  const line = {
    reason: 'form',
    citation: '15 CFR 738.2(b)',
    why,
    enforcement: 'enforced',
    questions: [],
  } as const
  return [{ line, verdict: 'unknown' }]
}

const said = (ruled: readonly Ruled[]): string =>
  [
    ...new Set(
      ruled.map(({ line: { citation, why } }) =>
        why === undefined ? citation : `${citation}: ${why}`,
      ),
    ),
  ].join('; ')

/** What would settle an open line: an answer about the item, or a deeper paragraph than the claim names. */
function pathOf(line: AtDestination, found: Found, prefix: string): string | undefined {
  const [question] = line.questions
  if (question !== undefined) return `${prefix}.listFacts.${question}`
  if ('ear99' in found) return undefined
  const { entry, paragraph } = found
  const turnsOnParagraph = entry.controls.some(
    ({ reason, scope }) =>
      reason === line.reason &&
      scope !== 'entire' &&
      [...(scope.paragraphs ?? []), ...(scope.except ?? [])].some(
        (name) => paragraph === null || name.startsWith(`${paragraph}.`),
      ),
  )
  return turnsOnParagraph ? `${prefix}.eccn` : undefined
}
