import { z } from 'zod'
import { choiceFault, dateFault } from '../facts/fact-schema.ts'

const dateWords = { error: ({ input }: { readonly input?: unknown }) => dateFault(input) }
const isoDate = z.string(dateWords).refine((value) => dateFault(value) === undefined, dateWords)
const line = z.string().min(1)
const country = z.string().regex(/^[A-Z]{2}$/, 'write the ISO 3166-1 alpha-2 code, such as CN')

/** Types of paper that a deal can rest on. */
const TYPES = [
  'license',
  'exception-notice',
  'validated-end-user',
  'general-license',
  'end-user-statement',
  'supplier-certificate',
] as const

/** An authorization as a company keeps it: what it covers, how much is left, until when, on what conditions. */
export const authorizationSchema = z.strictObject({
  type: z.enum(TYPES, { error: ({ input }) => choiceFault(input, TYPES) }),
  /** The number by which the agency and the company name it. */
  number: line,
  agency: line.optional(),
  issued: isoDate.optional(),
  /** Of a notice: the day on which the agency registered it, and the provision that counts days from it. */
  registered: isoDate.optional(),
  provision: line.optional(),
  /** The last day on which it may be used. */
  expires: isoDate.optional(),
  /** Parties that may receive; any where left out. */
  consignees: z.array(line).optional(),
  destinations: z.array(country).optional(),
  items: z
    .array(
      z.strictObject({
        /** A product or a paragraph of the Commerce Control List. */
        covers: line,
        quantity: z.number().int().nonnegative().optional(),
        /** U.S. dollars. */
        value: z.number().nonnegative().optional(),
      }),
    )
    .min(1)
    .optional(),
  conditions: z.array(z.strictObject({ text: line, due: isoDate.optional() })).optional(),
})

export type Authorization = z.infer<typeof authorizationSchema>
