import { readFileSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { z } from 'zod'
import type { Issue, Place, Result } from '../errors.ts'
import { entriesFile, footnotesFile, questionsFile } from '../ccl/entry.ts'
import { accelerators } from '../catalog/catalog.ts'
import { cloudProvider } from '../catalog/cloud.ts'
import { dictionaryFile, dictionaryOf, type Dictionary } from '../facts/dictionary.ts'
import { readDocuments, type SourceDocument } from '../facts/read-document.ts'
import type { Condition } from '../logic/condition.ts'
import { ownershipFile } from '../ownership/operator.ts'
import { coverageFile, packFile, sourcesFile, type Pack } from './pack.ts'
import { parseCondition } from './parse-condition.ts'
import { provisionFile, type Provision } from './provision.ts'
import { countriesFile, tableFile, type Table } from './tables.ts'

/** A pack as it was read, with the place of everything in it, for lint. */
export interface ReadPack {
  readonly pack: Pack
  readonly dictionary: Dictionary
  /** Place of a path in a provision's file. */
  readonly placeIn: (id: string, path: readonly PropertyKey[]) => Place
  /** Every file of the pack by its path below the folder. */
  readonly documents: ReadonlyMap<string, SourceDocument>
}

/** Reads a folder of rules. Every mistake in every file is an issue; nothing is read half. */
export function readPack(folder: string): Result<ReadPack> {
  const issues: Issue[] = []
  const places = new Map<string, SourceDocument['place']>()
  const documents = new Map<string, SourceDocument>()

  const parse = <T>(
    file: string,
    schema: z.ZodType<T>,
  ): { value: T; document: SourceDocument } | undefined => {
    const text = readFileSync(join(folder, file), 'utf8')
    const read = readDocuments(text, relative('.', join(folder, file)))
    if (!read.ok) {
      issues.push(...read.issues)
      return undefined
    }
    const document = read.value[0]!
    documents.set(file, document)
    const parsed = schema.safeParse(document.value)
    if (parsed.success) return { value: parsed.data, document }
    for (const issue of parsed.error.issues) {
      issues.push({ code: 'rule-shape', message: issue.message, at: document.place(issue.path) })
    }
    return undefined
  }

  const dictionary = dictionaryOf(parse('facts.yaml', dictionaryFile)?.value ?? { facts: {} })
  const files = yamlFiles(folder)
  const parseIfThere = <T>(file: string, schema: z.ZodType<T>): T | undefined =>
    files.includes(file) ? parse(file, schema)?.value : undefined
  const tables: Table[] = []
  const provisions: Provision[] = []
  for (const file of files.filter(
    (name) => name.startsWith('tables/') && name !== 'tables/countries.yaml',
  )) {
    tables.push(...(parse(file, tableFile)?.value.tables ?? []))
  }
  for (const file of files.filter(isProvision)) {
    const read = parse(file, provisionFile)
    if (read === undefined) continue
    places.set(read.value.id, read.document.place)
    provisions.push(withConditions(read.value, dictionary, read.document, issues))
  }
  const catalog = files
    .filter((name) => name.startsWith('accelerators/'))
    .flatMap((name) => parse(name, accelerators)?.value ?? [])
  const cloud = files
    .filter((name) => name.startsWith('cloud/'))
    .flatMap((name) => parse(name, cloudProvider)?.value ?? [])
  const entries = files
    .filter((name) => name.startsWith('ccl/category-'))
    .flatMap((name) => parse(name, entriesFile)?.value.entries ?? [])
  const pack: Pack = {
    ...(parse('pack.yaml', packFile)?.value ?? {
      id: '',
      knowledgeDate: '',
      modelledFrom: '',
      staleAfterDays: 90,
    }),
    facts: Object.fromEntries(
      [...dictionary].map(([name, { name: _, ...fact }]) => [name, fact]),
    ) as Pack['facts'],
    provisions: provisions.sort((a, b) => (a.id < b.id ? -1 : 1)),
    tables,
    countries: parse('tables/countries.yaml', countriesFile)?.value ?? {
      countries: [],
      regions: [],
      mistakes: [],
    },
    sources: parse('sources.yaml', sourcesFile)?.value.sources ?? {},
    coverage: parse('coverage.yaml', coverageFile)?.value.coverage ?? [],
    accelerators: catalog,
    cloud,
    ccl: {
      entries,
      questions: parseIfThere('ccl/questions.yaml', questionsFile)?.questions ?? [],
      footnotes: parseIfThere('ccl/chart-footnotes.yaml', footnotesFile)?.footnotes ?? [],
    },
    ownership: parseIfThere('ownership.yaml', ownershipFile)?.operators ?? [],
    wording: Object.fromEntries(
      languagesOf(files).map((lang) => [
        lang,
        wordingOf(lang, files, (file) => parse(file, z.unknown())?.value),
      ]),
    ),
  }
  if (issues.length > 0) return { ok: false, issues }
  const placeIn: ReadPack['placeIn'] = (id, path) => places.get(id)?.(path) ?? { file: folder }
  return { ok: true, value: { pack, dictionary, placeIn, documents } }
}

const isProvision = (file: string): boolean =>
  file.includes('/') && !/^(tables|accelerators|ccl|cloud|wording)\//.test(file)

/** YAML files below a folder, as paths with `/`, in a stable order. */
export function yamlFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.yaml'))
    .sort()
}

/** The languages that have a catalogue, English always among them. */
function languagesOf(files: readonly string[]): string[] {
  const named = files.flatMap((file) => /^wording\/(\w+)\.yaml$/.exec(file)?.[1] ?? [])
  return [...new Set(['en', ...named])]
}

/** `wording/en.yaml` and `wording/en-*.yaml`, each of the latter under its own name. */
function wordingOf(
  lang: string,
  files: readonly string[],
  parse: (file: string) => unknown,
): Record<string, unknown> {
  const words: Record<string, unknown> = {}
  for (const file of files) {
    const match = new RegExp(`^wording/${lang}(?:-(\\w+))?\\.yaml$`).exec(file)
    if (match === null) continue
    const value = parse(file)
    if (match[1] === undefined) Object.assign(words, value)
    else words[match[1]] = value
  }
  return words
}

function withConditions(
  file: z.infer<typeof provisionFile>,
  dictionary: Dictionary,
  document: SourceDocument,
  issues: Issue[],
): Provision {
  const condition = (raw: unknown, at: readonly PropertyKey[]): Condition => {
    const { condition: parsed, mistakes } = parseCondition(raw, dictionary)
    for (const { message, path } of mistakes) {
      issues.push({ code: 'rule-condition', message, at: document.place([...at, ...path]) })
    }
    return parsed
  }
  return {
    ...file,
    text: file.text.map((text, i) => ({
      ...text,
      when: condition(text.when, ['text', i, 'when']),
    })),
    enforcement: file.enforcement.map((entry, i) => ({
      ...entry,
      only_when:
        entry.only_when === undefined
          ? undefined
          : condition(entry.only_when, ['enforcement', i, 'only_when']),
    })),
  }
}
