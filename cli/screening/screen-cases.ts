import type { Screened } from '../../src/check.ts'
import type { Case } from '../../src/facts/case.ts'
import type { Terminal } from '../terminal.ts'
import type { ListFlags } from './open-lists.ts'

/** What screens the parties of cases. */
export interface Screening {
  /** Screens a case on a law date: the case with what that settled, and what was found. */
  readonly screen: (input: Case, day: string) => Screened & { readonly case: Case }
  /** The bytes of a list that was searched, by their SHA-256. */
  readonly listBytes: (sha256: string) => Uint8Array | undefined
}

/**
 * What screens these cases, or undefined where none names a party or screening is not wanted; the lists
 * are opened only where they are needed.
 */
export async function screeningFor(
  cases: readonly Case[],
  flags: ListFlags & { readonly screen: boolean; readonly acceptStale?: boolean },
  terminal: Terminal,
): Promise<Screening | undefined> {
  const names = cases.flatMap(({ parties }) => namesIn(parties ?? []))
  if (!flags.screen || (names.length === 0 && flags.requireFresh !== true)) return undefined
  const [{ openLists }, { screenParties }, { listBytes }] = await Promise.all([
    import('./open-lists.ts'),
    import('../../src/screening/screen-parties.ts'),
    import('../../src/lists/list-bytes.ts'),
  ])
  const { screener, ages, decide } = await openLists(flags, terminal.today(), names)
  const lists = ages.map(({ code, date, sha256 }) => ({ id: code, date, sha256 }))
  const terms = { mostDays: flags.maxAge, acceptStale: flags.acceptStale }
  return {
    screen: (input, day) => ({ ...screenParties(input, screener, day, decide, terms), lists }),
    listBytes: (sha256) => listBytes(screener.file, sha256),
  }
}

interface Named {
  readonly name?: unknown
  readonly owners?: readonly Named[] | undefined
  readonly ultimateParent?: Named | undefined
}

const namesIn = (parties: readonly Named[]): string[] =>
  parties.flatMap(({ name, owners, ultimateParent }) => [
    ...(typeof name === 'string' ? [name] : []),
    ...namesIn(owners ?? []),
    ...namesIn(ultimateParent === undefined ? [] : [ultimateParent]),
  ])
