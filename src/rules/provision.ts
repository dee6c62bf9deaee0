import { z } from 'zod'
import { REVIEW_POLICIES } from '../determination.ts'
import type { Condition } from '../logic/condition.ts'

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'write a date as YYYY-MM-DD')
const confidence = z.enum(['A', 'B', 'C'])

export const KINDS = [
  'definition',
  'classification',
  'jurisdiction',
  'exclusion',
  'requirement',
  'prohibition',
  'exception',
  'bar',
  'review-policy',
  'red-flag',
  'unsettled',
  'notice',
  'program',
] as const

/** What a provision of the AI Exports Program is tested of, each on its own. */
export const PROGRAM_SUBJECTS = [
  'proposal',
  'member',
  'layer',
  'provider',
  'model',
  'target',
  'shipment',
] as const

/** The order in which a proposal is checked, and in which what is missing is mended. */
export const PROGRAM_STEPS = [
  'call',
  'anchor',
  'members',
  'layers',
  'providers',
  'hardware',
  'targets',
  'operating-model',
  'support',
  'compliance',
  'exports',
  'determination',
] as const

/**
 * What follows for a proposal where a provision of the program applies. `ineligible`, `incomplete`,
 * `unsettled` (nobody can say), `case-by-case`; `open` is a condition that others must meet, `condition`
 * one that the consortium meets itself; the rest is told and changes nothing.
 */
export const PROGRAM_EFFECTS = [
  'ineligible',
  'incomplete',
  'unsettled',
  'case-by-case',
  'open',
  'condition',
  'met',
  'notice',
] as const

const duty = z.strictObject({
  cite: z.string().optional(),
  text: z.string(),
  /** Calendar days before the export by which it must be done. */
  daysBefore: z.number().int().nonnegative().optional(),
  /** Calendar days after the deal, such as the completion of an investment, within which it must be done. */
  daysAfter: z.number().int().nonnegative().optional(),
})

const text = z.strictObject({
  effective: z.strictObject({ from: isoDate, until: isoDate.optional() }),
  source: z.string(),
  confidence,
  note: z.string().optional(),
  when: z.unknown(),
  duties: z.array(duty).default([]),
  policy: z.enum(REVIEW_POLICIES).optional(),
})

const enforcement = z.strictObject({
  from: isoDate,
  state: z.enum(['enforced', 'partly-enforced', 'not-enforced', 'suspended', 'unverified']),
  source: z.string(),
  note: z.string().optional(),
  only_when: z.unknown().optional(),
})

/** The shape of one provision's file. Conditions are parsed apart, so that their errors have a place. */
export const provisionFile = z.strictObject({
  id: z.string(),
  kind: z.enum(KINDS),
  title: z.string(),
  law: z.string(),
  /** Fact-sheet rows that this file encodes. */
  rows: z.array(z.string()).default([]),
  status: z.enum(['guidance', 'proposed', 'policy']).optional(),
  /** Of a classification: the paragraph that it concludes, and its rank; the highest that fits wins. */
  concludes: z.string().optional(),
  rank: z.number().int().optional(),
  /** Of a classification: while it is unknown it does not keep a lower paragraph from being named. */
  overlay: z.boolean().default(false),
  reasonsForControl: z.array(z.string()).default([]),
  /** Of a requirement: it binds also where no item is subject to the EAR, as 744.6 binds U.S. persons. */
  regardlessOfSubject: z.boolean().default(false),
  /** Of a prohibition: it binds only what needs no license, as the statement of 744.15(b). */
  withoutLicense: z.boolean().optional(),
  /** Of an exclusion: no item is sent at all, so that what is left is law that binds without one. */
  withoutItem: z.boolean().optional(),
  /** Of a notice or red flag about a party: its duties are owed for each party that meets it. */
  perParty: z.boolean().optional(),
  /** Of an exception: the requirements or prohibitions that it lifts, by id or by the start of the id. */
  lifts: z.array(z.string()).default([]),
  /** Of a bar: the exceptions that it closes. */
  bars: z.array(z.string()).default([]),
  /** Of a review policy: the requirements that it speaks of. */
  reviews: z.array(z.string()).default([]),
  /** Of a provision of the AI Exports Program: what it is tested of, at which step, and what follows. */
  program: z
    .strictObject({
      of: z.enum(PROGRAM_SUBJECTS),
      step: z.enum(PROGRAM_STEPS),
      effect: z.enum(PROGRAM_EFFECTS),
    })
    .optional(),
  text: z.array(text).min(1),
  enforcement: z.array(enforcement).default([]),
  verified: z.strictObject({ on: isoDate, against: z.string(), confidence }),
})

export type ProvisionFile = z.infer<typeof provisionFile>
export type Kind = (typeof KINDS)[number]
export type ProgramEffect = (typeof PROGRAM_EFFECTS)[number]
export type ProgramStep = (typeof PROGRAM_STEPS)[number]
export type ProgramSubject = (typeof PROGRAM_SUBJECTS)[number]

export interface Text extends Omit<ProvisionFile['text'][number], 'when'> {
  readonly when: Condition
}

export interface Enforcement extends Omit<ProvisionFile['enforcement'][number], 'only_when'> {
  readonly only_when?: Condition | undefined
}

/** A provision of the law with its dated texts and its dated enforcement. */
export interface Provision extends Omit<ProvisionFile, 'text' | 'enforcement'> {
  readonly text: readonly Text[]
  readonly enforcement: readonly Enforcement[]
}
