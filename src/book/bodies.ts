import type { Determination } from '../determination.ts'
import type { Case } from '../facts/case.ts'

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
  /** SHA-256 of the determination's canonical JSON: the record hash of its report. */
  readonly determinationSha256: string
  readonly engine: {
    readonly version: string
    readonly program: string | null
    readonly runtime: string
  }
}
