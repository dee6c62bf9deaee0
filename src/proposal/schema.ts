import { z } from 'zod'
import type { Engine } from '../engine.ts'
import { danglingLinks } from '../facts/case-links.ts'
import { caseShape } from '../facts/case.ts'
import { choiceFault, countryFault, factSchema, numberHint, show } from '../facts/fact-schema.ts'
import { lawDate, line, type Shape } from '../facts/frames.ts'
import { suggest } from '../suggest.ts'
import { find } from '../wording/wording.ts'
import { LAYERS, type Proposal } from './input.ts'
import { brokenLinks } from './links.ts'

const answer = z.union([z.boolean(), z.enum(['yes', 'no', 'unknown'])], {
  error: ({ input }) => `expected yes, no or unknown, found ${show(input)}`,
})
const amount = z.number().nonnegative()
const numbers = (one: z.ZodType, unit: string): z.ZodType =>
  z.union([one, z.tuple([one, one])], {
    error: ({ input }) =>
      Array.isArray(input)
        ? `a range has two numbers: [low, high]`
        : `expected ${unit}, found ${show(input)}${numberHint(input, unit)}`,
  })
const dollars = numbers(amount, 'U.S. dollars').describe('U.S. dollars, or a range [low, high]')

const made = new WeakMap<Engine, z.ZodType<Proposal>>()

/**
 * The schema of a proposal. Parties, and what a layer delivers to a target, are those of a transaction,
 * since the same engine judges them.
 */
export function proposalSchema(engine: Engine): z.ZodType<Proposal> {
  const known = made.get(engine)
  if (known !== undefined) return known
  const fresh = schemaOf(engine)
  made.set(engine, fresh)
  return fresh
}

function schemaOf({ dictionary, countries, wording, pack }: Engine): z.ZodType<Proposal> {
  const describe = (name: string): string => find(wording, `facts.${name}.ask`) ?? name
  const fact = (name: string): z.ZodType =>
    factSchema(dictionary.get(name)!, countries, describe(name))
  const fault = (code: unknown): string | undefined => countryFault(code, countries)
  const words = { error: ({ input }: { readonly input?: unknown }) => fault(input) }
  // A target is what is offered, and no fact that might be unknown.
  const place = z.string(words).refine((code) => fault(code) === undefined, words)
  const shape = caseShape(dictionary, countries, describe, pack.ccl.questions)
  const asked = ['concernOwnership', 'concernControl', 'operationsInConcern'].map((name) => [
    dictionary.get(`member.${name}`)!.at,
    fact(`member.${name}`).optional(),
  ])
  // A member says of itself what a party of a deal does, and what the program asks of it.
  const parties = shape['parties'] as z.ZodOptional<z.ZodArray<z.ZodObject>>
  const member = parties.unwrap().element.extend(Object.fromEntries(asked) as Shape)
  const links = danglingLinks(dictionary) as (input: unknown, context: z.RefinementCtx) => void
  const delivery = z
    .strictObject({ name: line.optional(), ...without(shape, OF_TARGET) })
    .superRefine(links)
    .meta({ id: 'delivery' })
  const layer: Shape = {
    description: line.optional(),
    providers: z
      .array(line)
      .describe('Who provides the layer: names or ids of parties of this proposal')
      .optional(),
    deliveries: z
      .array(delivery)
      .min(1)
      .describe('What the layer delivers to a target, as transactions are written')
      .optional(),
  }
  const model = {
    name: line,
    developer: line.optional(),
    origin: fact('layerModel.origin').optional(),
  }
  const own: Readonly<Record<string, Shape>> = {
    hardware: {
      usContent: fact('proposal.usContent').optional(),
      content: z.array(contentLine).min(1).describe('The value of the layer, by lines').optional(),
      contentComplete: answer
        .describe('Do these lines name the whole value of the layer?')
        .optional(),
    },
    models: {
      models: z
        .array(
          z.strictObject({
            ...model,
            basedOn: z
              .array(z.strictObject({ ...model, origin: fact('base.origin').optional() }))
              .describe(
                'Models that it is built on, all the way down; [] where it is built on none',
              )
              .optional(),
          }),
        )
        .min(1)
        .describe('The models of the layer, open weights among them')
        .optional(),
    },
  }
  const target = z
    .strictObject({
      country: place.optional(),
      bloc: line.describe('A regional bloc, by its name').optional(),
      countries: z.array(place).min(1).describe('Countries of the bloc').optional(),
      reasons: line.describe('Reasons of national interest for this target').optional(),
      ...without(shape, OF_DELIVERY),
    })
    .superRefine(links)
  const proposal = z.strictObject({
    kind: z.literal('proposal', { error: ({ input }) => kindFault(input) }),
    id: line.describe('Your number for the proposal').optional(),
    title: line.optional(),
    date: lawDate.describe('The law date: the day of the filing').optional(),
    consortium: fact('proposal.consortium').optional(),
    parties: z.array(member).min(1).optional(),
    controlledFromConcern: answer
      .describe(
        'Do persons or entities of a country of concern control any member? A no speaks for members that say nothing of it',
      )
      .optional(),
    layers: z
      .strictObject(
        Object.fromEntries(
          LAYERS.map((name) => [name, z.strictObject({ ...layer, ...own[name] }).optional()]),
        ),
      )
      .optional(),
    targets: orUnknown(z.array(target).min(1)).optional(),
    operatingModel: z
      .strictObject({
        build: named.optional(),
        own: named.optional(),
        operate: named.optional(),
      })
      .describe('Who will build, own and operate the data centers and what belongs to them')
      .optional(),
    support: orUnknown(z.array(choice(dictionary.get('proposal.support')!.values!)))
      .describe(
        'Federal incentives and support that the proposal asks for; [] where it asks for none',
      )
      .optional(),
    compliance: z
      .strictObject({
        exportControls: answer.optional(),
        outboundInvestment: answer.optional(),
        endUserPolicies: answer.optional(),
      })
      .describe('Statements of compliance that the proposal holds')
      .optional(),
    disclosures: z
      .strictObject({
        purchasesFromConcern: fact('proposal.purchasesFromConcern').optional(),
        operationsInConcern: fact('proposal.operationsInConcern').optional(),
        made: answer.describe('Does the proposal disclose them?').optional(),
        entries: z
          .array(z.strictObject({ what: line, from: line, country: place.optional() }))
          .describe('What is disclosed: goods or services, and from whom')
          .optional(),
      })
      .optional(),
    nationalChampion: z
      .strictObject({
        member: line,
        layer: choice(['hardware', 'models']),
        reasons: line.optional(),
      })
      .describe('The member for whom the way of a national champion enterprise is asked for')
      .optional(),
  })
  return proposal.superRefine(brokenLinks) as unknown as z.ZodType<Proposal>
}

