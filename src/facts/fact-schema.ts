import { z } from 'zod'
import type { FactDefinition } from './dictionary.ts'
import { visible } from '../visible.ts'
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
        sha256: z
          .string()
          .regex(/^[0-9a-f]{64}$/)
          .optional(),
      }),
    ])
    .describe('Where the value comes from: a document, its page and date')
    .optional(),
  evidence: z.string().describe('Reference to the evidence on file').optional(),
}

/** A fact as a case writes it: the value, `unknown`, or `{ value, source, evidence }`. */
export function factSchema(
  fact: FactDefinition,
  countries: CountryNames,
  description: string,
): z.ZodType {
  const bare = bareSchema(fact, countries)
  return z
    .union(
      [
        bare,
        z.literal('unknown'),
        z.strictObject({ value: z.union([bare, z.literal('unknown')]), ...provenance }),
      ],
      {
        error: ({ input }) =>
          isMapping(input) ? boxFault(fact, input, countries) : faultOf(fact, input, countries),
      },
    )
    .meta({ description })
}

const BOX = ['value', ...Object.keys(provenance)]

/** What is wrong with a mapping that stands for a value. */
function boxFault(fact: FactDefinition, box: object, countries: CountryNames): string {
  const strange = Object.keys(box).find((key) => !BOX.includes(key))
  if (strange !== undefined) {
    const near = suggest(strange, BOX)
    return `unknown key ${show(strange)}; ${near === undefined ? `keys here: ${BOX.join(', ')}` : `did you mean \`${near}\`?`}`
  }
  if (!isBoxed(box)) return `a mapping needs \`value\`, and may have ${BOX.slice(1).join(' and ')}`
  return (
    faultOf(fact, box.value, countries) ??
    'the source is a text, or a mapping of document, page, date and sha256; evidence is a text'
  )
}

export interface Boxed {
  readonly value: unknown
  readonly source?: unknown
  readonly evidence?: string
}

const isMapping = (input: unknown): input is object =>
  typeof input === 'object' && input !== null && !Array.isArray(input)

export const isBoxed = (input: unknown): input is Boxed => isMapping(input) && 'value' in input

function bareSchema(fact: FactDefinition, countries: CountryNames): z.ZodType {
  const good = (value: unknown): boolean => faultOf(fact, value, countries) === undefined
  const words = {
    error: ({ input }: { readonly input?: unknown }) => faultOf(fact, input, countries),
  }
  switch (fact.type) {
    case 'boolean':
      return z.union([z.boolean(), z.enum(['yes', 'no'])])
    case 'number': {
      // A bound that aborts leaves the words to the union above; otherwise both would speak.
      const one = z
        .number()
        .min(fact.min ?? -Number.MAX_VALUE, { abort: true })
        .max(fact.max ?? Number.MAX_VALUE, { abort: true })
      return z.union([one, z.tuple([one, one])]).refine(good, words)
    }
    case 'one-of':
      return z.enum(fact.values as [string, ...string[]])
    case 'set':
      return z.array(z.enum(fact.values as [string, ...string[]]))
    case 'date':
      return z.string().refine(good, words)
    case 'country':
      return z.string().refine(good, words)
    case 'text':
      return fact.pattern === undefined
        ? z.string().min(1, words)
        : z.string().regex(whole(fact.pattern), words)
  }
}

/** What is wrong with a value, in words, or undefined where it is good. */
export function faultOf(
  fact: FactDefinition,
  value: unknown,
  countries: CountryNames,
): string | undefined {
  if (value === 'unknown' && fact.type !== 'text') return undefined
  switch (fact.type) {
    case 'boolean':
      return value === true || value === false || value === 'yes' || value === 'no'
        ? undefined
        : `expected yes, no or unknown, found ${show(value)}${meantBoolean(value)}`
    case 'number':
      return numberFault(fact, value)
    case 'one-of':
      return choiceFault(value, fact.values ?? [])
    case 'set': {
      if (!Array.isArray(value)) return `expected a list, found ${show(value)}`
      return value
        .map((one) => choiceFault(one, fact.values ?? []))
        .find((fault) => fault !== undefined)
    }
    case 'date':
      return dateFault(value)
    case 'country':
      return countryFault(value, countries)
    case 'text':
      return textFault(fact, value)
  }
}

