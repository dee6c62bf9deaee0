import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  MOST_URGENT,
  mostUrgent,
  urgencyOf,
  urgentRows,
  type UrgentRow,
} from '../../../src/batch/summary/urgent-rows.ts'
import { OUTCOMES, type Outcome } from '../../../src/determination.ts'
import { decidedDeals, DEALS, NEARLY } from './sample.ts'

const rowOf = (row: number, urgency: number): UrgentRow => ({
  urgency,
  row,
  id: '',
  parties: [],
  country: '',
  items: [],
  outcome: 'needs-facts',
  reviewPolicy: '',
  reasons: [],
  questions: [],
  screening: '',
})

const questions = (n: number): string[] => Array.from({ length: n }, (_, i) => `question ${i}`)

describe('the order in which rows need a person', () => {
  const order: readonly (readonly [Outcome, number, boolean])[] = [
    ['prohibited', 9, true],
    ['license-required', 3, true],
    ['needs-facts', 1, true],
    ['needs-facts', 2, true],
    ['needs-review', 0, true],
    ['not-subject', 0, true],
    ['prohibited', 0, false],
    ['needs-review', 5, false],
    ['needs-facts', 1, false],
    ['needs-facts', 2, false],
    ['needs-facts', 999, false],
    ['license-required', 0, false],
    ['permitted-with-conditions', 0, false],
  ]

  it('is that of the page that explains it', () => {
    const urgencies = order.map(([outcome, open, isHit]) =>
      urgencyOf({ outcome, questions: questions(open) }, isHit)!,
    )
    expect(urgencies).toEqual(urgencies.toSorted((a, b) => a - b))
    expect(new Set(urgencies).size).toBe(order.length)
  })

  it('leaves out what waits for nobody', () => {
    const left = OUTCOMES.filter(
      (outcome) => urgencyOf({ outcome, questions: [] }, false) === undefined,
    )
    expect(left).toEqual(['not-subject', 'no-license-required'])
  })

  it('does not let many questions change the kind of a row', () => {
    const many = urgencyOf({ outcome: 'needs-facts', questions: questions(5000) }, false)!
    expect(many).toBeLessThan(urgencyOf({ outcome: 'license-required', questions: [] }, false)!)
  })
})

describe('the most urgent rows', () => {
  it('are the same however the table is cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 400 }),
        fc.integer({ min: 1, max: 150 }),
        (urgencies, size) => {
          const rows = urgencies.map((urgency, i) => rowOf(i + 2, urgency))
          const all = rows.toSorted((a, b) => a.urgency - b.urgency || a.row - b.row)
          let found: UrgentRow[] = []
          for (let at = 0; at < rows.length; at += size) {
            const chunk = urgentRows()
            for (const one of rows.slice(at, at + size)) chunk.offer(one.urgency, () => one)
            found = mostUrgent([...found, ...chunk.rows()])
          }
          expect(found).toEqual(all.slice(0, MOST_URGENT))
        },
      ),
    )
  })

  it('are made only where they may be among them', () => {
    const chunk = urgentRows()
    let made = 0
    for (let i = 0; i < 10_000; i++)
      chunk.offer(7, () => {
        made += 1
        return rowOf(i, 7)
      })
    chunk.offer(undefined, () => rowOf(0, 0))
    expect([chunk.rows().length, made]).toEqual([MOST_URGENT, 2 * MOST_URGENT])
  })

  it('say where a row stands, what it is about, and what is open', () => {
    const { urgent } = decidedDeals(DEALS)
    const [first] = urgent
    expect(first).toMatchObject({ row: 3, line: 3, id: 'A-2', parties: [NEARLY], country: 'KR' })
    expect(first!.screening).toContain(NEARLY)
    expect(first!.reasons.every(({ citation }) => citation !== '')).toBe(true)
    expect(first!.questions.some((one) => one.startsWith('parties[0].lists: '))).toBe(true)
    // Its name stands in the question, not the mark that stood for it.
    expect(first!.questions.join()).toContain(NEARLY)
    expect(JSON.stringify(urgent)).not.toMatch(/[\ue000-\ue002]/)
    expect(urgent.find(({ id }) => id === 'A-7')?.country).toBe('DNR')
  })
})
