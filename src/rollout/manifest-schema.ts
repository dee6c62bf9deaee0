import { z } from 'zod'
import type { Engine } from '../engine.ts'
import { choiceFault, countryFault, show } from '../facts/fact-schema.ts'
import { lawDate, line } from '../facts/frames.ts'
import { suggest } from '../suggest.ts'
import { FEATURE_KINDS } from './kinds.ts'
import { HERE, type Manifest } from './manifest.ts'
import { gazetteerOf, type Gazetteer } from './places.ts'
import { located } from './regions.ts'

type Shape = Record<string, z.ZodType>

/** Keys of a case that a rollout fills in for each cell, or has a place of its own for. */
const NOT_OF_DEAL = new Set([
  'kind',
  'id',
  'title',
  'date',
  'activity',
  'from',
  'to',
  'region',
  'items',
  'parties',
])

/**
 * The schema of a rollout manifest. Items, parties and the facts of the deal are those of a case, so that
 * whatever the law asks of a transaction can be said of a feature, a model or a class of customers.
 */
export function manifestSchema(engine: Engine): z.ZodType<Manifest> {
  const gazetteer = gazetteerOf(engine)
  const shape = shapeOf(engine.schema)
  const item = elementOf(shape['items']!).meta({ id: 'item' })
  const { role: _, ...party } = shapeOf(elementOf(shape['parties']!))
  const company = z.strictObject(party).meta({ id: 'party' })
  const deal = Object.fromEntries(Object.entries(shape).filter(([key]) => !NOT_OF_DEAL.has(key)))
  const facts = z.strictObject(deal).meta({
    id: 'facts',
    description: 'Facts of every transaction: end use, red flags',
  })
  const places = z.array(placeWord(gazetteer)).min(1)
  const id = line.describe(
    'Your name for it, by which other parts of the manifest and the answer call it',
  )
  const model = z.strictObject({
    ...shapeOf(item),
    id,
    name: line.describe('Name of the model, as letters of BIS and its provider call it').optional(),
    provider: shape['provider']!,
  })
  const feature = z.strictObject({
    id,
    kind: z.enum(Object.keys(FEATURE_KINDS) as [string, ...string[]], {
      error: ({ input }) => choiceFault(input, Object.keys(FEATURE_KINDS)),
    }),
    title: line.optional(),
    models: z
      .array(line)
      .describe('Models that it offers, by their ids; all where left out')
      .optional(),
    customers: z
      .array(line)
      .describe('Classes of customers that it is for; all where left out')
      .optional(),
    regions: z
      .array(regionWord(engine))
      .min(1)
      .describe('Where its data centers lie: countries, or regions such as aws:me-central-1')
      .optional(),
    items: z.array(item).min(1).describe('What is sent or used beside the model').optional(),
    operator: z
      .strictObject({ ...party, ...seatsAs(seatWord(engine, [])) })
      .describe('Who runs the data center; the exporter where left out')
      .optional(),
    on: places.describe('Where it is to be switched on; everywhere where left out').optional(),
    facts: facts.optional(),
  })
  const customer = z.strictObject({
    ...party,
    ...seatsAs(seatWord(engine, gazetteer.groups)),
    id,
    title: line.optional(),
  })
  const manifest = z.strictObject({
    kind: z.literal('rollout', { error: 'a manifest begins with `kind: rollout`' }),
    id: line.optional(),
    title: line.optional(),
    asOf: z
      .union([lawDate, z.array(lawDate).min(1)], {
        error: 'expected a date as YYYY-MM-DD, or a list of such dates',
      })
      .describe('Law date or dates; today where left out')
      .optional(),
    from: shape['from']!,
    places: places.describe('Countries, regions of Ukraine and groups: all, EU, D:5, !CN'),
    exporter: company.describe('Your company, as a party without a role').optional(),
    models: z.array(model).min(1).optional(),
    features: z.array(feature).min(1),
    customers: z
      .array(customer)
      .min(1)
      .describe('Classes of customers, as parties without a role')
      .optional(),
    facts: facts.optional(),
  })
  return (manifest as unknown as z.ZodType<Manifest>).superRefine(links)
}

/** Where a party is and is seated, as a word that may stand for the place of the cell. */
const seatsAs = (seat: z.ZodType): Shape => ({
  country: seat.optional(),
  headquarters: seat.optional(),
  ultimateParent: z
    .strictObject({ name: line.optional(), headquarters: seat.optional() })
    .optional(),
})

/** The keys of a mapping, whatever the law added to them. */
function shapeOf(schema: z.ZodType): Shape {
  return (schema as unknown as { readonly shape: Shape }).shape
}