const contentLine = z.strictObject({
  description: line,
  value: dollars.describe('Value of the line in U.S. dollars, or a range').optional(),
  usOrigin: dollars.describe('Of it U.S.-origin, in U.S. dollars, or a range').optional(),
  usOriginPercent: numbers(amount.max(100), 'percent, 0 to 100')
    .describe('Of it U.S.-origin, in percent, or a range')
    .optional(),
  usManufacturing: dollars
    .describe('Costs of manufacture in the United States beyond U.S.-origin parts')
    .optional(),
  evidence: line
    .describe('Bill of materials, certificate of origin or another document')
    .optional(),
})

const orUnknown = (schema: z.ZodType): z.ZodType =>
  z.union([schema, z.literal('unknown')], {
    // What is wrong within the list is said of its entries.
    error: ({ input }) =>
      Array.isArray(input) ? '' : `expected a list or \`unknown\`, found ${show(input)}`,
  })
const named = orUnknown(z.array(line).min(1))

const choice = (values: readonly string[]): z.ZodType =>
  z.enum(values as [string, ...string[]], { error: ({ input }) => choiceFault(input, values) })

/** Keys of a transaction that the proposal or the target gives, and those that the delivery gives. */
const OF_PROPOSAL = ['kind', 'id', 'title', 'date', 'to']
const OF_TARGET = [...OF_PROPOSAL, 'parties', 'region']
const OF_DELIVERY = [...OF_PROPOSAL, 'activity', 'from', 'items']

const without = (shape: Shape, keys: readonly string[]): Shape =>
  Object.fromEntries(Object.entries(shape).filter(([key]) => !keys.includes(key)))

function kindFault(kind: unknown): string {
  const begin = 'a proposal begins with `kind: proposal`'
  if (kind === undefined) return begin
  if (kind === 'transaction') return 'a transaction is no proposal; `licet check` judges it'
  return typeof kind === 'string' && suggest(kind, ['proposal']) !== undefined
    ? `unknown kind ${show(kind)}; did you mean \`proposal\`?`
    : `unknown kind ${show(kind)}; ${begin}`
}
