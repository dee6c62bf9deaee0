import { find, say, type Wording } from './wording.ts'

/**
 * A number with its thousands set apart by commas, the same on every machine: 15,830.4. Nine digits of a
 * fraction are kept: fewer could round a value onto a line of the law, more would show binary noise.
 */
export function numeral(n: number): string {
  if (Number.isInteger(n) && Math.abs(n) < 1000) return String(n)
  const kept = Number.isInteger(n) ? n : Number(n.toPrecision(9))
  const [whole = '', fraction] = String(kept).split('.')
  if (!/^-?\d+$/.test(whole)) return String(n)
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}

/** Any value of a fact in words: yes, 15,830, 780 to 830, a name of the catalogue, a list. */
export function valueText(wording: Wording, value: unknown): string {
  if (value === undefined || value === null) return say(wording, 'values.unknown')
  if (typeof value === 'boolean') return say(wording, `values.${value}`)
  if (typeof value === 'number') return numeral(value)
  if (typeof value === 'string') return value
  if (Array.isArray(value)) {
    if (value.length === 0) return say(wording, 'values.none')
    return value.map((one) => valueText(wording, one)).join(', ')
  }
  if (isRange(value)) {
    return say(wording, 'values.range', { low: numeral(value.low), high: numeral(value.high) })
  }
  return JSON.stringify(value)
}

function isRange(value: object): value is { low: number; high: number } {
  return (
    'low' in value &&
    'high' in value &&
    typeof value.low === 'number' &&
    typeof value.high === 'number'
  )
}

/** `China (CN)`; the code alone where the catalogue has no name for it. */
export function countryText(wording: Wording, code: string | null): string {
  if (code === null) return say(wording, 'values.unknown')
  const name = find(wording, `countries.${code}`)
  return name === undefined ? code : `${name} (${code})`
}

/** The catalogue's words for a name in a section, or the name itself where it has none. */
export function named(wording: Wording, section: string, name: string): string {
  let sections = sectionsOf.get(wording)
  if (sections === undefined) sectionsOf.set(wording, (sections = new Map()))
  let names = sections.get(section)
  if (names === undefined) sections.set(section, (names = new Map()))
  let words = names.get(name)
  if (words === undefined) names.set(name, (words = find(wording, `${section}.${name}`) ?? name))
  return words
}

// Every value in a report says where it came from: the key is not put together each time.
const sectionsOf = new WeakMap<Wording, Map<string, Map<string, string>>>()

/** `headquarters of the end user [parties[2].headquarters]`; the path alone where nothing better is known. */
export const factAt = (wording: Wording, label: string, path: string): string =>
  label === path ? path : say(wording, 'report.fact-at', { label, path })
