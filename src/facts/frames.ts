import { z } from 'zod'
import { dateFault } from './fact-schema.ts'

const dateWords = { error: ({ input }: { readonly input?: unknown }) => dateFault(input) }

/** A law date. */
export const lawDate = z.string(dateWords).refine((value) => dateFault(value) === undefined, dateWords)
/** A line of text. */
export const line = z.string().min(1).max(2000)
const answer = z.union([z.boolean(), z.enum(['yes', 'no', 'unknown'])])

type Shape = Record<string, z.ZodType>

/** What stands beside the facts in a part of a case. */
export const FRAMES: Record<string, { readonly frame: Shape; readonly description: string }> = {
  endUse: { frame: { description: line.optional() }, description: 'What the item will be used for' },
  production: {
    frame: {
      certificates: z
        .array(
          z.strictObject({
            from: line.describe('Who signed it'),
            signedOn: lawDate,
            expires: lawDate.describe('First day on which it no longer counts'),
            outside: z.array(line).min(1).describe('Direct-product rules that it excludes, such as 734.9(e)(1)'),
          }),
        )
        .describe('Certificates of suppliers, supplement no. 1 to part 734')
        .optional(),
      content: z
        .array(
          z.strictObject({
            eccn: line.optional(),
            description: line.optional(),
            kind: z.enum(['commodity', 'software', 'technology']),
            value: z.union([z.number().nonnegative(), z.tuple([z.number(), z.number()])]).describe('U.S. dollars, fair market').optional(),
            usOrigin: answer.optional(),
            controlledTo: answer.describe('Would it need a license to the destination by the chart or part 746?').optional(),
            gbsEligible: answer.optional(),
            incorporated: answer.optional(),
            bundled: answer.optional(),
            antiTerrorismOnly: answer.optional(),
            encryptionConditionsMet: answer.optional(),
          }),
        )
        .describe('U.S. content of a foreign-made item, supplement no. 2 to part 734')
        .optional(),
      contentComplete: answer.describe('Do these lines name all U.S. content?').optional(),
      fairMarketValue: z.number().positive().describe('U.S. dollars, of one foreign-made item').optional(),
    },
    description: 'How a foreign-made item was made: de minimis and the foreign-direct product rules',
  },
}
