import { bounds, type Quantity } from '../derive/measured.ts'
import { REVIEW_POLICIES } from '../determination.ts'
import { unboxed } from '../facts/known.ts'
import type { Condition } from '../logic/condition.ts'
import type { Facts, Range } from '../logic/facts.ts'
import type { Verdict } from '../logic/verdict.ts'
import type { Law } from '../rules/on-day.ts'
import { rangeOf } from './concern-ownership.ts'
import type { Amount, Layer } from './input.ts'
import type { Consortium } from './members.ts'
import { yesOrNo, type Reading, type Subject } from './reading.ts'
import type {
  ExportNeed,
  LayerResult,
  MemberResult,
  ProgramFinding,
  UsContentResult,
} from './result.ts'
import { outcomeOf, type Shipment } from './shipments.ts'
import { placed } from './missing.ts'
import type { UsContent } from './us-content.ts'

/** A layer as the answer shows it. */
export function layerResult(
  { proposal }: Reading,
  layer: Layer,
  findings: readonly ProgramFinding[],
  providers: readonly number[],
  subjects: readonly Subject[],
  exports: readonly ExportNeed[],
): LayerResult {
  const models = layer === 'models' ? (proposal.layers?.models?.models ?? []) : []
  const facts = subjects.filter(({ of }) => of === 'model').map((one) => one.facts)
  const offered = subjects.find((one) => one.of === 'layer' && one.layer === layer)!
  return {
    layer,
    offered: verdictOf(offered.facts.values['layer.offered'] as boolean | undefined),
    providers: providers.map((party) => ({ party, name: proposal.parties![party]!.name ?? '' })),
    models: models.map(({ name, basedOn }, i) => ({
      name,
      origin: textOf(facts[i]?.values['layerModel.origin']),
      family: familyOf(facts[i]),
      basedOn: basedOn === undefined ? null : basedOn.map((base) => base.name),
    })),
    findings: [...findings],
    exports: [...exports],
  }
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** A family of a country of concern after which the model or one below it is named. */
function familyOf(facts: Facts | undefined): string | null {
  const below = facts?.lists['bases']?.members ?? []
  const families = [
    facts?.values['layerModel.family'],
    ...below.map(({ values }) => values['base.family']),
  ]
  return textOf(families.find((family) => family !== 'none'))
}

const verdictOf = (answer: boolean | undefined): Verdict =>
  answer === undefined ? 'unknown' : answer ? 'yes' : 'no'

/** A member, or a provider that is none, as the answer shows it. */
export function memberResult(
  { proposal }: Reading,
  consortium: Consortium,
  party: number,
  findings: readonly ProgramFinding[],
  layers: readonly Layer[],
): MemberResult {
  const input = proposal.parties![party]!
  const { values } = consortium.parties[party]!
  const owned = consortium.owned[party]
  return {
    party,
    role: input.role,
    name: input.name ?? '',
    country: codeOf(input['country']),
    headquarters: codeOf(input['headquarters']),
    layers: [...layers],
    concernOwnership: rangeOf(values['member.concernOwnership']),
    arithmetic: [...(owned?.arithmetic ?? [])],
    flags: [...(owned?.flags ?? [])],
    findings: [...findings],
  }
}

function codeOf(raw: unknown): string | null {
  const code = unboxed(raw)
  return typeof code === 'string' && code !== 'unknown' ? code : null
}

/** What a layer needs in one country: the strictest of its deliveries, and the reasons. */
export function exportNeed(shipment: Shipment): ExportNeed {
  const { target, country, deals } = shipment
  const outcome = outcomeOf(shipment)
  const deciding = deals.filter(({ determination }) => determination.outcome === outcome)
  const because = deciding.flatMap(({ determination: { because: ids, findings, exceptions } }) =>
    ids.flatMap((id) => {
      const found = [...findings, ...exceptions].find((one) => one.id === id)
      return found === undefined ? [] : [{ id, citation: found.citation, title: found.title }]
    }),
  )
  const policies = deciding.flatMap(({ determination: { reviewPolicy } }) => reviewPolicy ?? [])
  const strictest = REVIEW_POLICIES.findLast((policy) => policies.includes(policy)) ?? null
  return {
    target,
    country,
    outcome,
    reviewPolicy: strictest,
    reviewPolicySettled: deciding.every(({ determination }) => determination.reviewPolicySettled),
    because: [...new Map(because.map((one) => [one.id, one])).values()],
    deliveries: deals.map(({ delivery, determination: answer }) => ({
      delivery,
      outcome: answer.outcome,
      textOnly: answer.textOnly,
      reviewPolicy: answer.reviewPolicy,
      items: answer.items.map((item) => ({
        product: item.product,
        paragraph: item.classification.paragraph,
        outcome: item.outcome,
      })),
      because: [...answer.because],
      obligations: answer.obligations.map(({ provision, citation, text }) => ({
        provision,
        citation,
        text,
      })),
    })),
    questions: deals.flatMap(({ determination, placeOf }) => placed(determination, placeOf)),
  }
}

/** The U.S.-content calculation, with the line that the law of the day draws. */
export function contentResult(
  law: Law,
  { proposal }: Reading,
  { values }: Facts,
  content: UsContent | undefined,
): UsContentResult {
  const hardware = proposal.layers?.hardware
  const stated = unboxed(hardware?.usContent)
  const percent = values['proposal.usContent']
  const presumption = law.by.program.find(({ provision }) => provision.id === 'program.us-content')
  const range = percent === undefined ? null : bounds(percent as Quantity)
  const line = presumption === undefined ? null : lineOf(presumption.when)
  return {
    percent: range,
    line,
    presumption: line === null || range === null ? 'unknown' : reaches(range, line),
    stated: typeof stated === 'string' ? null : amountOf(stated as Amount | undefined),
    withoutManufacturing: content?.withoutManufacturing ?? null,
    sums: content === undefined ? null : { ...content.sums },
    complete: verdictOf(yesOrNo(hardware?.contentComplete)),
    lines: (hardware?.content ?? []).map((one) => ({
      description: one.description,
      value: amountOf(one.value),
      usOrigin: amountOf(one.usOrigin),
      usOriginPercent: amountOf(one.usOriginPercent),
      usManufacturing: amountOf(one.usManufacturing),
      evidence: one.evidence ?? null,
    })),
  }
}

const reaches = ({ low, high }: Range, line: number): Verdict =>
  low >= line ? 'yes' : high < line ? 'no' : 'unknown'

/** The number that a condition of one line draws it at. */
const lineOf = (condition: Condition): number | null =>
  condition.kind === 'leaf' && condition.is.test === 'at_least' ? condition.is.value : null

function amountOf(amount: Amount | undefined): Range | null {
  if (amount === undefined) return null
  return typeof amount === 'number'
    ? { low: amount, high: amount }
    : { low: amount[0], high: amount[1] }
}
