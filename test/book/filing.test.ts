import { describe, expect, it } from 'vitest'
import { bodyOf, entriesIn } from '../../src/book/book.ts'
import type { DeterminationBody } from '../../src/book/bodies.ts'
import { rowsOf } from '../../src/book/index-rows.ts'
import { recordIn } from '../../src/book/records.ts'
import { retainedUntil } from '../../src/book/retention.ts'
import { search, type Query } from '../../src/book/search.ts'
import { engine, pack } from './built.ts'
import { newBook } from './books.ts'
import { bookOfDeals, fileCases, NAC } from './filed.ts'

describe('filing', () => {
  it('keeps the pack, the document and the determination under their digests', () => {
    const { book } = bookOfDeals()
    const [, entry] = entriesIn(book)
    const body = bodyOf(book, entry!) as DeterminationBody
    expect(entry!.objects.map(({ what }) => what)).toEqual(['pack', 'source'])
    expect(entry!.objects[0]!.sha256).toBe(engine.sha256)
    expect(JSON.parse(book.objects.get(engine.sha256)!.toString())).toEqual(
      JSON.parse(JSON.stringify(pack)),
    )
    expect(book.objects.get(entry!.objects[1]!.sha256)!.toString()).toBe(NAC)
    expect(body.identity).toMatchObject({ case: 'D-2026-0207', version: 1, supersedes: null })
    expect(body.times.retainedUntil).toEqual({ ear: '2031-11-20', ofac: '2036-11-20' })
  })

  it('finds the very same determination again and files nothing', () => {
    const made = bookOfDeals()
    const before = entriesIn(made.book).length
    expect(fileCases(made, [NAC])).toMatchObject([{ record: 'D-2026-0207/1', isNew: false }])
    expect(entriesIn(made.book)).toHaveLength(before)
  })

  it('files a later determination of a case as its next version', () => {
    const made = bookOfDeals()
    const [filed] = fileCases(made, [NAC.replace('quantity: 400', 'quantity: 40')], {
      reason: 'typo',
    })
    expect(filed).toMatchObject({ record: 'D-2026-0207/2', isNew: true })
    expect(recordIn(made.book, 'D-2026-0207').determination.body!.identity).toMatchObject({
      supersedes: 'D-2026-0207/1',
      reason: 'typo',
    })
    expect(recordIn(made.book, 'D-2026-0207/1')).toMatchObject({
      standing: 'superseded',
      supersededBy: 'D-2026-0207/2',
    })
  })

  it('keeps unit and mark, files anew where one is given, and hands both on', () => {
    const made = newBook()
    const unit = 'Example Seoul Ltd.'
    fileCases(made, [NAC])
    expect(fileCases(made, [NAC], { privilege: 'counsel-direction' })).toMatchObject([
      { record: 'D-2026-0207/2', isNew: true },
    ])
    fileCases(made, [NAC], { unit })
    expect(fileCases(made, [NAC])).toMatchObject([{ record: 'D-2026-0207/3', isNew: false }])
    const identity = (id: string) => recordIn(made.book, id).determination.body!.identity
    expect(identity('D-2026-0207/1')).toMatchObject({ unit: null, privilege: null })
    expect(identity('D-2026-0207/3')).toMatchObject({ unit, privilege: 'counsel-direction' })
  })

  it('tells cases apart whose ids begin alike or hold a slash', () => {
    const made = newBook()
    const ids = ['D-1', 'D-1/2', 'D-12', '"/']
    const filed = fileCases(
      made,
      ids.map((id) => NAC.replace('id: D-2026-0207', `id: '${id}'`)),
    )
    expect(filed.map(({ record }) => record)).toEqual(['D-1/1', 'D-1/2/1', 'D-12/1', '"//1'])
    for (const id of ids) expect(recordIn(made.book, id).versions).toHaveLength(1)
  })

  it('keeps the lists that a determination names, once, and refuses one that is not at hand', () => {
    const made = newBook()
    const other = NAC.replace('D-2026-0207', 'D-2')
    fileCases(made, [NAC, other], { lists: { SDN: 'the list of that day' } })
    const refs = entriesIn(made.book).flatMap(({ objects }) =>
      objects.filter(({ what }) => what === 'list'),
    )
    expect(refs.map(({ name }) => name)).toEqual(['SDN 2026-11-18', 'SDN 2026-11-18'])
    expect(made.book.objects.get(refs[0]!.sha256)!.toString()).toBe('the list of that day')
    expect(search(rowsOf(made.book), { list: 'sdn 2026-11' })).toHaveLength(2)
    const lost = () =>
      fileCases(made, [NAC.replace('D-2026-0207', 'D-3')], { lists: { SDN: 'lost' } })
    expect(lost).toThrow('is not at hand to be kept')
  })

  it('refuses a case without an id, and files none of its batch', () => {
    const made = newBook()
    expect(() => fileCases(made, [NAC, NAC.replace(/^id: .*$/m, '')])).toThrow('needs an id')
    expect(entriesIn(made.book)).toHaveLength(1)
  })
})

describe('search', () => {
  const { book } = bookOfDeals()
  const rows = rowsOf(book)
  const found = (query: Query): (string | null)[] => search(rows, query).map(({ record }) => record)

  it.each<[Query, string[]]>([
    [{}, ['D-2026-0207/1', 'D-2026-0515/1', 'D-2026-0114/1']],
    [{ party: 'beijing EXAMPLE' }, ['D-2026-0207/1']],
    [{ party: '乌兰云' }, ['D-2026-0114/1']],
    [{ item: '4a090.a' }, ['D-2026-0515/1', 'D-2026-0114/1']],
    [{ item: 'h20' }, ['D-2026-0515/1', 'D-2026-0114/1']],
    [{ country: 'sg' }, ['D-2026-0114/1']],
    [{ outcome: 'permitted-with-conditions' }, ['D-2026-0207/1']],
    [{ person: 'nobody' }, []],
    [{ reference: 'ERP=4711', outcome: 'license-required' }, ['D-2026-0515/1', 'D-2026-0114/1']],
    [{ since: '2026-11-21' }, []],
    [{ until: '2026-11-20', text: 'retailer' }, ['D-2026-0207/1']],
    [{ list: 'sdn' }, []],
    [{ decision: 'release' }, []],
  ])('%o', (query, records) => {
    expect(found(query)).toEqual(records)
  })
})

describe('retention', () => {
  it.each([
    ['2026-11-20', '2026-11-20', '2031-11-20', '2036-11-20'],
    ['2026-11-20', '2027-03-01', '2032-03-01', '2037-03-01'],
    ['2025-03-11', '2025-03-01', '2030-03-11', '2030-03-11'],
    ['2025-03-12', '2025-03-01', '2030-03-12', '2035-03-12'],
    ['2024-02-29', '2024-02-29', '2029-03-01', '2029-03-01'],
  ])('of a deal of %s, last touched on %s', (lawDate, latest, ear, ofac) => {
    expect(retainedUntil(pack, lawDate, latest)).toEqual({ ear, ofac })
  })
})