const elementOf = (list: z.ZodType): z.ZodType =>
  ((list as z.ZodOptional).unwrap() as unknown as { readonly element: z.ZodType }).element

function placeWord(gazetteer: Gazetteer): z.ZodType<string> {
  const words = {
    error: ({ input }: { readonly input?: unknown }) =>
      typeof input === 'string'
        ? gazetteer.fault(input)
        : `expected a place or a group of places, found ${show(input)}`,
  }
  return z.string(words).refine((word) => gazetteer.fault(word) === undefined, words)
}

function regionWord(engine: Engine): z.ZodType<string> {
  const fault = (word: unknown): string | undefined => {
    if (typeof word !== 'string') return `expected a region or a country, found ${show(word)}`
    const found = located(engine, word)
    return 'fault' in found ? found.fault : undefined
  }
  const words = { error: ({ input }: { readonly input?: unknown }) => fault(input) }
  return z.string(words).refine((word) => fault(word) === undefined, words)
}

/** A country, `here`, `unknown`, or one of the groups, of which the strictest member counts. */
function seatWord(engine: Engine, groups: readonly string[]): z.ZodType {
  const seats = groups.filter((group) => group !== 'all')
  const fault = (word: unknown): string | undefined => {
    if (word === HERE || word === 'unknown' || (typeof word === 'string' && seats.includes(word)))
      return undefined
    const near = typeof word === 'string' ? suggest(word, [HERE, ...seats]) : undefined
    const wrong = countryFault(word, engine.countries)
    return wrong === undefined || wrong.includes('did you mean') || near === undefined
      ? wrong
      : `no country or group has the name ${show(word)}; did you mean \`${near}\`?`
  }
  const words = { error: ({ input }: { readonly input?: unknown }) => fault(input) }
  return z
    .string(words)
    .refine((word) => fault(word) === undefined, words)
    .describe(
      'A country, `here` for the place of the cell, or a group such as D:5, whose strictest member counts',
    )
}

/** Refuses names that point nowhere and names that stand twice. */
function links(
  { models = [], customers = [], features }: Manifest,
  context: z.RefinementCtx,
): void {
  const refuse = (path: (string | number)[], message: string): void =>
    context.addIssue({ code: 'custom', path, message })
  for (const [list, entries] of Object.entries({ models, features, customers })) {
    const seen = new Set<string>()
    for (const [i, { id }] of entries.entries()) {
      if (seen.has(id))
        refuse([list, i, 'id'], `the id ${show(id)} stands twice; give each its own`)
      if (/[:,\s]/.test(id))
        refuse([list, i, 'id'], `an id has no spaces, commas or colons, found ${show(id)}`)
      seen.add(id)
    }
  }
  for (const [i, feature] of features.entries()) {
    const { model, hasItems, regions } = FEATURE_KINDS[feature.kind]!
    named(feature.models, models, ['features', i, 'models'], 'model')
    named(feature.customers, customers, ['features', i, 'customers'], 'class of customers')
    if (feature.models !== undefined && model === 'none')
      refuse(['features', i, 'models'], `a feature of the kind ${show(feature.kind)} has no model`)
    if (feature.items !== undefined && !hasItems)
      refuse(
        ['features', i, 'items'],
        `a feature of the kind ${show(feature.kind)} sends no item; name what is delivered beside it as a feature of its own, of the kind \`sdk\``,
      )
    if (feature.regions !== undefined && regions === 'none')
      refuse(
        ['features', i, 'regions'],
        `a feature of the kind ${show(feature.kind)} lies in no region; say \`from\` where it is served from`,
      )
    if (regions === 'machines' && (feature.regions?.length ?? 0) > 1)
      refuse(
        ['features', i, 'regions', 1],
        'machines that are rented stand in one region; make a feature for each',
      )
    if (feature.operator !== undefined && regions !== 'places')
      refuse(
        ['features', i, 'operator'],
        `a feature of the kind ${show(feature.kind)} has no data center in the place`,
      )
  }

  function named(
    ids: readonly string[] | undefined,
    entries: readonly { readonly id: string }[],
    path: (string | number)[],
    what: string,
  ): void {
    const known = entries.map(({ id }) => id)
    for (const [j, id] of (ids ?? []).entries()) {
      if (known.includes(id)) continue
      const near = suggest(id, known)
      const mend =
        near !== undefined
          ? `did you mean \`${near}\`?`
          : known.length === 0
            ? `the manifest has none`
            : `the manifest has ${known.join(', ')}`
      refuse([...path, j], `no ${what} has the id ${show(id)}; ${mend}`)
    }
  }
}
