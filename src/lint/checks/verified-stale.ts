import { dateFault } from '../../facts/fact-schema.ts'
import type { ReadPack } from '../../rules/read.ts'
import { addDays } from '../days.ts'
import type { LintContext, LintFinding } from '../finding.ts'
import { placeInTable } from '../places.ts'

/** Provisions and tables whose last verification is older than the pack allows. */
export function verifiedStale(read: ReadPack, { day }: LintContext): LintFinding[] {
  const { pack, placeIn } = read
  const isStale = ({ verified }: { verified: { on: string } }): boolean =>
    dateFault(verified.on) === undefined && addDays(verified.on, pack.staleAfterDays) < day
  return [
    ...pack.provisions
      .filter(isStale)
      .map(({ id, verified }) => stale(id, verified.on, placeIn(id, ['verified', 'on']))),
    ...pack.tables
      .filter(isStale)
      .map(({ id, verified }) =>
        stale(`table ${id}`, verified.on, placeInTable(read, id, ['verified', 'on'])),
      ),
  ]
}

const stale = (what: string, on: string, at: LintFinding['at']): LintFinding => ({
  check: 'verified-stale',
  level: 'warning',
  message: `${what} was last verified on ${on}`,
  at,
  help: 'compare it with the current text and write the day',
})
