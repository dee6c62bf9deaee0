import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { parseWording } from '../../src/wording/wording.ts'

const catalogue: unknown = parse(
  readFileSync(new URL('../../rules/wording/en.yaml', import.meta.url), 'utf8'),
)

/** The English wording as a pack gives it: with names of countries and titles of definitions. */
export const english = parseWording('en', {
  ...(catalogue as Record<string, never>),
  countries: { CN: 'China', KR: 'South Korea', SG: 'Singapore', US: 'United States' },
  definitions: { 'ear.def.d5-headquartered-party': 'A party is headquartered in Macau or D:5' },
})
