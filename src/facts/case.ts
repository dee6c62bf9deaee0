import { z } from 'zod'
import { danglingLinks } from './case-links.ts'
import { choiceFault, factSchema, type CountryNames } from './fact-schema.ts'
import { choice, frames, lawDate, line, type Shape } from './frames.ts'
import type { ProductionInput } from './production-input.ts'
import type { TrainingInput } from './training-input.ts'
import { type Dictionary, type FactDefinition, type Scope } from './dictionary.ts'
import { kindFault } from './kind-fault.ts'
import { listAnswers, type ListQuestion } from './list-answers.ts'
import { nested, placed, type Describe } from './nested.ts'

/** A party as a case gives it. Facts may be boxed with their source; see `factSchema`. */
export interface PartyInput {
  readonly role: string
  readonly id?: string
  readonly name?: string
  readonly owners?: readonly OwnerInput[]
  readonly ultimateParent?: {
    readonly name?: string
    readonly headquarters?: unknown
    readonly lists?: unknown
  }
  readonly [fact: string]: unknown
}

export interface OwnerInput {
  readonly name: string
  readonly id?: string
  readonly share: unknown
  readonly country?: unknown
  readonly headquarters?: unknown
  readonly lists?: unknown
  readonly owners?: readonly OwnerInput[]
  readonly from?: string
  readonly until?: string
  readonly source?: string
}

export interface ThroughputInput {
  readonly format: string
  readonly bits: number
  readonly dense?: number
  readonly sparse?: number
}

export interface CircuitInput {
  readonly product?: string
  readonly count?: number
  readonly specs?: Readonly<Record<string, unknown>>
}

export interface ItemInput extends CircuitInput {
  readonly description?: string
  readonly quantity?: number
  readonly unitValue?: number
  readonly eccn?: unknown
  readonly production?: ProductionInput
  readonly training?: TrainingInput
  readonly exclusions?: readonly string[]
  readonly circuits?: readonly CircuitInput[]
  readonly modules?: readonly ModuleInput[]
  readonly [fact: string]: unknown
}

/** A module of a design tool: what it does decides its ECCN. */
export interface ModuleInput {
  readonly name?: string
  readonly [fact: string]: unknown
}

export interface LetterInput {
  readonly received: string
  readonly known?: string
  readonly until?: string
  readonly covers: string
  readonly items?: readonly number[]
}

export interface RedFlagInput {
  readonly id?: string
  readonly flag: string
  readonly item?: number
  readonly touches?: readonly string[]
  readonly resolved?: {
    readonly how: string
    readonly by: string
    readonly on: string
    readonly evidence: string
    readonly evidenceKind?: string
  }
}

/** A case: one deal or deployment, as its author wrote it. Everything but `kind` may be missing. */
export interface Case {
  readonly kind: 'transaction'
  readonly id?: string
  readonly title?: string
  readonly date?: string
  readonly via?: readonly string[]
  readonly items?: readonly ItemInput[]
  readonly parties?: readonly PartyInput[]
  readonly knowledge?: readonly string[]
  readonly letters?: readonly LetterInput[]
  readonly redFlags?: readonly RedFlagInput[]
  readonly licenseExceptions?: readonly string[]
  readonly [fact: string]: unknown
}

const count = z.number().int().positive()

/**
 * The schema of a case. Its facts come from the dictionary, so that the law may ask for a new fact
 * without a change here; what is written below is the frame that the facts stand in.
 */
export function caseSchema(
  dictionary: Dictionary,
  countries: CountryNames,
  describe: Describe,
  questions: readonly ListQuestion[],
): z.ZodType<Case> {
  const transaction = z.strictObject(caseShape(dictionary, countries, describe, questions))
  const links = danglingLinks(dictionary) as (input: unknown, context: z.RefinementCtx) => void
  return transaction.superRefine(links) as z.ZodType as z.ZodType<Case>
}

