import type { Context } from '../facts/context.ts'
import type { Pack } from '../rules/pack.ts'
import type { Table } from '../rules/tables.ts'
import { countriesOf, type TargetInput } from './input.ts'
import type { ListedOn, TargetResult } from './result.ts'

/** Lists of partners, by which a target scores; section 6 of the law sheet. None of them authorizes anything. */
const PARTNERS = [
  'pax-silica',
  'technology-prosperity-deals',
  'A:1',
  'A:5',
  'A:6',
  'supplement-5-part-740-a',
]
/** Lists of concern, each with its own idea of it. */
const CONCERNS = [
  'D:5',
  'E:1',
  'E:2',
  'ai-exports-program-countries-of-concern',
  'dsp-countries-of-concern',
  'outbound-countries-of-concern',
  'coins-countries-of-concern',
  'military-intelligence-countries',
  'padfa-foreign-adversary-countries',
]
const BESIDE = 'pax-silica-other'

/** How the countries of a target stand on the lists of partners and of concern on the law date. */
export function standingOf(
  target: TargetInput,
  { tables }: Pack,
  { day, destination }: Context,
): TargetResult['countries'] {
  const byId = new Map(tables.map((table) => [table.id, table]))
  const known = (ids: readonly string[]): Table[] =>
    ids.map((id) => byId.get(id)).filter((table) => table !== undefined)
  return (countriesOf(target) ?? []).map((country) => {
    const codes = [country, destination(country).country]
    const on = (ids: readonly string[]): ListedOn[] =>
      known(ids).flatMap((table) => {
        const row = rowOn(table, codes, day)
        if (row === undefined) return []
        const confidence = row.confidence ?? table.verified.confidence
        return [{ table: table.id, title: table.title, since: row.from ?? null, confidence }]
      })
    const partners = on(PARTNERS)
    const notes = known([...PARTNERS, BESIDE]).flatMap((table) => {
      const row = rowOn(table, codes, day)
      return row?.note === undefined ? [] : [`${table.title}: ${row.note}`]
    })
    return {
      country,
      score: partners.length,
      of: PARTNERS.length,
      partners,
      concerns: on(CONCERNS),
      notes,
    }
  })
}

const rowOn = (
  { rows }: Table,
  codes: readonly string[],
  day: string,
): Table['rows'][number] | undefined =>
  rows.find(
    ({ value, from, until }) =>
      codes.includes(String(value)) &&
      (from === undefined || from <= day) &&
      (until === undefined || day < until),
  )
