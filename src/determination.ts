import type { Proof } from './logic/prove.ts'
import type { Range, Source, Value } from './logic/facts.ts'
import type { Verdict } from './logic/verdict.ts'

/** The outcomes of a transaction, from the most permissive to the strictest. */
export const OUTCOMES = [
  'not-subject',
  'no-license-required',
  'permitted-with-conditions',
  'needs-review',
  'needs-facts',
  'license-required',
  'prohibited',
] as const
export type Outcome = (typeof OUTCOMES)[number]

export const REVIEW_POLICIES = [
  'approval',
  'presumption-of-approval',
  'case-by-case',
  'presumption-of-denial',
  'denial',
] as const
export type ReviewPolicy = (typeof REVIEW_POLICIES)[number]

export type Posture = 'text' | 'enforced'

/** The status of a provision on the law date. */
export type Status =
  | 'in-force'
  | 'not-enforced'
  | 'suspended'
  | 'rescinded'
  | 'unverified'
  | 'proposed'
  | 'guidance'
  | 'policy'

export type FindingKind = 'requirement' | 'prohibition' | 'red-flag' | 'unsettled' | 'conflict'

/** A provision that applied, with what made it true. */
export interface Finding {
  id: string
  kind: FindingKind
  title: string
  citation: string
  source: string
  status: Status
  /** `yes`, or `unknown` where a missing fact keeps it open. */
  verdict: Verdict
  /** Index of the item, null where the provision reaches the whole deal. */
  item: number | null
  /** Index of the party whose facts made it true, null where none did. */
  party: number | null
  confidence: Confidence
  /** Ids of the exceptions that lift this requirement; empty while none does. */
  liftedBy: string[]
  proof: Proof
}

export type Confidence = 'A' | 'B' | 'C'

/** A license exception that could lift an open requirement, and how its conditions stand. */
export interface ExceptionResult {
  id: string
  title: string
  citation: string
  source: string
  status: Status
  verdict: Verdict
  item: number | null
  lifts: string[]
  /** Citations of the conditions that are met, not met, and not known. */
  met: string[]
  failed: string[]
  open: string[]
  proof: Proof
}

/** A provision that was tested and did not apply. */
export interface Considered {
  id: string
  kind: string
  title: string
  citation: string
  status: Status
  item: number | null
  /** The clause that failed, in words. */
  failed: string
}

export interface Question {
  /** Path of the missing fact in the case. */
  fact: string
  /** Name of the fact in the dictionary. */
  name: string
  ask: string
  /** How many open provisions turn on it. */
  settles: number
  /** Who usually knows: shipper, supplier, customer, exporter, BIS. */
  knownBy: string
}

/** Something to do: a notice, a certificate, a record, a deadline. */
export interface Obligation {
  provision: string
  citation: string
  item: number | null
  text: string
  /** Last day to do it, where the law counts days before the export. */
  dueBy: string | null
}

export interface RedFlag {
  id: string
  title: string
  citation: string
  item: number | null
  open: boolean
  resolution: string | null
}

/** Law that is not applied in the answer: proposed, not enforced, suspended, guidance, or later than verified. */
export interface Notice {
  id: string
  title: string
  citation: string
  source: string
  status: Status
  text: string
  /** True where applying it would change the outcome. */
  changesOutcome: boolean
}

export interface AssumedFact {
  fact: string
  value: unknown
  profile: string
  basis: string
  signedBy: string
  expires: string
}

export interface NotModelled {
  citation: string
  state: 'partly' | 'pointer' | 'out'
  why: string
}

/** One step of the arithmetic on a chip, as it would stand on paper. */
export interface Step {
  label: string
  formula: string
  source: string
  confidence: Confidence
}

export interface CircuitResult {
  product: string
  count: number
  values: { name: string; value: Value; unit: string; source: Source }[]
  steps: Step[]
}

export interface ItemResult {
  index: number
  product: string
  quantity: number | null
  /** Outcome of this item alone. */
  outcome: Outcome
  classification: {
    /** The paragraph, or null while facts are missing. */
    paragraph: string | null
    /** Paragraphs that stay possible while facts are missing. */
    candidates: string[]
    /** What the case claimed, verbatim. */
    claimed: string | null
    conflict: string | null
    confidence: Confidence
    /** Why this confidence: the values that decide and where they come from. */
    decidedBy: string[]
    citation: string
    proof: Proof | null
  }
  circuits: CircuitResult[]
  /** How the product was read: not in the catalogue, or a name that several products share. */
  remarks: string[]
  reasonsForControl: string[]
}

/** Who owns a party, as each body of law adds it up: BIS and OFAC. */
export interface PartyOwnership {
  party: number
  results: OperatorOwnership[]
}

