import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { readRegistry } from '../../src/lists/bundled.ts'
import { countriesFile } from '../../src/rules/tables.ts'

const { countries } = countriesFile.parse(
  parse(readFileSync('rules/tables/countries.yaml', 'utf8')),
)

/** The registry of lists and the countries, as the package has them. */
export const known = readRegistry('data/lists', countries)
