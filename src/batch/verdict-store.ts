import type { Hands, Verdicts } from './hands.ts'
import type { Party, Verdict } from './parties.ts'

/** The verdicts of a run, each party screened once, whoever asks for it and however often. */
export interface VerdictStore {
  readonly of: (parties: readonly (readonly [key: string, party: Party])[]) => Promise<Verdicts>
  readonly screened: () => number
}

/** Parties screened with one message. */
const TOGETHER = 100

/** A store that has parties screened by hands, and tells of each new verdict. */
export function verdictStore(
  hands: Pick<Hands, 'screen'>,
  known: Map<string, Verdict>,
  tell: (found: Verdicts) => void = () => {},
): VerdictStore {
  const asked = new Map<string, Promise<unknown>>()
  let screened = 0
  const screen = async (parties: readonly (readonly [string, Party])[]): Promise<void> => {
    const verdicts = await hands.screen(parties.map(([, party]) => party))
    const found = parties.map(([key], i) => [key, verdicts[i]!] as const)
    for (const [key, verdict] of found) {
      known.set(key, verdict)
      asked.delete(key)
    }
    screened += found.length
    tell(found)
  }
  return {
    of: async (parties) => {
      const fresh = parties.filter(([key]) => !known.has(key) && !asked.has(key))
      for (let i = 0; i < fresh.length; i += TOGETHER) {
        const some = fresh.slice(i, i + TOGETHER)
        const screening = screen(some)
        for (const [key] of some) asked.set(key, screening)
      }
      await Promise.all(new Set(parties.flatMap(([key]) => asked.get(key) ?? [])))
      return parties.map(([key]) => [key, known.get(key)!] as const)
    },
    screened: () => screened,
  }
}
