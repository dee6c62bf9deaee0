import type { Case, PartyInput } from '../facts/case.ts'

/** The five layers of a full stack, in the order of EO 14320 s.3(b)(i)(A) to (E). */
export const LAYERS = ['hardware', 'data', 'models', 'security', 'applications'] as const
export type Layer = (typeof LAYERS)[number]

/** An answer that a case writes for a fact: yes, no or unknown. */
export type Answer = boolean | 'yes' | 'no' | 'unknown'
/** U.S. dollars, or percent, or a range [low, high]. */
export type Amount = number | readonly [number, number]

/** One line of the value of the hardware layer. */
export interface ContentLine {
  readonly description: string
  readonly value?: Amount
  readonly usOrigin?: Amount
  readonly usOriginPercent?: Amount
  readonly usManufacturing?: Amount
  readonly evidence?: string
}

export interface ModelInput {
  readonly name: string
  readonly developer?: string
  readonly origin?: unknown
  readonly basedOn?: readonly BaseInput[]
}
export interface BaseInput {
  readonly name: string
  readonly developer?: string
  readonly origin?: unknown
}

/** What a layer delivers to a target: the keys of a transaction, without where it goes and to whom. */
export type DeliveryInput = Omit<Case, 'kind'> & { readonly name?: string }

export interface LayerInput {
  readonly description?: string
  readonly providers?: readonly string[]
  readonly deliveries?: readonly DeliveryInput[]
  /** Of hardware. */
  readonly usContent?: unknown
  readonly content?: readonly ContentLine[]
  readonly contentComplete?: Answer
  /** Of models. */
  readonly models?: readonly ModelInput[]
}

/** A target: a country or a bloc, with the parties there and what else a transaction says of them. */
export interface TargetInput {
  readonly country?: string
  readonly bloc?: string
  readonly countries?: readonly string[]
  readonly reasons?: string
  readonly parties?: readonly PartyInput[]
  readonly [fact: string]: unknown
}

/** A proposal to the American AI Exports Program, as its author wrote it. */
export interface Proposal {
  readonly kind: 'proposal'
  readonly id?: string
  readonly title?: string
  readonly date?: string
  readonly parties?: readonly PartyInput[]
  readonly controlledFromConcern?: Answer
  readonly layers?: Partial<Readonly<Record<Layer, LayerInput>>>
  readonly targets?: readonly TargetInput[] | 'unknown'
  readonly operatingModel?: Partial<
    Readonly<Record<'build' | 'own' | 'operate', readonly string[] | 'unknown'>>
  >
  readonly support?: readonly string[] | 'unknown'
  readonly compliance?: Partial<
    Readonly<Record<'exportControls' | 'outboundInvestment' | 'endUserPolicies', Answer>>
  >
  readonly disclosures?: {
    readonly made?: Answer
    readonly entries?: readonly { readonly what: string; readonly from: string }[]
    readonly [fact: string]: unknown
  }
  readonly nationalChampion?: {
    readonly member: string
    readonly layer: Layer
    readonly reasons?: string
  }
  readonly [fact: string]: unknown
}

/** The targets that a proposal names; none where it leaves them out or does not know them. */
export const targetsOf = ({ targets }: Proposal): readonly TargetInput[] =>
  Array.isArray(targets) ? (targets as readonly TargetInput[]) : []

/** The codes of the countries of a target; undefined where a bloc names none. */
export function countriesOf({ country, countries }: TargetInput): readonly string[] | undefined {
  return country === undefined ? countries : [country]
}

/** Roles of those who are members of a consortium. */
export const isMember = ({ role }: PartyInput): boolean =>
  role === 'anchor-member' || role === 'member'

/** Index of the party that a name stands for, by its id or its name; undefined where there is none. */
export function partyNamed(parties: readonly PartyInput[], name: string): number | undefined {
  const byId = parties.findIndex(({ id }) => id === name)
  const found = byId >= 0 ? byId : parties.findIndex((party) => party.name === name)
  return found < 0 ? undefined : found
}