/** The keys of a transaction, each with its schema. */
export function caseShape(
  dictionary: Dictionary,
  countries: CountryNames,
  describe: Describe,
  questions: readonly ListQuestion[],
): Shape {
  const inputs = nested(placed(dictionary, 'input'), countries, describe, {})
  const beside = frames(dictionary, inputs)
  const facts = (scope: Scope): Shape =>
    nested(placed(dictionary, scope), countries, describe, beside)
  const country = factSchema(countryFact, countries, 'ISO 3166-1 alpha-2 code of the country')
  const percent = factSchema(shareFact, countries, 'Percent held, or a range [low, high]')
  const specs = z
    .strictObject({
      ...facts('circuit'),
      throughput: z
        .array(
          z.strictObject({
            format: line.describe('Number format: FP8, INT8, FP16'),
            bits: count.describe('Largest bit length of the multiply inputs'),
            dense: z.number().nonnegative().describe('Dense TOPS or TFLOPS').optional(),
            sparse: z
              .number()
              .nonnegative()
              .describe('Sparse TOPS or TFLOPS; never decides')
              .optional(),
          }),
        )
        .describe('Peak throughput by format; TPP is the highest dense value times bits')
        .optional(),
    })
    .describe('Specifications of one circuit')
  const circuit = {
    product: line
      .describe('Name of the product, looked up in the accelerator catalogue')
      .optional(),
    count: count.describe('How many of this circuit the item holds').optional(),
    specs: specs.optional(),
  }
  const item = z.strictObject({
    ...circuit,
    ...facts('item'),
    description: line.optional(),
    exclusions: z
      .array(choice(dictionary, 'item.exclusionsClaimed'))
      .describe('Exclusions from the EAR that the exporter claims, 15 CFR 734.3(b), 734.18, 734.20')
      .optional(),
    listFacts: listAnswers(questions, countries),
    quantity: count.describe('Units of the item').optional(),
    unitValue: z.number().nonnegative().describe('Value of one unit in U.S. dollars').optional(),
    circuits: z
      .array(z.strictObject(circuit))
      .min(1)
      .describe('The circuits in the item, each tested on its own')
      .optional(),
    modules: z
      .array(z.strictObject({ name: line.optional(), ...facts('module') }))
      .min(1)
      .describe(
        'The modules of a design tool that are shipped or unlocked; the strictest decides its ECCN',
      )
      .optional(),
  })
  const lists = factSchema(dictionary.get('party.lists')!, countries, describe('party.lists'))
  const roles = dictionary.get('party.role')!.values!
  const company = line.describe(
    'Your name for the company, by which an owner elsewhere in the case is told to be the same one',
  )
  const owner = z
    .strictObject({
      name: line.describe('Its name, or the `id` of a party or an owner of this case'),
      id: company.optional(),
      share: percent,
      country: country.optional(),
      headquarters: country.optional(),
      lists: lists.optional(),
      get owners() {
        return z
          .array(owner)
          .describe('Owners of this owner; [] for a person or a state, which nobody owns')
          .optional()
      },
      from: lawDate.describe('First day on which it holds the share').optional(),
      until: lawDate.describe('First day on which it no longer holds the share').optional(),
      source: line.describe('Where the share comes from: a document, its page and date').optional(),
    })
    .meta({ id: 'owner' })
  const party = z.strictObject({
    ...facts('party'),
    id: company.optional(),
    role: z.enum(roles as [string, ...string[]], {
      error: ({ input }) => choiceFault(input, roles),
    }),
    name: line.describe('Name as in the contract or order').optional(),
    address: line.optional(),
    ultimateParent: z
      .strictObject({
        name: line.optional(),
        headquarters: country.optional(),
        lists: lists.optional(),
      })
      .describe(
        'The company at the top of the ownership chain; the party itself where it has no parent',
      )
      .optional(),
    owners: z.array(owner).describe('Direct owners, with the percent that each holds').optional(),
  })
  const claimable = dictionary.get('exceptions.claimed')!.values!
  const elective = ['NAC', 'ACA', 'HBM', ...claimable]
  const flagIds = dictionary.get('redFlags.raised')!.values!
  const known = dictionary.get('knowledge')!.values!
  const letter = z.strictObject({
    received: lawDate.describe('Day on which BIS informed the exporter'),
    until: lawDate.describe('First day on which the letter no longer binds').optional(),
    known: choice(dictionary, 'item.knownLetters')
      .describe('A letter that is known and dated here, which then says what it covers')
      .optional(),
    covers: line.describe('What the letter covers, in its own words'),
    items: z
      .array(z.number().int().nonnegative())
      .describe('Items of this case that it covers; all where left out')
      .optional(),
  })
  const redFlag = z.strictObject({
    id: z
      .enum(flagIds as [string, ...string[]], {
        error: ({ input }) => choiceFault(input, flagIds),
      })
      .describe('Its id in the rules: rf-10, guidance-odd-payer-or-route')
      .optional(),
    flag: line.describe('The red flag: supplement no. 3 to part 732 number, or what was seen'),
    item: z.number().int().nonnegative().optional(),
    touches: z
      .array(line)
      .describe(
        'Facts that it throws doubt on, such as endUse.military; every assumed fact where left out',
      )
      .optional(),
    resolved: z
      .strictObject({
        how: line,
        by: line,
        on: lawDate,
        evidence: line,
        evidenceKind: z
          .enum([
            'self-certificate',
            'end-user-certificate',
            'site-visit',
            'public-record',
            'third-party-document',
            'bis-advice',
          ])
          .optional(),
      })
      .describe(
        'How it was resolved, by whom, when, and the evidence; a self-certificate alone, or evidence of no stated kind, never resolves one',
      )
      .optional(),
  })
  return {
    ...facts('deal'),
    kind: z.literal('transaction', { error: ({ input }) => kindFault(input) }),
    id: line.describe('Your number for the case').optional(),
    title: line.optional(),
    date: lawDate.describe('The law date: the day of the export').optional(),
    via: z.array(country).describe('Countries of transit').optional(),
    items: z.array(item).min(1).optional(),
    parties: z.array(party).min(1).optional(),
    knowledge: z
      .array(
        z.enum(known as [string, ...string[]], {
          error: ({ input }) => choiceFault(input, known),
        }),
      )
      .describe(
        'What the exporter knows of violations, for General Prohibitions Nine and Ten; [] or left out: nothing',
      )
      .optional(),
    letters: z
      .array(letter)
      .describe('"Is informed" letters that the exporter holds; [] where it holds none')
      .optional(),
    redFlags: z
      .array(redFlag)
      .describe('Red flags seen; [] where they were looked for and none was seen')
      .optional(),
    licenseExceptions: z
      .array(
        z.enum(elective as [string, ...string[]], {
          error: ({ input }) => choiceFault(input, elective),
        }),
      )
      .describe(
        `License exceptions that the exporter means to use beyond NAC, ACA and HBM: ${claimable.join(', ')}`,
      )
      .optional(),
  }
}

const countryFact: FactDefinition = {
  name: 'country',
  type: 'country',
  at: 'country',
  assumable: false,
  knownBy: 'customer',
}
/** The percent that an owner holds. */
export const shareFact: FactDefinition = {
  name: 'share',
  type: 'number',
  unit: 'percent',
  at: 'share',
  min: 0,
  max: 100,
  assumable: false,
  knownBy: 'customer',
}
