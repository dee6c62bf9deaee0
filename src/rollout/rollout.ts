import type {
  AssumedFact,
  Basis,
  NotModelled,
  Outcome,
  ReviewPolicy,
  Status,
} from '../determination.ts'
import type { Verdict } from '../logic/verdict.ts'

/** Where a reason comes from: four things that a reader must never take for each other. */
export type Ground = 'law' | 'list' | 'ownership' | 'policy'

/** One feature in one place, for one model and one class of customers, on one law date. */
export interface Cell {
  place: string
  /** Id of the feature in the manifest. */
  feature: string
  /** Id of the model; null where the feature has none. */
  model: string | null
  /** Id of the class of customers; null where the manifest names none. */
  customers: string | null
  asOf: string
  /** Whether the manifest means to switch it on there; only these cells count for the exit code. */
  on: boolean
  outcome: Outcome
  /** Ids of the provisions that decide the outcome, as in the determination of the cell. */
  because: string[]
  /** Index in `answers`: many cells have the same. */
  answer: number
}

/** A provision that speaks to a cell. */
export interface Reason {
  id: string
  citation: string
  title: string
  grounds: Ground[]
  status: Status
  verdict: Verdict
  /** Whether it is one of those that decide the outcome. */
  decides: boolean
}

/** What one of the four grounds alone says of a cell; null where nothing on it applies. */
export interface GroundAnswer {
  outcome: Outcome | null
  because: string[]
}

/** The answer that a number of cells share. */
export interface Answer {
  outcome: Outcome
  reviewPolicy: ReviewPolicy | null
  /** What the codified text alone would say, where that differs. */
  textOnly: Outcome | null
  because: string[]
  grounds: Record<Ground, GroundAnswer>
  reasons: Reason[]
  /** What is missing, as places of the manifest. */
  open: string[]
  /** What is missing to say whether the provider's own terms bar it. */
  policyOpen: string[]
  /** What must still be done where a license exception covers it. */
  conditions: { citation: string; text: string }[]
  /** Proposed, suspended or not enforced law that would change the outcome. */
  notices: { id: string; citation: string; title: string; status: Status }[]
  /** Of a class of customers seated in a group: the seats that give the strictest answer. */
  seats: { headquarters: string | null; parentHeadquarters: string | null } | null
}

export interface RolloutQuestion {
  /** Where in the manifest the answer belongs. */
  at: string
  /** Name of the fact in the dictionary. */
  name: string
  ask: string
  /** How many cells ask for it. */
  cells: number
  knownBy: string
}

/** Cells that are to be switched on and may not be, or not yet, and the line of the manifest that says so. */
export interface RolloutFinding {
  file: string
  line: number | null
  column: number | null
  /** Path in the manifest of the word that brings the places in. */
  path: string
  feature: string
  model: string | null
  customers: string | null
  /** Law dates on which it stands in the way. */
  asOf: string[]
  places: string[]
  outcome: Outcome
  /** Whether the provider's own policy bars it, and not the law. */
  byPolicy: boolean
  because: string[]
  answer: number
}

/** Cells of one place and column whose answers differ: between law dates, or since an earlier run. */
export interface Change {
  place: string
  feature: string
  model: string | null
  customers: string | null
  before: Side | null
  after: Side | null
}

export interface Side {
  asOf: string
  outcome: Outcome
  textOnly: Outcome | null
  because: string[]
  /** Ids of the provider's own terms that bar it, or may. */
  policy: string[]
}

/** How this run differs from an earlier one. */
export interface Since {
  rollout: string
  basis: RolloutBasis
  /** What else is not the same: `manifest`, `pack`, `engine`, `lists`, `law-date`, `posture`. */
  differs: string[]
  changes: Change[]
}

export type RolloutBasis = Omit<Basis, 'caseSha256'> & {
  lawDates: string[]
  /** SHA-256 of the manifest's canonical JSON. */
  manifestSha256: string
}

/** The answer to a rollout. Every other output is rendered from it. */
export interface Rollout {
  rollout: string
  title: string | null
  asOf: string[]
  features: { id: string; kind: string; title: string | null }[]
  models: string[]
  customers: { id: string; title: string | null }[]
  places: string[]
  /** Strictest outcome over the cells that are to be switched on; null where none is. */
  outcome: Outcome | null
  cells: Cell[]
  answers: Answer[]
  findings: RolloutFinding[]
  questions: RolloutQuestion[]
  /** Cells whose answers differ from one law date to the next. */
  differences: Change[]
  since: Since | null
  assumed: AssumedFact[]
  notModelled: NotModelled[]
  basis: RolloutBasis
}
