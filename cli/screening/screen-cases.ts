import type { Screened } from '../../src/check.ts'
import type { Case } from '../../src/facts/case.ts'
import { screenParties } from '../../src/screening/screen-parties.ts'
import type { Terminal } from '../terminal.ts'
import type { ListFlags } from './open-lists.ts'

/** Screens the parties of a case on a law date: the case with what that settled, and what was found. */
export type Screening = (input: Case, day: string) => Screened & { readonly case: Case }

/**
 * What screens these cases, or undefined where none names a party or screening is not wanted; the lists
 * are opened only where they are needed.
 */
export async function screeningFor(
  cases: readonly Case[],
  flags: ListFlags & { readonly screen: boolean },
  terminal: Terminal,
): Promise<Screening | undefined> {
  const names = cases.flatMap(({ parties }) => namesIn(parties ?? []))
  if (!flags.screen || (names.length === 0 && flags.requireFresh !== true)) return undefined
  const { openLists } = await import('./open-lists.ts')
  const { screener, ages, decide } = await openLists(flags, terminal.today(), names)
  const lists = ages.map(({ code, date, sha256 }) => ({ id: code, date, sha256 }))
  return (input, day) => ({ ...screenParties(input, screener, day, decide), lists })
}

interface Named {
  readonly name?: unknown
  readonly owners?: readonly Named[] | undefined
}

const namesIn = (parties: readonly Named[]): string[] =>
  parties.flatMap(({ name, owners }) => [
    ...(typeof name === 'string' ? [name] : []),
    ...namesIn(owners ?? []),
  ])
