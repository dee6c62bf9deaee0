import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { beforeAll, describe, expect, it } from 'vitest'
import { fileEntries } from '../../src/book/append.ts'
import type { AuthorizationBody } from '../../src/book/register.ts'
import { registerId } from '../../src/book/register.ts'
import { BODIES } from '../../src/book/book-schema.ts'
import { bodyOf, entriesIn } from '../../src/book/book.ts'
import { decide } from '../../src/book/decide.ts'
import { KINDS, type Entry } from '../../src/book/entry.ts'
import { correct, document, drafted, nonce, redact, used } from '../../src/book/events.ts'
import { makeKey } from '../../src/book/key.ts'
import { DEFAULT_POLICY } from '../../src/book/policy.ts'
import { engine } from './built.ts'
import { ADA, newBook, newFolder, type TestBook } from './books.ts'
import { fileCases, H200, NAC, SINGAPORE } from './filed.ts'
import { entityList, ENTITY_LIST, searchable } from './small-lists.ts'

const BOB = { ...ADA, name: 'Bob Lee', role: null }

/** A book in which everything has been filed that can be. */
function fullBook(): TestBook {
  const made = newBook()
  const { book, filing } = made
  const lists = searchable(entityList(ENTITY_LIST, '2026-11-01'))
  fileCases(made, [NAC, H200, SINGAPORE], {
    searchable: lists,
    references: [{ system: 'ERP', id: '4711' }],
  })
  const file = (...drafts: ReturnType<typeof drafted>[]) => fileEntries(book, () => drafts, filing)
  const paper: AuthorizationBody = {
    nonce: nonce(),
    authorization: {
      type: 'license',
      number: 'D1350001',
      expires: '2028-10-01',
      items: [{ covers: 'NVIDIA H200 SXM', quantity: 1000, value: 40_000_000 }],
      conditions: [{ text: 'report each delivery', due: '2027-01-31' }],
    },
    document: { name: 'license.pdf', sha256: 'a'.repeat(64) },
  }
  file(drafted(book, 'authorization', registerId('D1350001'), ADA, paper))
  const released = { record: 'D-2026-0515', decision: 'release', reason: 'license' } as const
  for (const by of [ADA, BOB])
    decide(book, { ...released, authorization: 'D1350001', evidence: [] }, by, engine.pack, filing)
  const order = document(book, 'order.pdf', Buffer.from('order'))
  const evidence = { nonce: nonce(), note: 'order', supports: ['to'], condition: null }
  file(
    drafted(
      book,
      'evidence',
      'D-2026-0207/1',
      ADA,
      { ...evidence, file: { name: order.name, sha256: order.sha256, bytes: 5 } },
      [order],
    ),
    drafted(book, 'evidence', 'D-2026-0207/1', ADA, { ...evidence, file: null }),
    drafted(book, 'adjudication', null, ADA, {
      nonce: nonce(),
      party: 'Example',
      list: 'sdn',
      hit: 'SDN-1 Other',
      verdict: 'cleared',
      reason: 'another seat',
      evidence: [order.sha256],
      reference: 'register extract, p. 2',
      until: '2027-11-20',
    }),
    drafted(book, 'policy', null, ADA, { policy: DEFAULT_POLICY, reason: null }),
  )
  const { publicKey } = makeKey(join(newFolder(), 'next.pem'))
  file(drafted(book, 'key', null, ADA, { publicKey, reason: 'yearly' }))
  correct(book, { entry: 7, reason: 'wrong deal', voids: false }, BOB, filing)
  const use = { what: 'memo', format: 'pdf en', sha256: order.sha256 }
  used(book, 'export', 'D-2026-0207/1', use, ADA, filing)
  used(book, 'access', 'D-2026-0207/1', { ...use, format: null, sha256: null }, ADA, filing)
  redact(book, { entry: 3, reason: 'erasure', authority: 'order 7' }, ADA, filing)
  return made
}

describe('the published schema of entries', () => {
  const published = z.fromJSONSchema(
    JSON.parse(readFileSync('schema/book-entry.schema.json', 'utf8')),
  )
  let made: TestBook
  let entries: Entry[]
  beforeAll(() => {
    made = fullBook()
    entries = entriesIn(made.book)
  }, 60_000)
  const told = (entry: Entry) => ({ entry, tells: bodyOf(made.book, entry) ?? null })

  it('is tried on every kind of entry', () => {
    expect([...new Set(entries.map(({ kind }) => kind))].toSorted()).toEqual(KINDS.toSorted())
  })

  it('admits every entry as it is written, a redacted one too', () => {
    for (const entry of entries) expect(published.safeParse(told(entry)).error).toBeUndefined()
    expect(entries.filter((entry) => told(entry).tells === null)).toHaveLength(1)
  })

  it('names every key that an entry tells', () => {
    for (const entry of entries) {
      const body = bodyOf(made.book, entry)
      if (body === undefined) continue
      expect(Object.keys(body as object).toSorted()).toEqual(
        Object.keys(BODIES[entry.kind].shape).toSorted(),
      )
    }
  })

  it.each([
    ['a kind that there is none of', (entry: Entry) => ({ ...entry, kind: 'note' })],
    ['a hash that is none', (entry: Entry) => ({ ...entry, hash: 'ab' })],
    ['no person', ({ by: _, ...entry }: Entry) => entry],
  ])('refuses %s', (_, change) => {
    const { entry, tells } = told(entries[1]!)
    expect(published.safeParse({ entry: change(entry), tells }).success).toBe(false)
  })

  it('refuses what another kind of entry tells', () => {
    const { entry } = told(entries[1]!)
    expect(published.safeParse({ entry, tells: bodyOf(made.book, entries[0]!) }).success).toBe(
      false,
    )
  })
})
