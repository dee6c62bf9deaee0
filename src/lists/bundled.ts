import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parse } from 'yaml'
import { z } from 'zod'
import { Fault } from '../errors.ts'
import { countryCodes, type CountryCodes } from './country-code.ts'
import { entryMaker, type Draft } from './draft.ts'
import type { FaultFound, ListVersion } from './entry.ts'
import type { ListEntry } from '../screening/list-entry.ts'
import { takeCslJson } from './readers/csl-json.ts'
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
    const maker = entryMaker(registry, countries)
    takeDrafts(folder, bundled, registry, maker.add)
    const read = maker.made()
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

function takeDrafts(
  folder: string,
  { file, format, list }: Bundled,
  registry: Registry,
  take: (draft: Draft) => void,
): void {
  const path = join(folder, file)
  const raw = readFileSync(path)
  const bytes = file.endsWith('.gz') ? unpacked(raw) : raw
  switch (format) {
    case 'csl-json': {
      const read = takeCslJson(bytes, path, registry, take)
      if (!read.ok) throw new Fault(5, read.issues)
      return
    }
    case 'extract-json': {
      const read = readExtractJson(bytes.toString('utf8'), path, list!)
      if (!read.ok) throw new Fault(5, read.issues)
      return read.value.forEach(take)
    }
    case 'own-yaml':
      for (const { name, aliases, country } of ownYaml.parse(parse(bytes.toString('utf8'))).entries)
        take({ list: list!, name, aliases: aliases ?? [], countries: [country] })
  }
}

/** What a gzip file holds, in one piece: its last four bytes say how much that is. */
const unpacked = (bytes: Buffer): Buffer =>
  gunzipSync(bytes, { chunkSize: Math.max(LEAST_PIECE, bytes.readUInt32LE(bytes.length - 4) + 1) })
const LEAST_PIECE = 1024

const ownYaml = z.strictObject({
  entries: z.array(
    z.strictObject({
      name: z.string(),
      aliases: z.array(z.string()).optional(),
      country: z.string(),
    }),
  ),
})
