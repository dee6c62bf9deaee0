import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { entryAt } from '../../src/screening/entries.ts'
import { decodeIndex } from '../../src/screening/index-file.ts'
import { loadRomanizers } from '../../src/screening/romanizers.ts'
import { screenerOf, type Match } from '../../src/screening/screen.ts'

/** The bundled lists, as the build made them. */
export const file = decodeIndex(
  new Uint8Array(readFileSync(fileURLToPath(new URL('../../dist/lists.idx', import.meta.url)))),
)
export const screener = screenerOf(file, await loadRomanizers())

export const entry = (at: number): ReturnType<typeof entryAt> => entryAt(file.entries, at)

/** The best matches of a name, as the entries' names. */
export const best = (name: string, count = 10): string[] =>
  matches(name, count).map((match) => entry(match.entry).name)

export const matches = (name: string, count = 10): readonly Match[] =>
  screener.screen({ name }).matches.slice(0, count)
