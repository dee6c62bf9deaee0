import { readFileSync } from 'node:fs'
import { entriesOfText, listBytes } from '../../src/lists/list-bytes.ts'
import { compileIndex } from '../../src/lists/compile-index.ts'
import type { Registry } from '../../src/lists/registry.ts'
import { readIndex } from '../../src/lists/store.ts'
import type { AtHand, Searchable } from '../../src/replay/lists.ts'
import type { IndexFile } from '../../src/screening/index-file.ts'
import type { ListEntry } from '../../src/screening/list-entry.ts'
import { loadRomanizers } from '../../src/screening/romanizers.ts'
import { screenerOf } from '../../src/screening/screen.ts'

/** The lists of the package. */
export const own = readIndex('dist/lists.idx')
const { registry } = JSON.parse(readFileSync('dist/lists.json', 'utf8')) as { registry: Registry }
const romanizers = await loadRomanizers()

export const ENTITY_LIST = entriesOf('EL')

function entriesOf(code: string): ListEntry[] {
  const { sha256 } = own.meta.lists.find((list) => list.code === code)!
  return entriesOfText(Buffer.from(listBytes(own, sha256)!).toString('utf8'))
}

/** An index of the Entity List alone, with these entries. */
export function entityList(entries: readonly ListEntry[], date: string): IndexFile {
  const { tables, scoring } = own.meta
  const lists = [{ code: 'EL', date, from: 'test', entries }]
  return compileIndex({ lists, faults: [], tables, scoring, registry })
}

export const searchable = (
  index: IndexFile,
  decide: Searchable['decide'] = () => undefined,
): Searchable => ({ screener: screenerOf(index, romanizers), decide })

/** A computer on which some versions of the lists are. */
export const atHand = (...versions: readonly IndexFile[]): AtHand => ({
  versions: () => versions,
  own: () => own,
  registry: () => registry,
  romanizers,
})
