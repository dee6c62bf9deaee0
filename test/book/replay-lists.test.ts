import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { impactOfDays, impactOfNow } from '../../src/replay/impact.ts'
import { changedLists } from '../../src/replay/list-changes.ts'
import { pastLists } from '../../src/replay/lists.ts'
import { filedIn, replay } from '../../src/replay/replay.ts'
import { fileEntries } from '../../src/book/append.ts'
import { BODIES } from '../../src/book/book-schema.ts'
import { entriesIn } from '../../src/book/book.ts'
import { drafted } from '../../src/book/events.ts'
import { recordIn } from '../../src/book/records.ts'
import { recordSection } from '../../src/report/memo/record-section.ts'
import type { Searchable } from '../../src/replay/lists.ts'
import { engine } from './built.ts'
import { ADA, newBook, type TestBook } from './books.ts'
import { fileCases } from './filed.ts'
import { atHand, entityList, ENTITY_LIST, searchable } from './small-lists.ts'

const deal = (id: string, name: string): string =>
  `kind: transaction
id: ${id}
date: 2026-11-20
activity: export
from: US
to: SG
items: [{ product: NVIDIA L4, quantity: 4 }]
parties: [{ role: end-user, name: '${name}', country: CN, headquarters: SG }]
`

const [INSPUR] = ENTITY_LIST.filter(({ name }) => name === 'Inspur Group Co., Ltd.')
const NEW = { ...INSPUR!, id: 'EL-0000000001', name: 'Brand New Lasers Co., Ltd.', aliases: [] }
const THEN = entityList(ENTITY_LIST, '2026-11-01')
const NOW = entityList([...ENTITY_LIST.filter((one) => one !== INSPUR), NEW], '2026-11-25')
const TODAY = '2026-11-26'
const DEALS = [
  deal('D-1', 'Brand New Lasers Co., Ltd.'),
  deal('D-2', 'Inspur Group Co., Ltd.'),
  deal('D-3', 'Apple South Asia'),
]

function filedThen() {
  const made = newBook()
  fileCases(made, DEALS, { searchable: searchable(THEN) })
  return made
}

describe('replay of screened cases', () => {
  it('searches the lists of then again, from a version that is here or from the book', () => {
    const made = filedThen()
    for (const here of [atHand(NOW, THEN), atHand()]) {
      const all = [...replay(made.book, { of: 'then' }, pastLists(made.book, here))]
      expect(all.map(({ sha256, again }) => again === sha256)).toEqual([true, true, true])
    }
  })

  it('takes the entries of a list in one order, whatever order they were read in', () => {
    const backwards = entityList(ENTITY_LIST.toReversed(), '2026-11-01')
    expect(backwards.meta.sha256).toBe(THEN.meta.sha256)
    expect(Buffer.from(backwards.entries.bytes).equals(THEN.entries.bytes)).toBe(true)
  })

  it('tells of a list that is gone, or was changed', () => {
    const made = filedThen()
    const [list] = THEN.meta.lists
    const file = made.book.objects.fileOf(list!.sha256)
    const text = readFileSync(file, 'utf8')
    made.book.objects.remove(list!.sha256)
    const replayed = () => [...replay(made.book, { of: 'then' }, pastLists(made.book, atHand()))]
    expect(replayed()[0]).toMatchObject({
      again: null,
      why: [`the list EL of 2026-11-01 (${list!.sha256}) is gone`],
    })
    expect(text).toContain('Inspur Group Co., Ltd.')
  })

  it('takes what people had decided of a hit then', () => {
    const made = newBook()
    const decide = () =>
      ({ state: 'cleared', by: ['Ada', 'Bob'], reason: 'r', until: null, lapsed: null }) as const
    fileCases(made, DEALS, { searchable: searchable(THEN, decide) })
    const past = pastLists(made.book, atHand(THEN))
    const all = [...replay(made.book, { of: 'then' }, past)]
    expect(all.map(({ sha256, again }) => again === sha256)).toEqual([true, true, true])
    const now = [...replay(made.book, { of: 'lists', now: searchable(THEN), today: TODAY }, past)]
    expect(now.map(({ why }) => why)).toEqual([
      [],
      [`${INSPUR!.id} Inspur Group Co., Ltd.: the decision of Ada and Bob no longer holds`],
      [],
    ])
  })

  it('tells a change of the lists from one of the law, and names the entries', () => {
    const made = filedThen()
    const past = pastLists(made.book, atHand(THEN, NOW))
    const now = searchable(NOW)
    const [added, removed, other] = [
      ...replay(made.book, { of: 'today', engine, now, today: TODAY }, past),
    ]
    expect(added!.outcome).toEqual({ filed: 'needs-facts', again: 'license-required' })
    expect(added!.differences[0]).toMatchObject({ what: 'outcome', cause: 'lists' })
    expect(added!.differences.find(({ what }) => what.startsWith('screening'))).toMatchObject({
      cause: 'lists',
      before: 'none',
    })
    expect(added!.differences.filter(({ cause }) => cause === 'law')[0]?.reach).toBe('explanation')
    expect(added!.why).toContain(
      'EL-0000000001 Brand New Lasers Co., Ltd.: added to the Entity List',
    )
    expect(added!.why).toContain('the law date is 2026-11-26, was 2026-11-20')
    expect(removed!.why.at(-1)).toMatch(/Inspur Group Co., Ltd.: removed from the Entity List/)
    expect(other!.differences.every(({ reach }) => reach === 'explanation')).toBe(true)
  })
})

