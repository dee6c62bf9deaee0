import { z } from 'zod'

/** What a fact is: its type, its place in a case, and who may supply it. */
export interface FactDefinition {
  readonly name: string
  readonly type: 'boolean' | 'number' | 'text' | 'date' | 'country' | 'one-of' | 'set'
  readonly unit?: string | undefined
  readonly at: string
  readonly values?: readonly string[] | undefined
  /** What a text must be as a whole, and that in words. */
  readonly pattern?: string | undefined
  readonly form?: string | undefined
  readonly min?: number | undefined
  readonly max?: number | undefined
  /** A fact that a case may pass over where it answers a broader one. */
  readonly passedOver?: PassedOver | undefined
  readonly assumable: boolean
  readonly knownBy: string
}

/**
 * How a fact is read where a case passes over `stated`: a no to the broader fact covers it, and with
 * `eitherWay` a yes as well.
 */
export interface PassedOver {
  readonly stated: string
  readonly broader: string
  readonly eitherWay?: boolean | undefined
}

/** Every fact that a condition may test, by name. */
export type Dictionary = ReadonlyMap<string, FactDefinition>

const MEMBERS = [
  'item',
  'circuit',
  'party',
  'input',
  'module',
  'proposal',
  'member',
  'layer',
  'layerProvider',
  'layerModel',
  'base',
  'target',
  'shipment',
] as const

export type Scope = 'deal' | (typeof MEMBERS)[number]

const entry = z.strictObject({
  type: z.enum(['boolean', 'number', 'text', 'date', 'country', 'one-of', 'set']),
  unit: z.string().optional(),
  at: z.string(),
  values: z.array(z.string()).optional(),
  pattern: z.string().optional(),
  form: z.string().optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  passedOver: z
    .strictObject({ stated: z.string(), broader: z.string(), eitherWay: z.boolean().optional() })
    .optional(),
  assumable: z.boolean().default(false),
  knownBy: z.enum(['exporter', 'customer', 'maker', 'BIS']),
})

export const dictionaryFile = z
  .strictObject({ facts: z.record(z.string(), entry) })
  .superRefine(({ facts }, context) => {
    for (const [name, { passedOver }] of Object.entries(facts)) {
      for (const key of ['stated', 'broader'] as const) {
        const of = passedOver?.[key]
        if (of === undefined || of in facts) continue
        const message = `there is no fact \`${of}\``
        context.addIssue({ code: 'custom', message, path: ['facts', name, 'passedOver', key] })
      }
    }
  })

/** The dictionary of a pack's `facts.yaml`. */
export function dictionaryOf(file: z.infer<typeof dictionaryFile>): Dictionary {
  return new Map(Object.entries(file.facts).map(([name, fact]) => [name, { name, ...fact }]))
}

/** The lists that a condition may ask about, `some: { of: parties }`, and whose facts their members have. */
export const LISTS = {
  parties: 'party',
  circuits: 'circuit',
  productionInputs: 'input',
  modules: 'module',
  bases: 'base',
} as const

/** Whose fact it is, by its name's first word. */
export function scopeOf(name: string): Scope {
  const first = name.slice(0, name.indexOf('.'))
  return MEMBERS.find((scope) => scope === first) ?? 'deal'
}
