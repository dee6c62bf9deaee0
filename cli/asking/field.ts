import type { Engine } from '../../src/engine.ts'
import type { FactDefinition } from '../../src/facts/dictionary.ts'
import { faultOf } from '../../src/facts/fact-schema.ts'

/** One thing to ask a person for, and where its answer goes. */
export interface Field {
  /** Path in the case: `parties[0].headquarters`. */
  readonly path: string
  readonly ask: string
  readonly help?: string
  /** Its type, unit, bounds and choices. Of a frame fact such as a name, one that the dictionary lacks. */
  readonly fact: FactDefinition
  /** A word that stands for an empty answer: `none`. */
  readonly none?: string
}

/** What a person said: a value, that they do not know, or that the value is no good and why. */
export type Said =
  | { readonly value: unknown }
  | { readonly unknown: true }
  | { readonly fault: string }

/** A prompt for one field at a time; `stop` where the person ends the conversation. */
export interface Prompter {
  readonly ask: (
    field: Field,
  ) => Promise<{ readonly value: unknown } | { readonly unknown: true } | 'stop'>
  readonly close: () => void
}

const DONT_KNOW = new Set(['', '?', 'unknown', "don't know", 'dont know', 'not known'])
const NUMBER = /^-?\d[\d,]*(\.\d+)?$/

/** Reads an answer as it was typed. Numbers may have commas and may be a range `780..830`. */
export function read(text: string, { fact, none }: Field, engine: Engine): Said {
  const typed = text.trim()
  if (DONT_KNOW.has(typed.toLowerCase())) return { unknown: true }
  if (none !== undefined && typed.toLowerCase() === none) return { value: 'none' }
  const value = valueOf(typed, fact, engine)
  const fault = faultOf(fact, value, engine.countries)
  return fault === undefined ? { value } : { fault }
}

function valueOf(typed: string, fact: FactDefinition, engine: Engine): unknown {
  switch (fact.type) {
    case 'boolean':
      return yesOrNo(typed.toLowerCase())
    case 'number':
      return numberOf(typed)
    case 'country':
      return engine.countries.codes.has(typed.toUpperCase()) ? typed.toUpperCase() : typed
    case 'set':
      return typed.toLowerCase() === 'none' ? [] : typed.split(',').map((name) => name.trim())
    default:
      return typed
  }
}

function yesOrNo(typed: string): unknown {
  if (typed === 'y') return 'yes'
  return typed === 'n' ? 'no' : typed
}

function numberOf(typed: string): unknown {
  const parts = typed.split('..').map((part) => part.trim())
  if (parts.length > 2 || !parts.every((part) => NUMBER.test(part))) return typed
  const [low, high] = parts.map((part) => Number(part.replaceAll(',', '')))
  return high === undefined ? low : [low, high]
}
