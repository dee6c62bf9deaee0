import { z } from 'zod'

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

const row = z.strictObject({
  value: z.union([z.string(), z.number()]),
  from: isoDate.optional(),
  /** Exclusive. */
  until: isoDate.optional(),
  source: z.string().optional(),
  confidence: z.enum(['A', 'B', 'C']).optional(),
  note: z.string().optional(),
})

/** A dated table: a country group, a chart column, a list of names. */
export const tableFile = z.strictObject({
  tables: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      law: z.string(),
      verified: z.strictObject({
        on: isoDate,
        against: z.string(),
        confidence: z.enum(['A', 'B', 'C']),
      }),
      rows: z.array(row),
    }),
  ),
})
export type Table = z.infer<typeof tableFile>['tables'][number]

const code = z.string().regex(/^[A-Z]{2}$/)
const confidence = z.enum(['A', 'B', 'C'])

/** Countries by code, the regions of Ukraine that 15 CFR 746.6 names, and what people write instead. */
export const countriesFile = z.strictObject({
  countries: z.array(
    z.strictObject({
      code,
      name: z.string(),
      alpha3: z.string().optional(),
      aliases: z.array(z.string()).default([]),
      /** The state whose groups, chart row and lists apply: Hong Kong is treated as China. */
      treatAs: code.optional(),
      from: isoDate.optional(),
      source: z.string().optional(),
      confidence: confidence.optional(),
      unsettled: z.boolean().optional(),
      note: z.string().optional(),
    }),
  ),
  regions: z.array(
    z.strictObject({ code: z.string(), name: z.string(), of: code, region: z.string().optional() }),
  ),
  mistakes: z.array(z.strictObject({ wrote: z.string(), means: z.array(z.string()).min(1) })),
})
export type Countries = z.infer<typeof countriesFile>

/** The members of a table on a day. */
export function membersOn(table: Table, day: string): ReadonlySet<string | number> {
  return new Set(
    table.rows
      .filter(
        ({ from, until }) =>
          (from === undefined || from <= day) && (until === undefined || day < until),
      )
      .map(({ value }) => value),
  )
}
