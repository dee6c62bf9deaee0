import { z } from 'zod'
import { suggest } from '../suggest.ts'

const confidence = z.enum(['A', 'B', 'C'])

/** One provider, as written in rules/cloud: its instance types with what they hold, and its regions. */
export const cloudProvider = z.strictObject({
  provider: z.string().regex(/^[a-z]+$/),
  name: z.string().min(1),
  aliases: z
    .array(z.string())
    .default([])
    .describe('other words before the colon of `aws:p5.48xlarge`'),
  headquarters: z.string().length(2),
  sources: z.record(
    z.string(),
    z.strictObject({ title: z.string(), confidence, license: z.string().optional() }),
  ),
  instances: z.array(
    z.strictObject({
      type: z.string().min(1),
      accelerator: z.string().min(1),
      count: z.number().positive().describe('accelerators in one instance; below 1 a share of one'),
      bareMetal: z
        .boolean()
        .default(false)
        .describe('sold as a whole machine without the hypervisor of the provider'),
      source: z.string(),
      note: z.string().optional(),
      otherCounts: z
        .array(
          z.strictObject({ count: z.number().positive(), source: z.string(), note: z.string() }),
        )
        .default([])
        .describe('what other sources say; nobody picks one'),
    }),
  ),
  regions: z
    .array(
      z.strictObject({
        country: z.string().length(2),
        names: z.array(z.string()).min(1),
        source: z.string(),
      }),
    )
    .default([]),
})

export type CloudProvider = z.output<typeof cloudProvider>

type Confidence = z.output<typeof confidence>

/** An instance type of a provider, with what it holds and how far that can be relied on. */
export interface Instance {
  readonly provider: string
  readonly providerName: string
  readonly type: string
  readonly accelerator: string
  /** Accelerators in one instance, a fraction where it is a share of one; unknown where sources disagree. */
  readonly count: number | undefined
  readonly counts: readonly { readonly count: number; readonly source: string }[]
  readonly confidence: Confidence
  readonly source: string
  readonly note: string | undefined
  /** Sold as a whole machine, so that nobody can tell who holds it. */
  readonly bareMetal: boolean
}

/** Where a region is. */
export interface Region {
  readonly provider: string
  readonly name: string
  /** ISO 3166-1 alpha-2 code as the provider's list has it; Hong Kong is HK. */
  readonly country: string
  readonly confidence: Confidence
  readonly source: string
}

/** Instance types and regions by name, lower case. */
export interface Cloud {
  readonly providers: readonly CloudProvider[]
  readonly instances: ReadonlyMap<string, readonly Instance[]>
  readonly regions: ReadonlyMap<string, readonly Region[]>
}

/** What a name is: one thing, several of them, or none with the names that may have been meant. */
export type Resolved<T> =
  | { readonly found: T; readonly others: readonly T[] }
  | { readonly candidates: readonly T[] }
  | { readonly unknown: string; readonly suggestions: readonly string[] }

/** Indexes the providers. @throws where a row names a source that its file does not have. */
export function cloudOf(providers: readonly CloudProvider[]): Cloud {
  const instances = new Map<string, Instance[]>()
  const regions = new Map<string, Region[]>()
  for (const one of providers) {
    const sourceOf = (key: string): CloudProvider['sources'][string] => {
      const source = one.sources[key]
      if (source === undefined) throw new Error(`${one.provider} has no source ${key}`)
      return source
    }
    for (const row of one.instances) {
      const { title, confidence: how } = sourceOf(row.source)
      const others = row.otherCounts.map(({ count, source, note }) => ({
        count,
        source: `${sourceOf(source).title}, ${note}`,
      }))
      add(instances, row.type, {
        provider: one.provider,
        providerName: one.name,
        type: row.type,
        accelerator: row.accelerator,
        count: others.length > 0 ? undefined : row.count,
        counts: [{ count: row.count, source: title }, ...others],
        confidence: how,
        source: title,
        note: row.note,
        bareMetal: row.bareMetal,
      })
    }
    for (const { country, names, source } of one.regions) {
      const { title, confidence: how } = sourceOf(source)
      for (const name of names)
        add(regions, name, {
          provider: one.provider,
          name,
          country,
          confidence: how,
          source: title,
        })
    }
  }
  return { providers, instances, regions }
}

function add<T>(index: Map<string, T[]>, name: string, row: T): void {
  const key = name.toLowerCase()
  index.set(key, [...(index.get(key) ?? []), row])
}

/**
 * The instance type of a name such as `p5.48xlarge`, `aws:p5.48xlarge` or `ND96isr_H100_v5`, whatever its case.
 * Nothing where the name has no provider before a colon and no provider has the type.
 */
export function findInstance(cloud: Cloud, text: string): Resolved<Instance> | undefined {
  const { provider, name } = split(cloud, text)
  const key = name.toLowerCase()
  const rows = cloud.instances.get(key) ?? cloud.instances.get(`standard_${key}`) ?? []
  const mine = rows.filter((row) => provider === undefined || row.provider === provider.provider)
  if (mine.length > 0)
    return mine.length === 1 ? { found: mine[0]!, others: [] } : { candidates: mine }
  if (provider === undefined) return undefined
  const types = provider.instances.map(({ type }) => type)
  return { unknown: name, suggestions: suggested(name, types) }
}

/**
 * The country of a region such as `ap-southeast-1` or `huawei:ap-southeast-1`. The provider stands before the colon or is
 * given, by an instance type for example. A bare name that providers use for different countries is read as that of a
 * provider headquartered in the United States where one of them is, with the rest as `others`.
 */
export function findRegion(cloud: Cloud, text: string, of?: string): Resolved<Region> {
  const { provider, name } = split(cloud, text)
  const asked = provider?.provider ?? of
  const rows = (cloud.regions.get(name.toLowerCase()) ?? []).filter(
    (row) => asked === undefined || row.provider === asked,
  )
  if (rows.length === 0) {
    const known = cloud.providers
      .filter((one) => asked === undefined || one.provider === asked)
      .flatMap(({ regions }) => regions.flatMap(({ names }) => names))
    return { unknown: name, suggestions: suggested(name, known) }
  }
  const atHome = rows.filter((row) => seatOf(cloud, row.provider) === 'US')
  const first = atHome.length > 0 ? atHome : rows
  if (new Set(first.map(({ country }) => country)).size > 1) return { candidates: first }
  const found = first[0]!
  return { found, others: rows.filter(({ country }) => country !== found.country) }
}

const seatOf = (cloud: Cloud, provider: string): string | undefined =>
  cloud.providers.find((one) => one.provider === provider)?.headquarters

/** `aws:p5.48xlarge` as its two parts; a word before the colon that is no provider is part of the name. */
function split(
  { providers }: Cloud,
  text: string,
): { provider: CloudProvider | undefined; name: string } {
  const [, before, after] = /^\s*([a-z]+):(.+?)\s*$/i.exec(text) ?? []
  const word = before?.toLowerCase()
  const provider = providers.find(
    (one) => word !== undefined && (one.provider === word || one.aliases.includes(word)),
  )
  return provider === undefined ? { provider, name: text.trim() } : { provider, name: after! }
}

function suggested(name: string, known: readonly string[]): string[] {
  const near = suggest(name, known)
  return near === undefined ? [] : [near]
}
