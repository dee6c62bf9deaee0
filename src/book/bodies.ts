import type { Determination, Finding, Outcome } from '../determination.ts'
import type { Case } from '../facts/case.ts'

type Proof = Finding['proof']

/** A number under which another system knows the same deal: `{ system: 'ERP', id: '4500012345' }`. */
export interface Reference {
  readonly system: string
  readonly id: string
}

/** Last days on which a record must still be kept, by the law that asks for it. */
export interface Retention {
  readonly ear: string
  readonly ofac: string
}

/** What an entry of the kind `determination` tells: part A of the audit record. */
export interface DeterminationBody {
  /** 128 random bits, so that nobody can tell from the hash of a redacted body what it held. */
  readonly nonce: string
  readonly identity: {
    readonly case: string
    /** From 1; a later version takes the place of the one before. */
    readonly version: number
    readonly supersedes: string | null
    /** Why a later version was filed, in the filer's words. */
    readonly reason: string | null
    readonly references: readonly Reference[]
    readonly language: string
  }
  readonly times: {
    readonly created: string
    readonly zone: string
    readonly clock: string
    readonly lawDate: string
    readonly knowledgeDate: string
    readonly retainedUntil: Retention
  }
  readonly preparer: {
    readonly name: string
    readonly role: string | null
    readonly authority: string | null
  }
  /** The facts as given: the case as it was read, and the document that it was read from. */
  readonly case: Case
  readonly source: { readonly name: string; readonly sha256: string } | null
  readonly determination: Determination
  /** On what terms the parties were screened: the age that lists may have, and whether older ones count. */
  readonly screeningTerms: ScreeningTerms
  /** SHA-256 of the determination's canonical JSON: the record hash of its report. */
  readonly determinationSha256: string
  /** Every basis on which an item could be subject to the EAR, and every exclusion, with its prongs; none where no item is sent. */
  readonly jurisdiction: readonly JurisdictionEntry[]
  /** Facts that, were one of them otherwise, would lead to another outcome. */
  readonly flips: Flips
  /** Days from which the answer may be another, the earliest first. */
  readonly recheck: readonly Recheck[]
  readonly engine: {
    readonly version: string
    readonly program: string | null
    readonly runtime: string
  }
}

export interface JurisdictionEntry {
  readonly item: number
  readonly id: string
  readonly kind: 'jurisdiction' | 'exclusion'
  readonly title: string
  readonly citation: string
  readonly source: string
  readonly verdict: Proof['verdict']
  readonly prongs: readonly { readonly cite: string; readonly verdict: Proof['verdict'] }[]
  /** What carries the verdict; null for a no, whose failing clause stands among what was considered. */
  readonly proof: Proof | null
}

export interface ScreeningTerms {
  /** Days; null where each list has its own limit alone. */
  readonly mostDays: number | null
  readonly acceptStale: boolean
}

/** What was tried on the case, one fact otherwise at a time. */
export interface Flips {
  readonly tried: number
  /** False where the bound was reached before every fact was tried. */
  readonly isComplete: boolean
  readonly found: readonly Flip[]
}

export interface Flip {
  readonly fact: string
  readonly path: string
  /** What the case says; null where it says nothing. */
  readonly stated: unknown
  readonly values: readonly unknown[]
  readonly outcome: Outcome
}

/** A day from which an answer may be another, and what begins or ends then: a provision, a fact, a hit. */
export interface Recheck {
  readonly on: string
  readonly kind: 'text' | 'enforcement' | 'assumption' | 'clearance'
  readonly of: string
}

/** What an entry of the kind `evidence` tells: a document on file, and what it supports. */
export interface EvidenceBody {
  readonly nonce: string
  readonly note: string
  /** Name and digest of the document; null where only the note was filed. */
  readonly file: { readonly name: string; readonly sha256: string; readonly bytes: number } | null
  /** Facts, conditions or flags that it supports, in the words of the case: `endUse.military`. */
  readonly supports: readonly string[]
  /** The condition of an authorization that it meets, from 1. */
  readonly condition: number | null
}

/** What an entry of the kind `adjudication` tells: whether a hit on a list is the party of the deal. */
export interface AdjudicationBody {
  readonly nonce: string
  readonly party: string
  /** Code of the list: `entity-list`, `sdn`. */
  readonly list: string
  /** The entry of the list that was hit, as the list names it. */
  readonly hit: string
  readonly verdict: 'cleared' | 'confirmed'
  readonly reason: string
  readonly evidence: readonly string[]
  /** What shows it, in words, where no document of it was filed. */
  readonly reference: string | null
  /** The last day on which it holds; null where it has none. */
  readonly until: string | null
}

export const DECISIONS = ['release', 'hold', 'escalate'] as const
export type DecisionName = (typeof DECISIONS)[number]

/** What an entry of the kind `decision` tells. */
export interface DecisionBody {
  readonly nonce: string
  readonly decision: DecisionName
  readonly outcome: string
  readonly reason: string
  /** On what authority the person decides, and for whom where he stands in for another. */
  readonly authority: string | null
  readonly onBehalfOf: string | null
  readonly evidence: readonly string[]
  /** Why a second person is needed; empty where one is enough. */
  readonly secondPersonFor: readonly SecondPersonFor[]
  /** `complete`; or `first`, a release that stands only when a second person agrees. */
  readonly standing: 'complete' | 'first'
  /** The entry of the first person that this one completes. */
  readonly completes: number | null
  /** What a release draws from an authorization, and what is left of it. */
  readonly drawn: Drawn | null
}

/** What the policy of the book gives to two people: an outcome, or a hit on a list that was cleared. */
export type SecondPersonFor =
  | { readonly outcome: string }
  | { readonly clearedList: string; readonly party: string }

export interface Drawn {
  readonly authorization: string
  readonly lines: readonly {
    readonly line: number
    readonly item: number
    readonly quantity: number
    readonly value: number | null
    readonly quantityLeft: number | null
    readonly valueLeft: number | null
  }[]
}

/** What an entry of the kind `correction` tells: what was wrong in an earlier entry. */
export interface CorrectionBody {
  readonly nonce: string
  readonly entry: number
  readonly reason: string
  /** True where the earlier entry no longer counts. */
  readonly voids: boolean
}

/** What an entry of the kinds `export` and `access` tells. */
export interface UseBody {
  readonly what: string
  readonly format: string | null
  /** SHA-256 of what went out; null where something was only looked at. */
  readonly sha256: string | null
}