/** Percents are of the party that is owned, at least and at most. */
export interface OperatorOwnership {
  /** `bis` or `ofac`. */
  operator: string
  citation: string
  /** Whether owners that count hold 50 percent or more. */
  verdict: Verdict
  percent: Range
  /** Percent of which it is not settled whether the owner counts. */
  unknownShare: Range
  /** The holdings of owners that count or may count, the furthest first. */
  path: {
    holder: string
    held: string
    percent: Range
    counts: 'yes' | 'unknown'
    because: 'listed' | 'owned' | 'not-screened' | 'owners-unknown'
    source: string | null
  }[]
  arithmetic: string[]
  mostRestrictiveOwner: string | null
  flags: { kind: string; text: string; citation: string; about: string[] }[]
  /** Faults in what the case says of the owners. */
  issues: string[]
  /** The share multiplied along the chain, for display: neither law adds ownership up so. */
  multiplied: { percent: Range; arithmetic: string[] }
}

/** The facts of the case as used, for the report: each with its source. */
export interface FactUsed {
  path: string
  label: string
  value: unknown
  source: string
  assumed: boolean
}

export interface PolicyOption {
  policy: ReviewPolicy
  provision: string
  citation: string
  /** Questions that would have to be answered for it to apply. */
  questions: string[]
}

export interface Basis {
  engine: string
  pack: { id: string; sha256: string }
  lists: { id: string; date: string; sha256: string }[]
  lawDate: string
  knowledgeDate: string
  posture: Posture
  includeProposed: boolean
  profiles: { id: string; sha256: string }[]
  /** SHA-256 of the canonical JSON of the case. */
  caseSha256: string
}

/** What screening found of one party or owner of a case. */
export interface PartyScreening {
  /** Where it stands: `parties[0].owners[1]`. */
  at: string
  name: string
  /**
   * `stated`: the case says on which lists it is, and that stands. `listed`: it has the name of an entry,
   * whatever the case says.
   * `none`: nothing reached the threshold. `question`: it may be an entry, or could not be compared.
   * `before-the-lists`: the law date is before the lists, which can't tell of that day. `stale`: nothing
   * reached the threshold, but on the law date a list is older than its limit, which settles nothing.
   */
  status: 'stated' | 'listed' | 'none' | 'question' | 'before-the-lists' | 'stale'
  /**
   * What `lists` of the party was taken to be; null where the case decides or a person must. Of a `stated`
   * party it is what the case states of the same name elsewhere.
   */
  lists: string[] | null
  /** Where `lists` is taken from; null where the case decides or a person must. */
  source: { document: string; date: string } | null
  /** Whether the case says less than the lists; the lists count. */
  contradicts: boolean
  /** Score from which a name is a hit. */
  threshold: number
  notComparable: string[]
  hits: PartyHit[]
  /** Entries whose names fell just short of the threshold. They are no hits. */
  nearMisses: PartyHit[]
  /** Hits that people have decided to be another party, with who, why and until when. */
  cleared: (PartyHit & { by: string[]; reason: string; until: string | null })[]
}

/** An entry that a party has, or may have, the name of, with what follows from it. */
export interface PartyHit {
  id: string
  list: string
  listTitle: string
  listDate: string
  name: string
  /** What a party with this entry is known to be, as `lists` of a case writes it. */
  lists: string[]
  /** The name or alias that matched; null for a hit by address. */
  matched: string | null
  kind: 'name' | 'address'
  score: number | null
  band: 'exact' | 'strong' | 'review' | 'near'
  country: 'supports' | 'contradicts' | 'not given' | 'not listed'
  words: string[]
  citation: string
  requirement: string
  reviewPolicy: string | null
  exceptions: string | null
  footnotes: number[]
  notice: string | null
  /** SHA-256 of the entry. */
  digest: string
}

/** The answer to one case. Every other output is rendered from it. */
export interface Determination {
  case: string
  title: string | null
  outcome: Outcome
  reviewPolicy: ReviewPolicy | null
  /** False while a missing fact could still lead to another policy; the options are listed. */
  reviewPolicySettled: boolean
  reviewPolicyOptions: PolicyOption[]
  /** Ids of the provisions that decide the outcome. */
  because: string[]
  /** The outcome of the codified text alone, where it differs; null otherwise. */
  textOnly: Outcome | null
  route: { activity: string | null; from: string | null; to: string | null; via: string[] }
  parties: { index: number; role: string; name: string; country: string | null }[]
  items: ItemResult[]
  findings: Finding[]
  exceptions: ExceptionResult[]
  questions: Question[]
  obligations: Obligation[]
  redFlags: RedFlag[]
  screening: PartyScreening[]
  ownership: PartyOwnership[]
  assumed: AssumedFact[]
  notices: Notice[]
  considered: Considered[]
  notModelled: NotModelled[]
  facts: FactUsed[]
  basis: Basis
}
