import type {
  AssumedFact,
  Basis,
  Confidence,
  Determination,
  Notice,
  NotModelled,
  PartyScreening,
  Question,
  ReviewPolicy,
  Status,
} from '../determination.ts'
import type { Range } from '../logic/facts.ts'
import type { Proof } from '../logic/prove.ts'
import type { Verdict } from '../logic/verdict.ts'
import {
  PROGRAM_STEPS,
  type ProgramEffect,
  type ProgramStep,
  type ProgramSubject,
} from '../rules/provision.ts'
import type { Layer } from './input.ts'

export { PROGRAM_STEPS }

/** The outcomes of a proposal, as the contract names them. */
export const PROPOSAL_OUTCOMES = [
  'eligible',
  'eligible-with-conditions',
  'case-by-case',
  'incomplete',
  'ineligible',
  'undetermined',
] as const
export type ProposalOutcome = (typeof PROPOSAL_OUTCOMES)[number]

/** A provision of the program that applies to one thing of the proposal, or may. */
export interface ProgramFinding {
  id: string
  step: ProgramStep
  effect: ProgramEffect
  title: string
  citation: string
  source: string
  status: Status
  /** `yes`, or `unknown` where a missing fact keeps it open. */
  verdict: Verdict
  confidence: Confidence
  note: string | null
  about: About
  /** Path in the proposal of the fact that made it so, or that is missing. */
  where: string
  proof: Proof
}

/** What a finding is about. Indexes count from 0. */
export interface About {
  kind: ProgramSubject
  label: string
  party: number | null
  layer: Layer | null
  target: number | null
  country: string | null
}

/** Something that stands in the way, in the order in which to mend it. */
export interface Missing {
  /** Counts from 1. */
  order: number
  step: ProgramStep
  /** `replace` what cannot stay, `add` what is not there, `wait` for what nobody can say, `find-out` a fact. */
  kind: 'replace' | 'add' | 'wait' | 'find-out'
  /** What it is: the layer, the member, the target. */
  what: string
  text: string
  fix: string
  where: string
  provision: string
  citation: string
}

/** Something still to be met by the consortium (`own`) or by others: a license, an open authorization. */
export interface Condition {
  provision: string
  citation: string
  by: 'own' | 'others'
  text: string
  fix: string
  about: About
}

/** What a layer needs to be delivered to one country, by the rules of exports. */
export interface ExportNeed {
  target: number
  country: string
  outcome: Determination['outcome'] | 'not-described'
  reviewPolicy: ReviewPolicy | null
  /** False while a missing fact could still lead to another policy. */
  reviewPolicySettled: boolean
  because: { id: string; citation: string; title: string }[]
  deliveries: {
    delivery: number
    outcome: Determination['outcome']
    textOnly: Determination['outcome'] | null
    reviewPolicy: ReviewPolicy | null
    items: { product: string; paragraph: string | null; outcome: Determination['outcome'] }[]
    because: string[]
    obligations: { provision: string; citation: string; text: string }[]
  }[]
  questions: Question[]
}

export interface LayerResult {
  layer: Layer
  offered: Verdict
  providers: { party: number; name: string }[]
  models: { name: string; origin: string | null; family: string | null; basedOn: string[] | null }[]
  findings: ProgramFinding[]
  exports: ExportNeed[]
}

export interface MemberResult {
  party: number
  role: string
  name: string
  country: string | null
  headquarters: string | null
  layers: Layer[]
  /** What persons and entities of countries of concern hold; null where nothing is known of it. */
  concernOwnership: Range | null
  arithmetic: string[]
  flags: string[]
  findings: ProgramFinding[]
}

/** The U.S.-content calculation of the hardware layer. */
export interface UsContentResult {
  /** Percent, at least and at most; null while nothing is known of it. */
  percent: Range | null
  /** Percent that the presumption asks for, as the rule has it; null before the call. */
  line: number | null
  presumption: Verdict
  stated: Range | null
  withoutManufacturing: Range | null
  /** Sums in U.S. dollars at the two bounds. */
  sums: { low: ContentSum; high: ContentSum } | null
  complete: Verdict
  lines: {
    description: string
    value: Range | null
    usOrigin: Range | null
    usOriginPercent: Range | null
    usManufacturing: Range | null
    evidence: string | null
  }[]
}
export interface ContentSum {
  usOrigin: string
  value: string
}

/** How a target stands on lists of partners and of concern. A score orders targets; it authorizes nothing. */
export interface TargetResult {
  target: number
  label: string
  bloc: string | null
  reasons: string | null
  countries: {
    country: string
    /** How many of the partner lists it is on, of how many. */
    score: number
    of: number
    partners: ListedOn[]
    concerns: ListedOn[]
    notes: string[]
  }[]
  findings: ProgramFinding[]
}
export interface ListedOn {
  table: string
  title: string
  since: string | null
  confidence: Confidence
}

/** The answer to one proposal. Every other output is rendered from it. */
export interface ProposalResult {
  proposal: string
  title: string | null
  outcome: ProposalOutcome
  /** Ids of the provisions that decide the outcome. */
  because: string[]
  missing: Missing[]
  conditions: Condition[]
  layers: LayerResult[]
  members: MemberResult[]
  usContent: UsContentResult
  targets: TargetResult[]
  findings: ProgramFinding[]
  considered: { id: string; title: string; citation: string; about: About }[]
  /** What the program asks and nobody has said; what the exports turn on stands with each export. */
  questions: Question[]
  operatingModel: { build: string[]; own: string[]; operate: string[] }
  support: string[] | null
  disclosures: { what: string; from: string }[]
  screening: PartyScreening[]
  assumed: AssumedFact[]
  notices: Notice[]
  notModelled: NotModelled[]
  basis: Basis
}
