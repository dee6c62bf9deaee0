import type { ItemInput, PartyInput } from '../facts/case.ts'

/** A party without its role, which the feature gives it. */
export interface PartyFacts {
  readonly name?: string
  readonly ultimateParent?: NonNullable<PartyInput['ultimateParent']>
  readonly [fact: string]: unknown
}

/** A model: its name and who provides it, and beside them what a case says of its weights as an item. */
export interface ModelInput extends ItemInput {
  readonly id: string
  readonly name?: string
  readonly provider?: unknown
}

export interface FeatureInput {
  readonly id: string
  readonly kind: string
  readonly title?: string
  readonly models?: readonly string[]
  readonly customers?: readonly string[]
  readonly regions?: readonly string[]
  readonly items?: readonly ItemInput[]
  readonly operator?: PartyFacts
  readonly on?: readonly string[]
  readonly facts?: DealFacts
}

export interface CustomerInput extends PartyFacts {
  readonly id: string
  readonly title?: string
}

/** Facts of the deal as a whole, as a case gives them. */
export type DealFacts = Readonly<Record<string, unknown>>

/** A rollout as its author wrote it: what is to be switched on, where and for whom. */
export interface Manifest {
  readonly kind: 'rollout'
  readonly id?: string
  readonly title?: string
  readonly asOf?: string | readonly string[]
  readonly from?: unknown
  readonly places: readonly string[]
  readonly exporter?: PartyFacts
  readonly models?: readonly ModelInput[]
  readonly features: readonly FeatureInput[]
  readonly customers?: readonly CustomerInput[]
  readonly facts?: DealFacts
}

/** In the place of a country: the place of the cell. */
export const HERE = 'here'

/** One column of the matrix before it is laid out by date: a feature, for one model and one class of customers. */
export interface Column {
  /** Index of the feature in the manifest. */
  readonly feature: number
  /** Index of the model; undefined where the feature has none. */
  readonly model: number | undefined
  /** Index of the class of customers; undefined where the manifest names none. */
  readonly customers: number | undefined
}
