import { existsSync } from 'node:fs'
import { fileEntries } from '../../src/book/append.ts'
import type { AdjudicationBody, DeterminationBody } from '../../src/book/bodies.ts'
import { bodyOf, entriesIn, type Book } from '../../src/book/book.ts'
import { drafted, nonce } from '../../src/book/events.ts'
import { standings } from '../../src/book/standings.ts'
import type { Hit } from '../../src/screening/answer.ts'
import { visible } from '../../src/visible.ts'
import type { Terminal } from '../terminal.ts'
import { keepDocuments } from './documents.ts'
import { bookOf, filerOf, filingOf, type BookFlags } from './open.ts'

interface Clearing extends BookFlags {
  readonly party: string
  readonly reason: string
  readonly evidence: string
  readonly until?: string
}

/**
 * Files in the book that a hit was decided to be another party: with each record that had the hit and that
 * no later one took the place of, otherwise by itself. Returns what to tell of it.
 */
export function fileClearance(
  hit: Pick<Hit, 'id' | 'name' | 'list' | 'consequence'>,
  flags: Clearing,
  terminal: Terminal,
): string[] {
  const book = bookOf(flags)
  const isFile = existsSync(flags.evidence)
  const kept = keepDocuments(book, isFile ? [flags.evidence] : []).map(({ ref }) => ref)
  const bodyFor = (): AdjudicationBody => ({
    nonce: nonce(),
    party: flags.party,
    list: hit.consequence.facts[0] ?? hit.list,
    hit: `${hit.id} ${hit.name}`,
    verdict: 'cleared',
    reason: flags.reason.trim(),
    evidence: kept.map(({ sha256 }) => sha256),
    reference: isFile ? null : flags.evidence.trim(),
    until: flags.until ?? null,
  })
  const drafts = () => {
    const records = recordsWith(book, flags.party, hit.id)
    return (records.length === 0 ? [null] : records).map((record) =>
      drafted(book, 'adjudication', record, filerOf(flags), bodyFor(), kept),
    )
  }
  return fileEntries(book, drafts, filingOf(book, flags, terminal)).map(({ record, seq }) =>
    visible(`filed as entry ${seq}${record === null ? '' : ` of ${record}`}`),
  )
}

/** The records that stand and of which a party of this name had this hit. */
function recordsWith(book: Book, party: string, id: string): string[] {
  const entries = entriesIn(book)
  const standing = standings(book, entries)
  return entries
    .filter(
      ({ kind, record }) => kind === 'determination' && standing.get(record!) !== 'superseded',
    )
    .filter((entry) => {
      const body = bodyOf(book, entry) as DeterminationBody | undefined
      return body?.determination.screening.some(
        ({ name, hits }) => name === party && hits.some((hit) => hit.id === id),
      )
    })
    .map(({ record }) => record!)
}
