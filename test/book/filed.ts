import { readFileSync } from 'node:fs'
import { check } from '../../src/check.ts'
import { fileDeterminations, type Filed } from '../../src/book/filing.ts'
import type { PartyScreening } from '../../src/determination.ts'
import type { Profile } from '../../src/facts/assumptions.ts'
import { listBytes } from '../../src/lists/list-bytes.ts'
import { listsOf, type Searchable } from '../../src/replay/lists.ts'
import { screenParties } from '../../src/screening/screen-parties.ts'
import { readCases } from '../../src/facts/read-case.ts'
import { canonical, sha256 } from '../../src/book/digest.ts'
import type { Engine } from '../../src/engine.ts'
import { engine } from './built.ts'
import { grounds } from '../../src/what-if/grounds.ts'
import { ADA, newBook, type TestBook } from './books.ts'

export const NAC = readFileSync('fixtures/deals/rtx-4090-nac.yaml', 'utf8')
export const H200 = readFileSync('fixtures/deals/h200-china-lane.yaml', 'utf8')
export const SINGAPORE = readFileSync('fixtures/deals/h100-h20-singapore.yaml', 'utf8')

interface HowFiled {
  readonly profiles?: readonly { readonly profile: Profile; readonly sha256: string }[]
  readonly lists?: Readonly<Record<string, string>>
  readonly reason?: string
  readonly engine?: Engine
  /** What screening found, as the command adds it. */
  readonly screening?: readonly PartyScreening[]
  /** Lists in which the names are searched, and kept. */
  readonly searchable?: Searchable
  readonly references?: readonly { readonly system: string; readonly id: string }[]
}

/** Judges cases and files what came of them. */
export function fileCases(
  { book, filing }: TestBook,
  texts: readonly string[],
  {
    reason,
    engine: judge = engine,
    references = [],
    profiles = [],
    lists,
    screening = [],
    searchable,
  }: HowFiled = {},
): Filed[] {
  const all = texts.map((text, i) => {
    const [read] = readCases(text, `case-${i}.yaml`, judge.schema)
    if (!read?.ok) throw new Error(JSON.stringify(read?.issues))
    const { case: input } = read.value
    const screened =
      searchable === undefined
        ? undefined
        : {
            ...screenParties(input, searchable.screener, input.date!, searchable.decide),
            lists: listsOf(searchable.screener.file),
          }
    const determination = check(judge, screened?.case ?? input, {
      screened,
      today: '2026-11-20',
      posture: 'enforced',
      includeProposed: false,
      profiles,
      caseSha256: sha256(canonical(input)),
      fallbackId: 'case',
    })
    determination.screening.push(...screening)
    for (const [id, content] of Object.entries(lists ?? {}))
      determination.basis.lists.push({ id, date: '2026-11-18', sha256: sha256(content) })
    const found = grounds(judge, input, determination, profiles)
    return { case: input, determination, ...found, source: { name: `case-${i}.yaml`, text } }
  })
  const filedBy = {
    by: ADA,
    authority: null,
    reason: reason ?? null,
    references,
    profiles,
    screeningTerms: { mostDays: null, acceptStale: false },
    program: null,
    listBytes: (digest: string) => {
      if (searchable !== undefined) return listBytes(searchable.screener.file, digest)
      const found = Object.values(lists ?? {}).find((content) => sha256(content) === digest)
      return found === undefined || found === 'lost' ? undefined : Buffer.from(found)
    },
  }
  return fileDeterminations(book, judge, all, filedBy, filing)
}

/** A book with the three sample deals in it. */
export function bookOfDeals(): TestBook {
  const made = newBook()
  fileCases(made, [NAC, H200, SINGAPORE], { references: [{ system: 'ERP', id: '4711' }] })
  return made
}
