import type { CountryCodes } from './country-code.ts'
import type { FaultFound } from './entry.ts'
import type { Address, ListEntry } from '../screening/list-entry.ts'
import { idOf } from './identify.ts'
import type { Registry } from './registry.ts'
import { tidy } from './tidy.ts'

/** What a reader found of an entry; empty texts and empty lists say nothing. */
export interface Draft {
  readonly list: string
  readonly name: string
  readonly aliases?: readonly string[]
  readonly type?: string | undefined
  readonly entityNumber?: string | undefined
  readonly programs?: readonly string[]
  readonly addresses?: readonly {
    readonly text?: string | undefined
    readonly country?: string | undefined
  }[]
  readonly countries?: readonly string[]
  readonly texts?: Partial<Record<TextKey, string | null | undefined>>
  readonly lists?: Partial<Record<ListKey, readonly string[] | null | undefined>>
  readonly footnotes?: readonly number[]
  readonly vessel?: Readonly<Record<string, string | null | undefined>>
}

type TextKey =
  | 'federalRegisterNotice'
  | 'startDate'
  | 'endDate'
  | 'standardOrder'
  | 'licenseRequirement'
  | 'licensePolicy'
  | 'title'
  | 'remarks'
  | 'sourceUrl'
  | 'informationUrl'
type ListKey = 'datesOfBirth' | 'placesOfBirth' | 'nationalities' | 'citizenships' | 'ids'

/** What reading gave: entries in the order of the file, and the flaws that were handled. */
export interface Read {
  readonly entries: readonly ListEntry[]
  readonly faults: readonly FaultFound[]
}

/** Turns drafts into entries with ids, and says what was wrong with them; none is left out. */
export function entriesOf(
  drafts: readonly Draft[],
  registry: Registry,
  countries: CountryCodes,
): Read {
  const maker = entryMaker(registry, countries)
  drafts.forEach(maker.add)
  return maker.made()
}

/** Takes drafts in and makes entries of them, so that a long list is not held twice. */
export interface EntryMaker {
  readonly add: (draft: Draft) => void
  readonly made: () => Read
}

/** As `entriesOf`, to be given the drafts one by one. */
export function entryMaker(registry: Registry, countries: CountryCodes): EntryMaker {
  const faults: FaultFound[] = []
  const seen = new Map<string, number>()
  const entries: ListEntry[] = []
  const add = (draft: Draft): void => {
    const odd: string[] = []
    const toCode = (written: string): string | undefined => {
      const { code, odd: isOdd } = countries.codeOf(written)
      if (isOdd) odd.push(code === undefined ? written : `${written}, read as ${code}`)
      return code
    }
    const bare = withoutId(draft, registry, toCode)
    const plain = idOf(bare, 0)
    const again = seen.get(plain) ?? 0
    seen.set(plain, again + 1)
    const entry: ListEntry = { id: again === 0 ? plain : idOf(bare, again), ...bare }
    const found = (fault: FaultFound['fault'], detail: string): void => {
      faults.push({ fault, entry: entry.id, detail })
    }
    if (again > 0) found('duplicate', `${entry.list}: ${entry.name}`)
    if (odd.length > 0) for (const text of new Set(odd)) found('odd-country', text)
    faultsOf(entry, found)
    entries.push(entry)
  }
  return { add, made: () => ({ entries, faults }) }
}

const GLUED = /(?:EAR\)?|\)\s?)\s?([1-5])[.)]*\s*$|734\.9\([eg]\)(?:\(\d\))?,?\s?([1-5])\b/
const BRACKETS = /[()“”]/

