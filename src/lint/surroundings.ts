import type { Value } from '../logic/facts.ts'
import { textOn } from '../rules/on-day.ts'
import type { ReadPack } from '../rules/read.ts'
import { membersOn, type Table } from '../rules/tables.ts'
import type { Dated } from './conditions.ts'
import type { Members } from './domain.ts'
import type { Surroundings } from './satisfiable.ts'

/** What the names in a condition stand for while it is the law. */
export function surroundingsOf({ pack, dictionary }: ReadPack): (dated: Dated) => Surroundings {
  const tables = new Map(pack.tables.map((table) => [table.id, table]))
  const definitions = new Map(
    pack.provisions.filter(({ kind }) => kind === 'definition').map((found) => [found.id, found]),
  )
  return ({ from, until }) => ({
    dictionary,
    members: (name) => membersOver(tables.get(name), from, until),
    definition: (id) => {
      const definition = definitions.get(id)
      return definition === undefined ? undefined : textOn(definition, from)?.when
    },
  })
}

/** The members of a table over a span of days; what is not a table could have any member. */
function membersOver(table: Table | undefined, from: string, until: string | undefined): Members {
  if (table === undefined) return { ever: new Set(), always: new Set() }
  const changes = table.rows
    .flatMap((row) => [row.from, row.until])
    .filter((day) => day !== undefined)
  const days = [
    from,
    ...changes.filter((day) => day > from && (until === undefined || day < until)),
  ]
  const sets = days.map((day) => membersOn(table, day))
  const ever = new Set<Value>(sets.flatMap((set) => [...set]))
  return {
    ever,
    always: new Set(
      [...ever].filter((value) => sets.every((set) => set.has(value as string | number))),
    ),
  }
}
