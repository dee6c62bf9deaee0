import { readFileSync, readdirSync } from 'node:fs'
import { parse } from 'yaml'
import { accelerators } from '../../src/catalog/catalog.ts'
import { cclOf } from '../../src/ccl/lookup.ts'
import { questionsFile } from '../../src/ccl/entry.ts'
import { catalogOf } from '../../src/catalog/lookup.ts'
import { say } from '../../src/errors.ts'
import { profileSchema, type Profile } from '../../src/facts/assumptions.ts'
import { caseSchema } from '../../src/facts/case.ts'
import type { Context } from '../../src/facts/context.ts'
import { countryNames, destinations } from '../../src/facts/country-names.ts'
import { dealItems, type DealItem } from '../../src/facts/deal.ts'
import { dictionaryFile, dictionaryOf } from '../../src/facts/dictionary.ts'
import { readCases } from '../../src/facts/read-case.ts'
import { operatorOf, ownershipFile } from '../../src/ownership/operator.ts'
import { countriesFile } from '../../src/rules/tables.ts'

const rules = new URL('../../rules/', import.meta.url)
const rulesOf = (file: string): unknown => parse(readFileSync(new URL(file, rules), 'utf8'))
const geography = countriesFile.parse(rulesOf('tables/countries.yaml'))
const chips = readdirSync(new URL('accelerators/', rules)).filter((name) => name.endsWith('.yaml'))

export const dictionary = dictionaryOf(dictionaryFile.parse(rulesOf('facts.yaml')))
const ownership = ownershipFile.parse(rulesOf('ownership.yaml')).operators
export const countries = countryNames(geography)
export const destination = destinations(geography)
export const schema = caseSchema(
  dictionary,
  countries,
  (name) => name,
  questionsFile.parse(rulesOf('ccl/questions.yaml')).questions,
)
export const profiles = profileSchema(dictionary, countries)
export const catalog = catalogOf(
  chips.flatMap((name) => accelerators.parse(rulesOf(`accelerators/${name}`))),
)

/** Countries that a law counts owners from, for tests: fewer than there are. */
const COUNTRIES: Readonly<Record<string, readonly string[]>> = {
  'macau-or-d5': ['CN', 'MO', 'RU'],
  'dsp-countries-of-concern': ['CN', 'MO', 'CU', 'RU'],
  'outbound-countries-of-concern': ['CN', 'MO'],
  'padfa-foreign-adversary-countries': ['CN', 'RU'],
}

interface Options {
  readonly day?: string
  readonly profiles?: readonly Profile[]
}

function contextOn({ day = '2026-11-20', profiles: assumed = [] }: Options): Context {
  return {
    dictionary,
    catalog,
    destination,
    macauOrD5: new Set(['CN', 'MO', 'RU']),
    embargoed: new Set(['RU']),
    operators: ownership.map((one) => operatorOf(one, (table) => new Set(COUNTRIES[table]))),
    list: {
      ccl: cclOf([]),
      members: () => new Set<string>(),
      footnotes: [],
      inForce: new Set(),
      day,
    },
    day,
    profiles: assumed,
  }
}

export const context = contextOn({})

/** The items of a case that is written as YAML below its kind. @throws where the case is not valid. */
export function deal(yaml: string, options: Options = {}): DealItem[] {
  const [read] = readCases(`kind: transaction\n${yaml}`, 'case.yaml', schema)
  if (read === undefined || !read.ok) throw new Error(read?.issues.map(say).join('\n'))
  return dealItems(read.value.case, contextOn(options))
}

/** A fact of the first item of a case, or of one of its parties or circuits. */
export function fact(yaml: string, name: string, options: { readonly day?: string } = {}): unknown {
  const [item] = deal(yaml, options)
  const { values, lists } = item!.facts
  if (name.startsWith('party.')) return lists['parties']?.members[0]?.values[name]
  if (name.startsWith('circuit.')) return lists['circuits']?.members[0]?.values[name]
  return values[name]
}

/** Messages of a case that is not valid. */
export function mistakes(yaml: string): string[] {
  return readCases(yaml, 'case.yaml', schema).flatMap((read) =>
    read.ok ? [] : read.issues.map(say),
  )
}
