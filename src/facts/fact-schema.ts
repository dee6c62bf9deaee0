import { z } from 'zod'
import type { FactDefinition } from './dictionary.ts'
import { suggest } from '../suggest.ts'

/** Codes and names by which a case may name a country, and the mends for the usual mistakes. */
export interface CountryNames {
  readonly codes: ReadonlySet<string>
  /** `UK` → `GB`, `CHINA` → `CN`; upper case. */
  readonly meant: ReadonlyMap<string, string>
}

/** `source` and `evidence` may stand beside any value: a document, its page, its date. */
const provenance = {
  source: z
    .union([
      z.string(),
      z.strictObject({
        document: z.string(),
        page: z.union([z.string(), z.number()]).optional(),
        date: z.string().optional(),
        sha256: z.string().regex(/^[0-9a-f]{64}$/).optional(),
      }),
    ])
    .describe('Where the value comes from: a document, its page and date')
    .optional(),
  evidence: z.string().describe('Reference to the evidence on file').optional(),
}

/** A fact as a case writes it: the value, `unknown`, or `{ value, source, evidence }`. */
export function factSchema(fact: FactDefinition, countries: CountryNames, description: string): z.ZodType {
  const bare = bareSchema(fact, countries)
  const explain = (input: unknown): string => {
    const value = isBoxed(input) ? input.value : input
    return faultOf(fact, value, countries) ?? 'write the value, `unknown`, or a mapping with `value` and `source`'
  }
  return z
    .union([bare, z.literal('unknown'), z.strictObject({ value: z.union([bare, z.literal('unknown')]), ...provenance })], {
      error: (issue) => explain(issue.input),
    })
    .meta({ description })
}

export interface Boxed {
  readonly value: unknown
  readonly source?: unknown
  readonly evidence?: string
}

export const isBoxed = (input: unknown): input is Boxed =>
  typeof input === 'object' && input !== null && !Array.isArray(input) && 'value' in input

function bareSchema(fact: FactDefinition, countries: CountryNames): z.ZodType {
  const good = (value: unknown): boolean => faultOf(fact, value, countries) === undefined
  switch (fact.type) {
    case 'boolean':
      return z.union([z.boolean(), z.enum(['yes', 'no'])])
    case 'number': {
      const one = z.number().min(fact.min ?? -Number.MAX_VALUE).max(fact.max ?? Number.MAX_VALUE)
      return z.union([one, z.tuple([one, one])]).refine(good)
    }
    case 'one-of':
      return z.enum(fact.values as [string, ...string[]])
    case 'set':
      return z.array(z.enum(fact.values as [string, ...string[]]))
    case 'date':
      return z.string().refine(good)
    case 'country':
      return z.string().refine(good)
    case 'text':
      return z.string().min(1)
  }
}

/** What is wrong with a value, in words, or undefined where it is good. */
export function faultOf(fact: FactDefinition, value: unknown, countries: CountryNames): string | undefined {
  if (value === 'unknown' && fact.type !== 'text') return undefined
  switch (fact.type) {
    case 'boolean':
      return value === true || value === false || value === 'yes' || value === 'no'
        ? undefined
        : `expected yes, no or unknown, found ${show(value)}`
    case 'number':
      return numberFault(fact, value)
    case 'one-of':
      return choiceFault(value, fact.values ?? [])
    case 'set': {
      if (!Array.isArray(value)) return `expected a list, found ${show(value)}`
      return value.map((one) => choiceFault(one, fact.values ?? [])).find((fault) => fault !== undefined)
    }
    case 'date':
      return dateFault(value)
    case 'country':
      return countryFault(value, countries)
    case 'text':
      return typeof value === 'string' && value !== '' ? undefined : `expected text, found ${show(value)}`
  }
}

function numberFault(fact: FactDefinition, value: unknown): string | undefined {
  if (Array.isArray(value)) {
    if (value.length !== 2) return 'a range has two numbers: [low, high]'
    const fault = numberFault(fact, value[0]) ?? numberFault(fact, value[1])
    if (fault !== undefined) return fault
    return value[0] <= value[1] ? undefined : `the range [${value[0]}, ${value[1]}] runs backwards; write the lower bound first`
  }
  const unit = fact.unit === undefined ? '' : ` of ${fact.unit}`
  if (typeof value !== 'number') {
    const text = typeof value === 'string' ? /^(-?[\d.,]+)\s*(\S.*)$/.exec(value) : null
    const hint = text === null ? '' : `; write the bare number, in ${fact.unit ?? 'the unit of the fact'}`
    return `expected a number${unit}, found ${show(value)}${hint}`
  }
  if (!Number.isFinite(value)) return `expected a finite number${unit}`
  if (fact.min !== undefined && value < fact.min) return `${value} is below ${fact.min}, the least number${unit} that is possible`
  if (fact.max !== undefined && value > fact.max) return `${value} is above ${fact.max}, the most${unit} that is possible`
  return undefined
}

function choiceFault(value: unknown, values: readonly string[]): string | undefined {
  if (typeof value === 'string' && values.includes(value)) return undefined
  const near = typeof value === 'string' ? suggest(value, values) : undefined
  return near === undefined
    ? `expected one of ${values.join(', ')}; found ${show(value)}`
    : `found ${show(value)}; did you mean \`${near}\`?`
}

/** What is wrong with a law date; impossible days such as 2026-02-30 are named as such. */
export function dateFault(value: unknown): string | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) {
    return `expected a date as YYYY-MM-DD, found ${show(value)}`
  }
  const day = new Date(`${value}T00:00:00Z`)
  const real = !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === value
  return real ? undefined : `there is no day ${value}`
}

/** What is wrong with a country code. Codes are ISO 3166-1 alpha-2, with the embargoed regions of Ukraine. */
export function countryFault(value: unknown, countries: CountryNames): string | undefined {
  if (typeof value !== 'string') return `expected a country code, found ${show(value)}`
  if (countries.codes.has(value)) return undefined
  const meant = countries.meant.get(value.toUpperCase()) ?? (countries.codes.has(value.toUpperCase()) ? value.toUpperCase() : undefined)
  const mend = meant === undefined ? 'codes are ISO 3166-1, two capital letters' : `did you mean \`${meant}\`?`
  return `no country has the code ${show(value)}; ${mend}`
}

/** A value as an error message shows it: short, on one line, in backticks. */
export function show(value: unknown): string {
  if (value === null || value === undefined) return 'nothing'
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  // eslint-disable-next-line no-control-regex
  const clean = text.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]/g, '·')
  return `\`${clean.length > 60 ? `${clean.slice(0, 57)}...` : clean}\``
}
