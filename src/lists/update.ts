import type { Issue, Result } from '../errors.ts'
import { entryAt } from '../screening/entries.ts'
import type { IndexFile } from '../screening/index-file.ts'
import { byList } from './bundled.ts'
import { compileIndex } from './compile-index.ts'
import type { CountryCodes } from './country-code.ts'
import { entriesOf } from './draft.ts'
import type { FaultFound, ListVersion } from './entry.ts'
import { guard } from './guards.ts'
import type { ReadList } from './read-list.ts'
import { codeOf, type Registry } from './registry.ts'

/** What a file brings in, and how it is to be taken. */
export interface Incoming {
  readonly read: ReadList
  /** Where it came from: a URL or a file name. */
  readonly from: string
  /** The day of its contents. */
  readonly date: string
  /** When it was fetched or read in, UTC. */
  readonly fetched: string
  readonly acceptShrink: boolean
  /** A list of one's own may be new; those of the publishers are known. */
  readonly own?: { readonly code: string; readonly title: string }
}

/**
 * The index with the lists of a file in place of those that were there; other lists stay as they are.
 * Issues where a guard refuses it: then nothing was changed.
 */
export function updated(
  current: IndexFile,
  { read, from, date, fetched, acceptShrink, own }: Incoming,
  registry: Registry,
  countries: CountryCodes,
): Result<IndexFile> {
  const { entries, faults } = entriesOf(read.drafts, registry, countries)
  const incoming = byList(entries, registry, date, from).map((list) => ({ ...list, fetched }))
  const isCsl = read.format.startsWith('CSL')
  const replaced = isCsl ? codesOfCsl(current, registry) : incoming.map(({ code }) => code)
  const issues: Issue[] = acceptShrink ? [] : guard(current.meta, incoming, replaced, from)
  if (issues.length > 0) return { ok: false, issues }
  if (incoming.length === 0)
    return {
      ok: false,
      issues: [{ code: 'empty-list', message: 'the file has no entry', at: { file: from } }],
    }
  const fresh = new Set([...replaced, ...incoming.map(({ code }) => code)])
  const kept = listsOf(current).filter(({ code }) => !fresh.has(code))
  const lists = [...incoming, ...kept].sort(
    (a, b) => orderOf(a.code, registry) - orderOf(b.code, registry) || (a.code < b.code ? -1 : 1),
  )
  const keptFaults = (JSON.parse(current.faults) as FaultFound[]).filter(({ entry }) =>
    kept.some(({ code }) => entry.startsWith(`${code}-`)),
  )
  const { tables, scoring } = current.meta
  const index = compileIndex({
    lists,
    faults: [...faults, ...keptFaults],
    tables,
    scoring,
    registry,
  })
  return { ok: true, value: own === undefined ? index : titled(index, own) }
}

function titled(index: IndexFile, { code, title }: { code: string; title: string }): IndexFile {
  const lists = index.meta.lists.map((list) => (list.code === code ? { ...list, title } : list))
  return { ...index, meta: { ...index.meta, lists } }
}

const orderOf = (code: string, { lists }: Registry): number => {
  const at = Object.keys(lists).indexOf(code)
  return at < 0 ? Number.MAX_SAFE_INTEGER : at
}

/** The lists that the Consolidated Screening List brings: those of the registry that an index has from it. */
function codesOfCsl({ meta }: IndexFile, registry: Registry): string[] {
  const bundled = registry.bundled.flatMap(({ list }) => list ?? [])
  return meta.lists
    .map(({ code }) => code)
    .filter((code) => codeOf(registry, code) !== undefined && !bundled.includes(code))
}

/** The lists of an index with all their entries. */
export function listsOf({ meta, entries }: IndexFile): ListVersion[] {
  let at = 0
  return meta.lists.map(({ code, date, from, fetched, entries: count }) => {
    const own = Array.from({ length: count }, (_, i) => entryAt(entries, at + i))
    at += count
    return { code, date, from, fetched, entries: own }
  })
}
