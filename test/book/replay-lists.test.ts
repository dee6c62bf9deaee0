import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { impactOfDays, impactOfNow } from '../../src/replay/impact.ts'
import { changedLists } from '../../src/replay/list-changes.ts'
import { pastLists } from '../../src/replay/lists.ts'
import { replay } from '../../src/replay/replay.ts'
import { engine } from './built.ts'
import { newBook } from './books.ts'
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
