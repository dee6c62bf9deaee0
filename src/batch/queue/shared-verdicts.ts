import { heard, type Verdicts } from '../hands.ts'
import type { Verdict } from '../parties.ts'
import type { VerdictStore } from '../verdict-store.ts'
import { sha256 } from './objects.ts'
import type { Spec } from './runs.ts'
import type { Server } from './server.ts'

/** Days for which verdicts are kept that no run asks for. */
const KEPT_DAYS = 30

/** A digest of all that a verdict on a party rests on; on anything else it does not hold. */
export const basisOf = (engine: string, { plan, pack, lists }: Spec): string =>
  sha256(
    JSON.stringify([
      engine,
      pack,
      lists?.file,
      lists?.clearances,
      // A decision about a hit lapses with the day.
      (lists?.clearances ?? '') === '' ? '' : plan.today,
      plan.lang,
    ]),
  )

/**
 * Verdicts that all workers have in common, so that a party is screened once, whichever chunks it stands
 * in; only those that are screened at the same moment are screened twice, to the same verdict.
 */
export async function sharedVerdicts(
  { run, together }: Pick<Server, 'run' | 'together'>,
  basis: string,
): Promise<(own: VerdictStore) => VerdictStore> {
  await run(
    `INSERT INTO licet.basis (sha256) VALUES ($1)
     ON CONFLICT (sha256) DO UPDATE SET used_at = now()`,
    [basis],
  )
  await run("DELETE FROM licet.basis WHERE used_at < now() - $1 * interval '1 day'", [KEPT_DAYS])
  const find = async (digests: readonly string[]): Promise<ReadonlyMap<string, Verdict>> => {
    const found = await run<{ key: string; verdict: string }>(
      'SELECT key, verdict FROM licet.verdict WHERE basis = $1 AND key = ANY($2)',
      [basis, digests],
    )
    return new Map(found.map(({ key, verdict }) => [key, JSON.parse(verdict) as Verdict]))
  }
  const keep = (screened: Verdicts): Promise<void> =>
    together(async (within) => {
      // In one order, so that two workers with the same parties do not wait for each other.
      const rows = screened
        .map(([key, verdict]) => [sha256(key), JSON.stringify(verdict)] as const)
        .sort(([a], [b]) => (a < b ? -1 : 1))
      await within(
        `INSERT INTO licet.verdict (basis, key, verdict)
         SELECT $1, * FROM unnest($2::text[], $3::text[]) ON CONFLICT DO NOTHING`,
        [basis, rows.map(([key]) => key), rows.map(([, verdict]) => verdict)],
      )
    })
  return (own) => ({
    screened: own.screened,
    of: async (parties) => {
      if (parties.length === 0) return []
      const known = await find(parties.map(([key]) => sha256(key)))
      const here = parties.map(([key]) => known.get(sha256(key)))
      const rest = parties.filter((_, i) => here[i] === undefined)
      const screened = await own.of(rest)
      if (screened.length > 0)
        await keep(rest.map(([key], i) => [key, heard(screened[i])] as const))
      let at = 0
      return here.map((verdict) => verdict ?? screened[at++]!)
    },
  })
}
