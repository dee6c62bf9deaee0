import { check, type CheckOptions } from '../check.ts'
import { OUTCOMES, type Determination } from '../determination.ts'
import type { Engine } from '../engine.ts'
import type { Case, PartyInput } from '../facts/case.ts'
import { asks } from '../logic/asks.ts'
import {
  countriesOf,
  LAYERS,
  partyNamed,
  targetsOf,
  type DeliveryInput,
  type Layer,
  type Proposal,
  type TargetInput,
} from './input.ts'

/** The deals of one layer with one target country, as the engine that judges transactions sees them. */
export interface Shipment {
  readonly layer: Layer
  readonly target: number
  /** ISO 3166-1 alpha-2, as the proposal writes it. */
  readonly country: string
  /** Whether the target names anybody who would receive it. */
  readonly recipientsNamed: boolean
  readonly deals: readonly Deal[]
}

/** What one delivery needs, and where in the proposal each of its facts would stand. */
export interface Deal {
  /** Index among the deliveries of its layer. */
  readonly delivery: number
  readonly determination: Determination
  readonly placeOf: (path: string) => string
}

/** The strictest outcome of the deals; nothing is known of a layer that describes no delivery. */
export function outcomeOf({ deals }: Shipment): Determination['outcome'] | 'not-described' {
  const outcomes = deals.map(({ determination }) => OUTCOMES.indexOf(determination.outcome))
  return outcomes.length === 0 ? 'not-described' : OUTCOMES[Math.max(...outcomes)]!
}

/**
 * Whether the law forbids what a layer delivers; undefined, with the place of a fact that would tell, where
 * it may. While nobody is named who would receive it, nothing about him can forbid it.
 */
export function prohibitionOf({ deals, recipientsNamed }: Shipment): {
  readonly prohibited: boolean | undefined
  readonly asks?: string
} {
  if (deals.some(({ determination }) => determination.outcome === 'prohibited'))
    return { prohibited: true }
  if (!recipientsNamed) return { prohibited: false }
  const open = deals.flatMap(({ determination: { findings, outcome }, placeOf }) =>
    findings
      .filter(({ kind }) => kind === 'prohibition')
      // One that applies and does not decide binds only what needs no license.
      .filter(({ verdict }) => verdict === 'unknown' || outcome === 'needs-facts')
      .map(({ proof }) => asks(proof)[0])
      .map((ask) => (ask === undefined ? undefined : placeOf(ask.path))),
  )
  if (open.length === 0) return { prohibited: false }
  const place = open.find((one) => one !== undefined)
  return { prohibited: undefined, ...(place !== undefined && { asks: place }) }
}

/**
 * Judges what each layer delivers to each target country as a transaction of its own: the items of the
 * delivery, the layer's providers as exporters, the parties and the end use of the target. The parties
 * must have been screened by then.
 */
export function shipmentsOf(
  engine: Engine,
  proposal: Proposal,
  options: Omit<CheckOptions, 'caseSha256' | 'fallbackId' | 'screened'>,
): Shipment[] {
  return LAYERS.flatMap((layer) => {
    const input = proposal.layers?.[layer]
    if (input === undefined) return []
    return targetsOf(proposal).flatMap((target, t) =>
      (countriesOf(target) ?? []).map((country): Shipment => {
        const deals = (input.deliveries ?? []).map((delivery, d): Deal => {
          const exporters = exportersOf(proposal, layer)
          const deal = dealOf(delivery, target, country, exporters)
          const id = `${layer}/${country}/${d + 1}`
          const determination = check(engine, deal, { ...options, caseSha256: '', fallbackId: id })
          const placeOf = placer(layer, d, t, target, exporters)
          return { delivery: d, determination, placeOf }
        })
        const recipientsNamed = target.parties !== undefined
        return { layer, target: t, country, recipientsNamed, deals }
      }),
    )
  })
}

interface Exporter {
  readonly index: number
  readonly party: PartyInput
}

function exportersOf({ parties = [], layers = {} }: Proposal, layer: Layer): Exporter[] {
  return [...new Set(layers[layer]?.providers)].flatMap((name) => {
    const index = partyNamed(parties, name)
    return index === undefined ? [] : [{ index, party: { ...parties[index]!, role: 'exporter' } }]
  })
}

function dealOf(
  { name: _, ...delivery }: DeliveryInput,
  { country: _c, bloc: _b, countries: _s, reasons: _r, ...target }: TargetInput,
  to: string,
  exporters: readonly Exporter[],
): Case {
  const there = target.parties ?? []
  const parties = there.length === 0 ? [] : [...exporters.map(({ party }) => party), ...there]
  return {
    ...delivery,
    ...target,
    endUse: both(delivery['endUse'], target['endUse']),
    evidence: both(delivery['evidence'], target['evidence']),
    redFlags: listed(delivery['redFlags'], target['redFlags']),
    letters: listed(delivery['letters'], target['letters']),
    kind: 'transaction',
    to,
    // Parties of whom only the exporters are known are none that settle who receives it.
    ...(parties.length === 0 ? { parties: undefined } : { parties }),
  } as Case
}

const both = (under: unknown, over: unknown): unknown =>
  under === undefined ? over : { ...(under as object), ...(over as object | undefined) }

/** What either of the two lists; undefined where neither says anything. */
function listed(one: unknown, other: unknown): unknown {
  const [first, second] = [one, other] as (readonly unknown[] | undefined)[]
  return first === undefined ? second : [...first, ...(second ?? [])]
}

/** Where a fact of the deal stands in the proposal: with the party, the target or the delivery. */
function placer(
  layer: Layer,
  delivery: number,
  target: number,
  given: TargetInput,
  exporters: readonly Exporter[],
): (path: string) => string {
  return (path) => {
    const [, index, rest = ''] = /^parties\[(\d+)\](.*)$/.exec(path) ?? []
    if (index !== undefined) {
      const exporter = exporters[Number(index)]
      return exporter === undefined
        ? `targets[${target}].parties[${Number(index) - exporters.length}]${rest}`
        : `parties[${exporter.index}]${rest}`
    }
    const [first = ''] = path.split(/[.[]/)
    const isOfTarget = first in given || OF_TARGET.includes(first)
    return isOfTarget && !path.startsWith('items')
      ? `targets[${target}].${path}`
      : `layers.${layer}.deliveries[${delivery}].${path}`
  }
}

/** What is asked of the target where neither says it: who receives it there, and what for. */
const OF_TARGET = ['parties', 'endUse', 'region', 'redFlags']
