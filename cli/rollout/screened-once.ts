import type { Case } from '../../src/facts/case.ts'
import type { RolloutOptions } from '../../src/rollout/determine.ts'
import { settled } from '../../src/screening/screen-parties.ts'
import type { Screening } from '../screening/screen-cases.ts'

/** Screens the same parties on the same day once, however many cells they stand in. */
export function screenedOnce({ screen }: Screening): NonNullable<RolloutOptions['screen']> {
  const known = new Map<string, ReturnType<typeof screen>>()
  return (input: Case, day: string) => {
    const named = (input.parties ?? []).map((party) =>
      party.name === undefined && party.owners === undefined ? null : party,
    )
    const key = `${day} ${JSON.stringify(named)}`
    const found = known.get(key) ?? screen(input, day)
    known.set(key, found)
    return { ...found, case: settled(input, found.screening) }
  }
}
