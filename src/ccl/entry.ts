import { z } from 'zod'

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

/** An ECCN such as `3B001`. */
export const ECCN = /^\d[A-E]\d{3}$/

const segment = String.raw`(?:[a-z]{1,2}|\d{1,2})`
/** A paragraph of an entry without its ECCN: `c.1.a`. */
export const PARAGRAPH = new RegExp(`^[a-z]{1,2}(?:\\.${segment})*$`)

const paragraphs = z.array(z.string().regex(PARAGRAPH)).min(1)
/** `3B` for a whole product group, `3B001` for an entry, `3B001.q` for a paragraph. */
const references = z
  .array(z.string().regex(new RegExp(`^\\d[A-E](?:\\d{3}(?:\\.${segment})*)?$`)))
  .min(1)

/** What a line of an entry reaches. Everything that is given must hold; `prose` never settles. */
const scope = z.union([
  z.literal('entire'),
  z
    .strictObject({
      paragraphs: paragraphs.optional(),
      except: paragraphs.optional(),
      for: references.optional(),
      forExcept: references.optional(),
      when: z.string().optional(),
      unless: z.string().optional(),
      prose: z.string().min(1).optional(),
    })
    .refine((value) => Object.keys(value).length > 0, { error: 'a scope says what it reaches' }),
])
export type Scope = z.infer<typeof scope>

const countries = z.array(z.string().regex(/^[A-Z]{2}$/)).min(1)

const destination = z.union([
  z.enum(['worldwide', 'macau-or-d5', 'advanced-computing', 'un-arms-embargo', 'footnote-5-party']),
  z.strictObject({ countries }),
  z.strictObject({ except: countries }),
  z.strictObject({ tables: z.array(z.string()).min(1) }),
])
export type Destination = z.infer<typeof destination>

/** Reasons for control, 15 CFR 738.2(d)(2)(i), with SS, SL and the Russian industry sanctions. */
const reason = z.enum([
  'AT',
  'CB',
  'CC',
  'CW',
  'EI',
  'FC',
  'MT',
  'NS',
  'NP',
  'RS',
  'SI',
  'SL',
  'SS',
  'UN',
  'foreign policy',
])

const line = { reason, scope, from: isoDate.optional() }
const control = z.union([
  z.strictObject({ ...line, column: z.string().regex(/^[A-Z]{2}[123]$/) }),
  z.strictObject({
    ...line,
    destination,
    law: z.string(),
    enforced: z.enum(['advanced-computing-or-d5-headquarters', 'none']).optional(),
  }),
  z.strictObject({ ...line, see: z.string() }),
])
export type ControlLine = z.infer<typeof control>

const eligibility = z.union([
  z.enum(['n/a', 'yes']),
  z.array(z.strictObject({ usd: z.number().positive().optional(), scope })).min(1),
])

const staBar = z.strictObject({
  bars: z.union([z.enum(['all', 'c.2']), z.array(z.enum(['A:5', 'A:6'])).min(1)]),
  scope,
})

/** The license exceptions that entries of the Commerce Control List name. */
export const LISTED = [
  'LVS',
  'GBS',
  'TSR',
  'APP',
  'ACE',
  'ENC',
  'IEC',
  'HBM',
  'AIA',
  'ACM',
  'LPP',
] as const
export type Listed = (typeof LISTED)[number]

const exceptions = z.strictObject({
  ...(Object.fromEntries(LISTED.map((name) => [name, eligibility.optional()])) as Record<
    Listed,
    z.ZodOptional<typeof eligibility>
  >),
  STA: z.array(staBar).min(1).optional(),
})

/** A row of the Commerce Control List: 15 CFR 774 Supp. 1. */
export const entry = z.strictObject({
  eccn: z.string().regex(ECCN),
  heading: z.string().min(1).max(100),
  from: isoDate.optional(),
  note: z.string().optional(),
  review: z.strictObject({ why: z.string(), law: z.string() }).optional(),
  paragraphs: paragraphs.optional(),
  controls: z.array(control),
  exceptions: exceptions.default({}),
})
export type Entry = z.infer<typeof entry>

/** A file of entries: one category of the list. */
export const entriesFile = z.strictObject({ entries: z.array(entry) })

/** A file of the questions that scopes name. */
export const questionsFile = z.strictObject({
  questions: z.array(z.strictObject({ id: z.string(), ask: z.string() })),
})

const footnote = z.strictObject({
  footnote: z.number().int().positive(),
  countries,
  effect: z.enum(['requires', 'review', 'notice']),
  law: z.string(),
  says: z.string(),
  items: z.union([
    z.literal('all'),
    z.array(z.strictObject({ eccn: z.string().regex(ECCN), scope })).min(1),
  ]),
})
/** A footnote to the Commerce Country Chart that adds a requirement: 15 CFR 738 Supp. 1. */
export type ChartFootnote = z.infer<typeof footnote>
export const footnotesFile = z.strictObject({ footnotes: z.array(footnote) })
