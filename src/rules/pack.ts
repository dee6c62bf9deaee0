import { z } from 'zod'
import type { ChartFootnote, Entry } from '../ccl/entry.ts'
import type { Accelerator } from '../catalog/catalog.ts'
import type { CloudProvider } from '../catalog/cloud.ts'
import type { dictionaryFile } from '../facts/dictionary.ts'
import type { OperatorDefinition } from '../ownership/operator.ts'
import type { Provision } from './provision.ts'
import type { Countries, Table } from './tables.ts'

export const packFile = z.strictObject({
  id: z.string(),
  knowledgeDate: z.string(),
  /** First law date for which the pack holds the law. */
  modelledFrom: z.string(),
  /** Days after which a verification counts as stale. */
  staleAfterDays: z.number().int().positive(),
})

export const sourcesFile = z.strictObject({
  sources: z.record(
    z.string(),
    z.strictObject({
      title: z.string(),
      published: z.string(),
      link: z.string().optional(),
      confidence: z.enum(['A', 'B', 'C']),
      note: z.string().optional(),
    }),
  ),
})

export const coverageFile = z.strictObject({
  coverage: z.array(
    z.strictObject({
      citation: z.string(),
      state: z.enum(['modelled', 'partly', 'pointer', 'out']),
      why: z.string(),
      provisions: z.array(z.string()).default([]),
      verified: z.string(),
    }),
  ),
})

/** The rule pack: the law as data, compiled into one artefact. */
export interface Pack extends z.infer<typeof packFile> {
  readonly facts: z.infer<typeof dictionaryFile>['facts']
  readonly provisions: readonly Provision[]
  readonly tables: readonly Table[]
  readonly countries: Countries
  readonly sources: z.infer<typeof sourcesFile>['sources']
  readonly coverage: z.infer<typeof coverageFile>['coverage']
  readonly accelerators: readonly Accelerator[]
  /** Instance types and regions of cloud providers. */
  readonly cloud: readonly CloudProvider[]
  /** The Commerce Control List, the questions that its scopes ask, and the footnotes of the chart. */
  readonly ccl: {
    readonly entries: readonly Entry[]
    readonly questions: readonly { readonly id: string; readonly ask: string }[]
    readonly footnotes: readonly ChartFootnote[]
  }
  /** How each law adds up who owns a party. */
  readonly ownership: readonly OperatorDefinition[]
  /** Words by language: `wording.en`. */
  readonly wording: Readonly<Record<string, unknown>>
}
