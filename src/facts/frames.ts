import { z } from 'zod'
import { dateFault } from './fact-schema.ts'

const dateWords = { error: ({ input }: { readonly input?: unknown }) => dateFault(input) }

/** A law date. */
export const lawDate = z
  .string(dateWords)
  .refine((value) => dateFault(value) === undefined, dateWords)
/** A line of text. */
export const line = z.string().min(1).max(2000)

type Shape = Record<string, z.ZodType>

/** What stands beside the facts in a part of a case. */
export const FRAMES: Record<string, { readonly frame: Shape; readonly description: string }> = {
  endUse: {
    frame: { description: line.optional() },
    description: 'What the item will be used for',
  },
}
