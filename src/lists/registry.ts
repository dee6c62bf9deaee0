import { parse } from 'yaml'
import { z } from 'zod'

const list = z.strictObject({
  title: z.string(),
  publisher: z.string(),
  names: z.array(z.string()),
  citation: z.string(),
  requirement: z.string(),
  exceptions: z.string().optional(),
  facts: z.array(z.string()),
  staleAfter: z.number().int().positive(),
  twoPeople: z.boolean(),
  decides: z.boolean().default(true),
  confidence: z.enum(['A', 'B', 'C']),
})

const bundled = z.strictObject({
  file: z.string(),
  format: z.enum(['csl-json', 'extract-json', 'own-yaml']),
  list: z.string().optional(),
  date: z.string(),
})

const schema = z.strictObject({
  lists: z.record(z.string(), list),
  feed: z.string(),
  programsOf7448: z.array(z.string()),
  footnotes: z.record(z.string(), z.string()),
  addressFacts: z.array(z.string()),
  twoPeopleIn: z.array(z.string()),
  countries: z.record(z.string(), z.string()),
  bundled: z.array(bundled),
})

/** What a list is and what follows from standing on it. */
export type ListInfo = z.infer<typeof list>
export type Bundled = z.infer<typeof bundled>
/** `data/lists/lists.yaml`. */
export type Registry = z.infer<typeof schema>

/** Reads the registry of lists. @throws where it is broken, which the build would show. */
export const registryOf = (yaml: string): Registry => schema.parse(parse(yaml))

/** The code of the list that a file names, or undefined. */
export function codeOf(registry: Registry, source: string): string | undefined {
  if (source in registry.lists) return source
  for (const [code, { names }] of Object.entries(registry.lists))
    if (names.some((name) => source.startsWith(name))) return code
  return undefined
}
