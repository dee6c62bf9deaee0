import type { Context } from '../facts/context.ts'
import type { Case } from '../facts/case.ts'
import type { ProgramSubject } from '../rules/provision.ts'
import type { Facts, Source, Value } from '../logic/facts.ts'
import type { Layer, Proposal } from './input.ts'

/** One thing that provisions of the program are tested of, and where it stands in the proposal. */
export interface Subject {
  readonly of: ProgramSubject
  readonly facts: Facts
  /** How a person would call it. */
  readonly label: string
  /** Index of the party, the target; name of the layer; code of the country. Null where it is none of it. */
  readonly party: number | null
  readonly layer: Layer | null
  readonly target: number | null
  readonly country: string | null
}

/** What reading a proposal needs: the facts of the day and the parties as a case would have them. */
export interface Reading {
  readonly proposal: Proposal
  readonly context: Context
  /** The parties of the proposal as those of a deal. */
  readonly consortium: Case
  /**
   * By the place of a party: the lists, later than the law date, on which nothing like its name was found.
   * They can't tell of that day for an export; who is on none of them later is no bar to a membership.
   */
  readonly noneLater: Readonly<Record<string, string>>
  /** The members of a table on the law date. */
  readonly members: (table: string) => ReadonlySet<Value>
}

/** Facts under the making: values, where they came from and where they stand. */
export class FactSheet {
  readonly values: Record<string, Value | undefined> = Object.create(null) as Record<string, Value>
  readonly sources: Record<string, Source | undefined> = Object.create(null) as Record<
    string,
    Source
  >
  readonly paths: Record<string, string> = Object.create(null) as Record<string, string>

  /** A fact that was worked out, with the place at which it is asked for and, where it helps, how. */
  put(fact: string, value: Value | undefined, path: string, how?: string): void {
    this.values[fact] = value
    this.paths[fact] = path
    if (value !== undefined && how !== undefined)
      this.sources[fact] = { from: 'derived', text: how }
  }

  facts(label: string, lists: Facts['lists'] = {}): Facts {
    return { values: this.values, sources: this.sources, paths: this.paths, lists, label }
  }
}

/** Yes, no, or undefined where a case says `unknown` or nothing. */
export function yesOrNo(answer: unknown): boolean | undefined {
  if (answer === true || answer === 'yes') return true
  return answer === false || answer === 'no' ? false : undefined
}

/**
 * Whether a proposal holds a part: what is left out of it is missing, and not unknown; only who writes
 * `unknown` does not know.
 */
export function holds(part: unknown): boolean | undefined {
  if (part === 'unknown') return undefined
  return Array.isArray(part) ? part.length > 0 : part !== undefined
}