function faultsOf(
  entry: ListEntry,
  found: (fault: FaultFound['fault'], detail: string) => void,
): void {
  const { list, name, addresses, licenseRequirement: requirement } = entry
  if (requirement !== undefined && GLUED.test(requirement)) found('glued-footnote', requirement)
  if (/Affiliated Entity:|Subordinate Institution|subordinate entity/i.test(name))
    found('split-entry', name)
  if (/a\.?k\.?a\b|a\/k\/a|formerly|d\/b\/a|f\.?k\.?a\b/i.test(name)) found('names-in-name', name)
  if (BRACKETS.test(name)) {
    const count = (letter: string): number => name.split(letter).length
    if (count('(') !== count(')') || count('“') !== count('”')) found('unbalanced', name)
  }
  if (/^Address \d+$/.test(name)) found('address-only', addresses[0]?.text ?? name)
  if (/^(EL|DPL|ISN)$/.test(list) && entry.federalRegisterNotice === undefined)
    found('no-notice', name)
  if (list === 'EL' && /734\.9\(e\)\(2\)/.test(requirement ?? '') && !entry.footnotes.includes(4))
    found('footnote-missing', name)
}

function withoutId(
  draft: Draft,
  registry: Registry,
  toCode: (written: string) => string | undefined,
): Omit<ListEntry, 'id'> {
  const addresses: Address[] = []
  const codes: string[] = []
  const put = (code: string): void => {
    if (!codes.includes(code)) codes.push(code)
  }
  for (const { text, country } of draft.addresses ?? []) {
    const code = country === undefined || country === '' ? undefined : toCode(country)
    if (code !== undefined) put(code)
    const line = text?.trim() ?? ''
    if (line !== '') addresses.push({ text: line, ...(code !== undefined && { country: code }) })
  }
  for (const written of draft.countries ?? []) {
    const code = written === '' ? undefined : toCode(written)
    if (code !== undefined) put(code)
  }
  const name = tidy(draft.name)
  return {
    list: draft.list,
    name,
    aliases: aliasesOf(draft.aliases ?? [], name),
    ...(filled(draft.type) && { type: draft.type }),
    ...(filled(draft.entityNumber) && { entityNumber: draft.entityNumber }),
    programs: draft.programs?.filter((program) => program !== '') ?? [],
    addresses,
    countries: codes,
    footnotes: draft.footnotes ?? footnotesOf(draft, registry),
    ...kept(draft.texts ?? {}),
    ...keptLists(draft.lists ?? {}),
    ...(draft.vessel !== undefined &&
      Object.values(draft.vessel).some(filled) && { vessel: kept(draft.vessel) }),
  }
}

function aliasesOf(aliases: readonly string[], name: string): readonly string[] {
  if (aliases.length === 0) return aliases
  return [...new Set(aliases.map(tidy))].filter((alias) => alias !== '' && alias !== name)
}

const filled = (text: string | null | undefined): text is string =>
  typeof text === 'string' && /\S/.test(text)

function kept(texts: Readonly<Record<string, string | null | undefined>>): Record<string, string> {
  const own: Record<string, string> = {}
  for (const key of Object.keys(texts)) {
    const text = texts[key]
    if (filled(text)) own[key] = tidy(text)
  }
  return own
}

function keptLists(
  lists: NonNullable<Draft['lists']>,
): Partial<Record<ListKey, readonly string[]>> {
  const own: Partial<Record<ListKey, readonly string[]>> = {}
  for (const key of Object.keys(lists) as ListKey[]) {
    const list = lists[key]
    if (list !== undefined && list !== null && list.length > 0) own[key] = list
  }
  return own
}

/** The footnotes of an Entity List entry, read from its license requirement, where digits are glued to it. */
function footnotesOf({ list, texts }: Draft, { footnotes }: Registry): number[] {
  const text = texts?.licenseRequirement
  if (list !== 'EL' || typeof text !== 'string') return []
  const found = new Set<number>()
  if (/734\.9\(e\)\s?\(?1\b/.test(text) && /EAR\)?\.?\s?2/.test(text)) found.add(1).add(2)
  if (/734\.9\(g\)[,)\s]*3/.test(text)) found.add(3)
  if (/EAR\s?\)?\s?4\b|734\.9\(e\)\(2\)/.test(text)) found.add(4)
  if (/EAR\s?\)?\s?5\b|734\.9\(e\)\(3\)/.test(text)) found.add(5)
  return [...found].filter((n) => n === 2 || String(n) in footnotes).sort((a, b) => a - b)
}
