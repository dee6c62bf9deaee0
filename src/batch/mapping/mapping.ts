import { z } from 'zod'

/** How the columns of a table are read as a case. */
export interface Mapping {
  /** Path of the case for each heading. */
  readonly columns: Readonly<Record<string, string>>
  /** Headings that say nothing of the case; they stand in the results as they are. */
  readonly ignore: readonly string[]
  /** What every case has where its row says nothing, by path. */
  readonly constants: Readonly<Record<string, unknown>>
  /** What the words of a column mean, by heading: `Korea, South: KR`. */
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** The sheets of a workbook that are read; all that have a known column where left out. */
  readonly sheets?: readonly string[] | undefined
}

export const mappingSchema: z.ZodType<Mapping> = z.strictObject({
  columns: z.record(z.string(), z.string().min(1)),
  ignore: z.array(z.string()).default([]),
  constants: z.record(z.string(), z.unknown()).default({}),
  values: z.record(z.string(), z.record(z.string(), z.string())).default({}),
  sheets: z.array(z.string()).optional(),
})