describe('replay on the terms of then', () => {
  const outcomes = (made: TestBook) =>
    Array.from(filedIn(made.book), ({ body }) =>
      body.determination.screening.map(({ status }) => status),
    )
  const same = (made: TestBook, past = pastLists(made.book, atHand(THEN))) =>
    [...replay(made.book, { of: 'then' }, past)].map(({ sha256, again }) => again === sha256)
  const OLD = entityList(ENTITY_LIST, '2026-01-05')

  it.each([
    ['stale lists accepted', OLD, { acceptStale: true }, 'none', 'stale'],
    ['a limit of days that the lists are past', THEN, { mostDays: 18 }, 'stale', 'none'],
    ['a limit of days that the lists just keep', THEN, { mostDays: 19 }, 'none', 'none'],
  ])('gives the same bytes: %s', (_, lists, terms, status, withoutTerms) => {
    const filed = (options: object): TestBook => {
      const made = newBook()
      fileCases(made, [DEALS[2]!], { searchable: searchable(lists), ...options })
      return made
    }
    const made = filed({ terms })
    expect(outcomes(made)).toEqual([[status]])
    expect(outcomes(filed({}))).toEqual([[withoutTerms]])
    expect(same(made, pastLists(made.book, atHand()))).toEqual([true])
  })

  it('replays a record of an earlier shape, which names no terms, unit, build or lists', () => {
    const made = newBook()
    fileCases(made, [DEALS[1]!], { searchable: searchable(THEN) })
    const { body } = [...filedIn(made.book)][0]!
    const { screeningTerms: _, lists: __, ...older } = body
    const { unit: ___, privilege: ____, ...identity } = body.identity
    const { build: _____, ...by } = body.engine
    const earlier = newBook()
    const old = { ...older, identity, engine: by }
    const objects = entriesIn(made.book).at(-1)!.objects
    for (const { sha256 } of objects) earlier.book.objects.put(made.book.objects.get(sha256)!)
    const draft = drafted(earlier.book, 'determination', 'D-2/1', ADA, old, objects)
    fileEntries(earlier.book, () => [draft], earlier.filing)
    expect(same(earlier)).toEqual([true])
    expect(BODIES.determination.safeParse(old).error).toBeUndefined()
    const { wording } = engine
    const rows = JSON.stringify(recordSection(recordIn(earlier.book, 'D-2'), wording))
    expect(rows).not.toContain('Built from')
  })

  it('keeps a decision on a hit to the address that it was made for', () => {
    const made = newBook()
    const one = DEALS[1]!
    const party = (address: string): string =>
      `  - { role: purchaser, name: 'Inspur Group Co., Ltd.', country: CN, address: ${address} }\n`
    const two = `${one.replace(/parties: .*\n/, '')}parties:\n${party('1 Cleared Road')}${party('2 Other Road')}`
    const decide: Searchable['decide'] = ({ address }) =>
      address === '1 Cleared Road'
        ? { state: 'cleared', by: ['Ada', 'Bob'], reason: 'r', until: null, lapsed: null }
        : undefined
    fileCases(made, [two], { searchable: searchable(THEN, decide) })
    expect(outcomes(made)).toEqual([['none', 'listed']])
    expect(same(made)).toEqual([true])
  })
})

describe('a change of lists', () => {
  it('touches exactly the decisions whose parties it reaches', () => {
    const made = filedThen()
    const past = pastLists(made.book, atHand(THEN, NOW))
    const impact = impactOfNow(made.book, engine, searchable(NOW), TODAY, past)
    expect(impact.touched.map(({ record }) => record)).toEqual(['D-1/1', 'D-2/1'])
    expect(impact).toMatchObject({ judged: 3, explainedOtherwise: [], refused: [] })
  })

  it('between two days touches the same, by the lists of each day', () => {
    const made = filedThen()
    const [from, to] = [
      { day: '2026-11-20', lists: searchable(THEN) },
      { day: '2026-11-26', lists: searchable(NOW) },
    ]
    const changed = changedLists(THEN, NOW)
    expect(changed.lists).toMatchObject([{ list: 'EL', added: 1, removed: 1, changed: 0 }])
    const impact = impactOfDays(made.book, engine, from, to, changed)
    expect(impact.touched.map(({ record, why }) => [record, why.length])).toEqual([
      ['D-1/1', 1],
      ['D-2/1', 1],
    ])
  })
})
