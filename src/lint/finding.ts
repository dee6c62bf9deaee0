import type { Place } from '../errors.ts'
import type { ReadPack } from '../rules/read.ts'
import type { Observed } from './legal-cases.ts'

export type Level = 'error' | 'warning' | 'notice'

/** One thing that lint found in the law, where, and the mend. */
export interface LintFinding {
  /** Id of the check; its page is `docs/lint/<check>.md`. */
  readonly check: string
  readonly level: Level
  readonly message: string
  readonly at: Place
  readonly help?: string
}

/** What a check may know besides the pack. */
export interface LintContext {
  /** The day from which staleness and coming changes are counted. */
  readonly day: string
  /** Numbers that the legal cases give to facts; undefined where no cases were given. */
  readonly observed: readonly Observed[] | undefined
}

/** Looks at a whole pack for one kind of mistake. */
export type Check = (read: ReadPack, context: LintContext) => LintFinding[]
