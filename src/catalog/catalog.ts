import { z } from 'zod'
import { quantity, type Quantity } from '../derive/measured.ts'

const confidence = z.enum(['A', 'B', 'C'])

const amount = z
  .union([
    z.number().nonnegative(),
    z
      .tuple([z.number().nonnegative(), z.number().nonnegative()])
      .refine(([low, high]) => low <= high, 'a range runs from low to high'),
  ])
  .transform((value): Quantity =>
    typeof value === 'number' ? value : quantity(value[0], value[1]),
  )
  .describe('a number, or [low, high] where it is an estimate')

const origin = { confidence, source: z.string().min(1), note: z.string().optional() }

const measured = z.strictObject({ value: amount, ...origin })

const throughput = z.strictObject({
  format: z.string().regex(/^(FP|BF|INT|MX)\d+$/, 'a number format such as FP16, BF16, INT8'),
  bits: z.number().int().positive(),
  dense: amount,
  sparse: z
    .number()
    .nonnegative()
    .optional()
    .describe('as marketed with sparsity; decides nothing'),
  ...origin,
})

/**
 * One row of the accelerator catalogue, as written in rules/accelerators. What is not known is
 * absent. Parsing turns [low, high] into a range, so the pack should carry the parsed rows.
 */
export const accelerator = z.strictObject({
  name: z.string().min(1),
  vendor: z.string().min(1),
  aliases: z.array(z.string()).default([]).describe('names of this product alone'),
  ambiguous: z.array(z.string()).default([]).describe('names that it shares with others'),
  launched: z.number().int().min(2000).max(2100).optional(),
  form: z.enum(['assembly', 'computer', 'integrated-circuit', 'memory']).optional(),
  designerHeadquarters: z.string().length(2).optional(),
  marketedForDataCenter: z.strictObject({ value: z.boolean(), ...origin }).optional(),
  throughput: z.array(throughput).default([]),
  statedTpp: measured.optional().describe('where a source states TPP and no throughput is known'),
  dieArea: measured.optional().describe('mm2, all logic dies on a non-planar process'),
  dramBandwidth: measured.optional().describe('GB/s, all DRAM'),
  interconnectBandwidth: measured
    .optional()
    .describe('GB/s, aggregate bidirectional over all I/O but to volatile memory'),
  memoryBandwidth: measured.optional().describe('GB/s, of a memory package or stack'),
  packageArea: measured.optional().describe('mm2, of a memory package or stack'),
  link: z.url().optional().describe('where the source has it'),
  note: z.string().optional(),
})

export type Accelerator = z.output<typeof accelerator>

/** The rows of one or all files of rules/accelerators. */
export const accelerators = z.array(accelerator)
