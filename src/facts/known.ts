import type { Source, Value } from '../logic/facts.ts'
import type { Destination } from './country-names.ts'
import type { FactDefinition } from './dictionary.ts'
import { isBoxed } from './fact-schema.ts'

/** A value that a case gives, with where it came from. */
export interface Known {
  readonly value: Value
  readonly source: Source
}

const STATED: Source = { from: 'case' }

/** A value without the box that names its source. */
export const unboxed = (raw: unknown): unknown => (isBoxed(raw) ? raw.value : raw)

/**
 * Reads what a valid case says of a fact: undefined where it says nothing or `unknown`, otherwise the
 * value in the form that conditions test. Countries become the country whose rules govern.
 */
export function knownOf(
  fact: FactDefinition,
  raw: unknown,
  destination: (code: string) => Destination,
): Known | undefined {
  const bare = isBoxed(raw) ? raw.value : raw
  if (bare === undefined || bare === 'unknown') return undefined
  const text = isBoxed(raw) ? saySource(raw.source, raw.evidence) : undefined
  if (fact.type === 'country') {
    const { country, note } = destination(bare as string)
    const said = [text, note].filter((part) => part !== undefined).join('; ')
    return { value: country, source: said === '' ? STATED : { from: 'case', text: said } }
  }
  const source: Source = text === undefined ? STATED : { from: 'case', text }
  return { value: valueOf(fact, bare), source }
}

function valueOf(fact: FactDefinition, bare: unknown): Value {
  switch (fact.type) {
    case 'boolean':
      return bare === true || bare === 'yes'
    case 'number':
      return Array.isArray(bare) ? rangeOf(bare[0] as number, bare[1] as number) : (bare as number)
    default:
      return bare as string | readonly string[]
  }
}

/** A range, or the number itself where both bounds are the same. */
export const rangeOf = (low: number, high: number): Value => (low === high ? low : { low, high })

function saySource(source: unknown, evidence: string | undefined): string | undefined {
  const parts: string[] = []
  if (typeof source === 'string') parts.push(source)
  else if (typeof source === 'object' && source !== null) {
    const { document, page, date } = source as {
      document: string
      page?: string | number
      date?: string
    }
    parts.push(document)
    if (page !== undefined) parts.push(`p. ${page}`)
    if (date !== undefined) parts.push(date)
  }
  if (evidence !== undefined) parts.push(`evidence: ${evidence}`)
  return parts.length === 0 ? undefined : parts.join(', ')
}
