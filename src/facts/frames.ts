import { z } from 'zod'
import type { Dictionary } from './dictionary.ts'
import { choiceFault, dateFault } from './fact-schema.ts'

const dateWords = { error: ({ input }: { readonly input?: unknown }) => dateFault(input) }

/** A law date. */
export const lawDate = z
  .string(dateWords)
  .refine((value) => dateFault(value) === undefined, dateWords)
/** A line of text. */
export const line = z.string().min(1).max(2000)
const answer = z.union([z.boolean(), z.enum(['yes', 'no', 'unknown'])])
const dollars = z.number().nonnegative()

/** One of the values that a fact may hold. */
export function choice(dictionary: Dictionary, fact: string): z.ZodType {
  const values = dictionary.get(fact)!.values!
  return z.enum(values as [string, ...string[]], {
    error: ({ input }) => choiceFault(input, values),
  })
}

export type Shape = Record<string, z.ZodType>

/** Parts of a case, and what stands in each beside its facts. */
export type Frames = Readonly<
  Record<string, { readonly frame: Shape; readonly description: string }>
>

/** What stands beside the facts in the parts of a case; `inputs` are the facts of a production input. */
export const frames = (dictionary: Dictionary, inputs: Shape): Frames => ({
  endUse: {
    frame: { description: line.optional() },
    description: 'What the item will be used for',
  },
  production: {
    frame: {
      inputs: z
        .array(z.strictObject(inputs))
        .describe(
          'Technology, software and plants behind a foreign-made item, 15 CFR 734.9(a)(1); the whole list',
        )
        .optional(),
      certificates: z
        .array(z.strictObject(certificate(dictionary)))
        .describe('Certificates of suppliers, supplement no. 1 to part 734')
        .optional(),
      content: z
        .array(z.strictObject(content))
        .describe('U.S. content of a foreign-made item, supplement no. 2 to part 734')
        .optional(),
      contentComplete: answer.describe('Do these lines name all U.S. content?').optional(),
      fairMarketValue: z
        .number()
        .positive()
        .describe('U.S. dollars, of one foreign-made item')
        .optional(),
    },
    description:
      'How a foreign-made item was made: de minimis and the foreign-direct product rules',
  },
  training: {
    frame: {
      runs: z
        .array(z.strictObject(run))
        .min(1)
        .describe('The runs of the training: operations, or the hardware that they follow from')
        .optional(),
    },
    description: 'How a model was trained: the operations of 4E091 are counted over all runs',
  },
})

/** A number above zero, or a range of them. */
const amount = z
  .union([z.number().positive(), z.tuple([z.number().positive(), z.number().positive()])])
  .refine(
    (value) => typeof value === 'number' || value[0] <= value[1],
    'a range runs from low to high',
  )

const run: Shape = {
  what: line.describe('Which run it is: pre-training of the base model, fine-tuning'),
  operations: amount.describe('Operations, or a range [low, high]').optional(),
  gpuHours: amount.describe('Hours that one accelerator ran, summed over all of them').optional(),
  product: line.describe('The accelerator, looked up in the catalogue').optional(),
  format: line.describe('Number format of the training, such as BF16 or FP8').optional(),
  peak: amount
    .describe('Peak of one accelerator in that format, in TOPS or TFLOPS, dense')
    .optional(),
  utilization: amount
    .refine((value) => (typeof value === 'number' ? value : value[1]) <= 100, 'at most 100 percent')
    .describe('Percent of the peak that the run reached')
    .optional(),
}

const certificate = (dictionary: Dictionary): Shape => ({
  from: line.describe('Who signed it'),
  signedOn: lawDate,
  expires: lawDate.describe('First day on which it no longer counts'),
  outside: z
    .array(choice(dictionary, 'item.certifiedOutside'))
    .min(1)
    .describe('Foreign-direct product rules that it excludes, such as 734.9(e)(1)'),
})

const content: Shape = {
  eccn: line.optional(),
  description: line.optional(),
  kind: z.enum(['commodity', 'software', 'technology']),
  value: z
    .union([dollars, z.tuple([dollars, dollars])])
    .describe('U.S. dollars, fair market, or a range [low, high]')
    .optional(),
  usOrigin: answer.optional(),
  controlledTo: answer
    .describe('Would it need a license to the destination by the Country Chart or part 746?')
    .optional(),
  gbsEligible: answer.describe('Could it go there under License Exception GBS?').optional(),
  incorporated: answer
    .describe('Is it essential to the item, customarily sold in it and reexported with it?')
    .optional(),
  bundled: answer
    .describe('Software: is it reexported together with the commodity and configured for it?')
    .optional(),
  antiTerrorismOnly: answer
    .describe('Software: is it EAR99 or controlled for anti-terrorism reasons only?')
    .optional(),
  encryptionConditionsMet: answer
    .describe('Category 5 part 2: is it authorized as 15 CFR 734.4(b) asks?')
    .optional(),
}
