import type { Members } from '../../src/ccl/destination.ts'
import { files } from '../tables/read-tables.ts'

const rows = new Map(files.flatMap(({ tables }) => tables.map((table) => [table.id, table.rows])))

/** The members of the tables of the pack on a day. */
export function membersOn(day: string): Members {
  const known = new Map<string, ReadonlySet<string | number>>()
  return (table) => {
    const kept = known.get(table)
    if (kept !== undefined) return kept
    const all = rows.get(table)
    if (all === undefined) throw new Error(`no table ${table}`)
    const members = new Set(
      all
        .filter(({ from, until }) => (from ?? day) <= day && (until === undefined || day < until))
        .map(({ value }) => value),
    )
    known.set(table, members)
    return members
  }
}
