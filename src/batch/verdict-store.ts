import { heard, type Hands, type Told, type Verdicts } from './hands.ts'
import { Memo } from './memo.ts'
import { NOTHING, type Party, type Verdict } from './parties.ts'

/** The verdicts of a run, each party screened once, whoever asks for it and however often. */
export interface VerdictStore {
  /** The verdicts on parties, in their order. */
  readonly of: (
    parties: readonly (readonly [key: string, party: Party])[],
  ) => Promise<readonly Told[]>
  /** Parties screened in this run. */
  readonly screened: () => number
}

/** Parties screened with one message. */
const TOGETHER = 100
/** Verdicts kept in memory; a run with more parties screens again those it forgot. */
const MOST = 1_000_000

/** A store that begins with the verdicts known, has all others screened by hands, and tells of each. */
export function verdictStore(
  hands: Pick<Hands, 'screen'>,
  before: Iterable<readonly [key: string, verdict: Verdict]> = [],
  tell: (found: Verdicts) => void = () => {},
): VerdictStore {
  const known = new Memo<Verdict>(MOST)
  for (const [key, verdict] of before) known.set(key, verdict)
  const asked = new Map<string, Promise<Verdict>>()
  let screened = 0
  const screen = (parties: readonly (readonly [string, Party])[]): void => {
    const screening = hands.screen(parties.map(([, party]) => party)).then((some) => {
      const verdicts = parties.map((_, i) => heard(some[i]))
      const found = parties.map(([key], i) => [key, verdicts[i]!] as const)
      for (const [key, verdict] of found) {
        known.set(key, verdict)
        asked.delete(key)
      }
      screened += found.length
      tell(found)
      return verdicts
    })
    for (const [i, [key]] of parties.entries()) {
      const one = screening.then((verdicts) => verdicts[i]!)
      one.catch(() => {})
      asked.set(key, one)
    }
  }
  return {
    of: async (parties) => {
      const here = parties.map(([key]) => known.get(key))
      const fresh = parties.filter(([key], i) => here[i] === undefined && !asked.has(key))
      for (let i = 0; i < fresh.length; i += TOGETHER) screen(fresh.slice(i, i + TOGETHER))
      const waited = parties.map(([key], i) => (here[i] === undefined ? asked.get(key) : undefined))
      const told: Told[] = []
      for (const [i, verdict] of here.entries()) {
        const one = verdict ?? (await waited[i]!)
        told.push(one === NOTHING ? null : one)
      }
      return told
    },
    screened: () => screened,
  }
}
