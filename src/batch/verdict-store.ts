import type { Hands, Verdicts } from './hands.ts'
import { Memo } from './memo.ts'
import { verdictOnce, type Party, type Verdict } from './parties.ts'

/** The verdicts of a run, each party screened once, whoever asks for it and however often. */
export interface VerdictStore {
  readonly of: (parties: readonly (readonly [key: string, party: Party])[]) => Promise<Verdicts>
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
      const verdicts = some.map(verdictOnce)
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
      const here = new Map<string, Verdict>()
      const fresh: (readonly [string, Party])[] = []
      for (const party of parties) {
        const [key] = party
        const verdict = known.get(key)
        if (verdict !== undefined) here.set(key, verdict)
        else if (!asked.has(key)) fresh.push(party)
      }
      for (let i = 0; i < fresh.length; i += TOGETHER) screen(fresh.slice(i, i + TOGETHER))
      return Promise.all(
        parties.map(async ([key]) => [key, here.get(key) ?? (await asked.get(key)!)] as const),
      )
    },
    screened: () => screened,
  }
}
