import type { Pack } from '../rules/pack.ts'
import { membersOn } from '../rules/tables.ts'
import type { Retention } from './bodies.ts'

/**
 * The last days on which a record of a transaction must be kept: 15 CFR 762.6(a) and 31 CFR 501.601,
 * from the tables of the pack. Both run from the latest event that is known of, so that a later one
 * (a release, a return) moves them.
 * @throws where the pack has no such tables.
 */
export function retainedUntil(pack: Pack, lawDate: string, latest: string): Retention {
  const from = latest > lawDate ? latest : lawDate
  return {
    ear: plusYears(from, years(pack, 'retention-ear', lawDate)),
    ofac: plusYears(from, years(pack, 'retention-ofac', lawDate)),
  }
}

function years(pack: Pack, id: string, day: string): number {
  const table = pack.tables.find((one) => one.id === id)
  const [found] = table === undefined ? [] : membersOn(table, day)
  if (typeof found !== 'number') throw new Error(`the rule pack has no table \`${id}\``)
  return found
}

/** The same day some years later; of 29 February, the 1 March that follows. */
function plusYears(day: string, count: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return new Date(Date.UTC(year + count, month - 1, date)).toISOString().slice(0, 10)
}
