import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parse } from 'yaml'
import { z } from 'zod'
import { Fault } from '../errors.ts'
import { countryCodes, type CountryCodes } from './country-code.ts'
import { entriesOf, type Draft } from './draft.ts'
import type { FaultFound, ListVersion } from './entry.ts'
import type { ListEntry } from '../screening/list-entry.ts'
import { readCslJson } from './readers/csl-json.ts'
import { readExtractJson } from './readers/extract-json.ts'
import { registryOf, type Bundled, type Registry } from './registry.ts'

/** What stands in the package: the registry, and every list of its snapshot. */
export interface Snapshot {
  readonly registry: Registry
  readonly countries: CountryCodes
  readonly lists: readonly ListVersion[]
  readonly faults: readonly FaultFound[]
}

interface Country {
  readonly code: string
  readonly name: string
  readonly alpha3?: string | undefined
  readonly aliases?: readonly string[] | undefined
}

/** Reads the registry of a folder (`data/lists`) and makes the countries ready. */
export function readRegistry(
  folder: string,
  countries: readonly Country[],
): { registry: Registry; countries: CountryCodes } {
  const registry = registryOf(readFileSync(join(folder, 'lists.yaml'), 'utf8'))
  return { registry, countries: countryCodes(countries, registry.countries) }
}

/** Reads every bundled list. @throws Fault (exit 5) where a file is broken: the package is then not whole. */
export function readSnapshot(folder: string, known: readonly Country[]): Snapshot {
  const { registry, countries } = readRegistry(folder, known)
  const lists: ListVersion[] = []
  const faults: FaultFound[] = []
  for (const bundled of registry.bundled) {
    const read = entriesOf(draftsOf(folder, bundled, registry), registry, countries)
    faults.push(...read.faults)
    lists.push(...byList(read.entries, registry, bundled.date, bundled.file))
  }
  return { registry, countries, lists, faults }
}

/** Entries apart by list, in the order of the registry. */
export function byList(
  entries: readonly ListEntry[],
  registry: Registry,
  date: string,
  from: string,
): ListVersion[] {
  const codes = [...new Set([...Object.keys(registry.lists), ...entries.map(({ list }) => list)])]
  return codes.flatMap((code) => {
    const own = entries.filter(({ list }) => list === code)
    return own.length === 0 ? [] : [{ code, date, from, entries: own }]
  })
}

function draftsOf(folder: string, { file, format, list }: Bundled, registry: Registry): Draft[] {
  const path = join(folder, file)
  const bytes = readFileSync(path)
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  switch (format) {
    case 'csl-json': {
      const read = readCslJson(text, path, registry)
      if (!read.ok) throw new Fault(5, read.issues)
      return [...read.value.drafts]
    }
    case 'extract-json': {
      const read = readExtractJson(text, path, list!)
      if (!read.ok) throw new Fault(5, read.issues)
      return read.value
    }
    case 'own-yaml':
      return ownYaml.parse(parse(text)).entries.map(({ name, aliases, country }) => ({
        list: list!,
        name,
        aliases: aliases ?? [],
        countries: [country],
      }))
  }
}

const ownYaml = z.strictObject({
  entries: z.array(
    z.strictObject({
      name: z.string(),
      aliases: z.array(z.string()).optional(),
      country: z.string(),
    }),
  ),
})
