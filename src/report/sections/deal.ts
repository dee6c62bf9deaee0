import type { Determination } from '../../determination.ts'
import { countryText, factAt, named, valueText } from '../../wording/values.ts'
import { say, type Wording } from '../../wording/wording.ts'
import { section, table, text, type Section } from '../blocks.ts'
import { headline } from '../headline.ts'

/** Route and parties. */
export function dealSection(determination: Determination, wording: Wording): Section {
  const { route } = headline(determination, wording)
  const rows = determination.parties.map((party) => [
    named(wording, 'roles', party.role),
    party.name,
    countryText(wording, party.country),
  ])
  const columns = [
    ['role', 0.22],
    ['name', 0.53],
    ['country', 0.25],
  ] as const
  return section(wording, 'deal', [
    ...(route === null ? [] : [text(route)]),
    ...table(wording, columns, rows),
  ])
}

/** Every fact that was used, with its source; those of circuits stand with their arithmetic. */
export function factsSection(determination: Determination, wording: Wording): Section {
  const rows = determination.facts
    .filter(isOfTheDeal)
    .map((fact) => [
      factAt(wording, fact.label, fact.path),
      valueText(wording, fact.value),
      fact.assumed ? `${say(wording, 'sources.assumed')}: ${fact.source}` : fact.source,
    ])
  const columns = [
    ['fact', 0.42],
    ['value', 0.22],
    ['source', 0.36],
  ] as const
  return section(wording, 'facts', table(wording, columns, rows))
}

const isOfTheDeal = ({ path }: Determination['facts'][number]): boolean => !path.includes('.specs.')