function meantBoolean(value: unknown): string {
  const meant = /^(y|true|1)$/i.test(String(value))
    ? 'yes'
    : /^(n|false|0)$/i.test(String(value))
      ? 'no'
      : undefined
  const near =
    meant ?? (typeof value === 'string' ? suggest(value, ['yes', 'no', 'unknown']) : undefined)
  return near === undefined ? '' : `; did you mean \`${near}\`?`
}

function numberFault(fact: FactDefinition, value: unknown): string | undefined {
  if (Array.isArray(value)) {
    if (value.length !== 2) return 'a range has two numbers: [low, high]'
    const fault = numberFault(fact, value[0]) ?? numberFault(fact, value[1])
    if (fault !== undefined) return fault
    return value[0] <= value[1]
      ? undefined
      : `the range [${value[0]}, ${value[1]}] runs backwards; write the lower bound first`
  }
  const unit = fact.unit === undefined ? '' : ` of ${fact.unit}`
  if (typeof value !== 'number') {
    return `expected a number${unit}, found ${show(value)}${numberHint(value, fact.unit)}`
  }
  const named = fact.unit === undefined ? '' : ` ${fact.unit}`
  if (!Number.isFinite(value)) return `expected a finite number${unit}`
  if (fact.min !== undefined && value < fact.min)
    return `${value} is below ${fact.min}${named}, the least that is possible`
  if (fact.max !== undefined && value > fact.max)
    return `${value} is above ${fact.max}${named}, the most that is possible`
  return undefined
}

function textFault({ pattern, form }: FactDefinition, value: unknown): string | undefined {
  if (typeof value !== 'string' || value === '')
    return `expected ${form ?? 'text'}, found ${show(value)}${textHint(value)}`
  if (pattern === undefined || whole(pattern).test(value)) return undefined
  // A claim in the wrong letters would match no rule, and count for nothing.
  const otherCase = [
    value.toUpperCase(),
    value.slice(0, 5).toUpperCase() + value.slice(5).toLowerCase(),
  ]
  const meant = otherCase.find((text) => whole(pattern).test(text))
  return `expected ${form ?? 'text'}; found ${show(value)}${meant === undefined ? '' : `; did you mean \`${meant}\`?`}`
}

const whole = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`)

/** Texts that YAML takes for something else: a case number `2026`, a name `true`. */
export const textHint = (value: unknown): string =>
  typeof value === 'number' || typeof value === 'boolean' ? '; put it in quotes' : ''

/** How to write a number that was written as text: `12,000`, `2368 TFLOPS`, `"814"`. */
export function numberHint(value: unknown, unit: string | undefined): string {
  if (typeof value !== 'string' || !/\d/.test(value)) return ''
  const text = value.trim()
  if (/^-?\d+(\.\d+)?$/.test(text)) return '; take it out of the quotes'
  if (/^-?\d{1,3}([,_'\s]\d{3})+(\.\d+)?$/.test(text))
    return `; write \`${text.replace(/[,_'\s]/g, '')}\`, without separators`
  if (/^-?[\d.]+\s*(-|–|to)\s*[\d.]+/.test(text)) return '; write a range as [low, high]'
  return `; write the bare number${unit === undefined ? '' : `, in ${unit}`}`
}

export function choiceFault(value: unknown, values: readonly string[]): string | undefined {
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
  if (typeof value !== 'string' || value === '')
    return `expected a country code, found ${show(value)}`
  if (countries.codes.has(value)) return undefined
  const meant =
    countries.meant.get(value.toUpperCase()) ??
    (countries.codes.has(value.toUpperCase()) ? value.toUpperCase() : undefined)
  const near =
    meant ??
    (value.length > 4
      ? countries.meant.get(suggest(value, countries.meant.keys()) ?? '')
      : undefined)
  const mend =
    near === undefined ? 'codes are ISO 3166-1, two capital letters' : `did you mean \`${near}\`?`
  return `no country has the code ${show(value)}; ${mend}`
}

/** A value as an error message shows it: short, on one line, in backticks, the unseen made visible. */
export function show(value: unknown): string {
  if (value === null || value === undefined) return 'nothing'
  const text =
    typeof value === 'string'
      ? value
      : typeof value === 'number'
        ? value.toString()
        : JSON.stringify(value)
  if (text === '') return 'an empty text'
  // Not between the halves of a surrogate pair.
  return `\`${visible(text.length > 60 ? `${text.slice(0, 57).replace(/[\ud800-\udbff]$/, '')}...` : text)}\``
}
