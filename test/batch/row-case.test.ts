import { describe, expect, it } from 'vitest'
import { caseMaker, valueOf } from '../../src/batch/row-case.ts'
import { kindAt, stepsOf } from '../../src/batch/path-kinds.ts'
import { planFor, schema } from './rows.ts'

const read = (path: string, text: string): unknown => valueOf(text, kindAt(schema, stepsOf(path))!)

describe('a cell', () => {
  it.each([
    ['items.0.quantity', '8', 8],
    ['items.0.quantity', '1,000', '1,000'],
    ['items.0.specs.dieArea', '[780, 830]', [780, 830]],
    ['items.0.specs.dieArea', 'unknown', 'unknown'],
    ['items.0.unitValue', '1.5e3', 1500],
    ['endUse.military', 'YES', 'yes'],
    ['endUse.military', 'TRUE', true],
    ['endUse.military', 'unknown', 'unknown'],
    ['via', 'SG; MY', ['SG', 'MY']],
    ['via', '["SG"]', ['SG']],
    ['parties.0.lists', '[]', []],
    ['parties.0.name', '12', '12'],
    ['parties.0.name', '[x]', '[x]'],
    ['to', 'unknown', 'unknown'],
    [
      'letters',
      '[{"received":"2026-01-01","covers":"x"}]',
      [{ received: '2026-01-01', covers: 'x' }],
    ],
  ])('of %s that reads %s is %j', (path, text, expected) => {
    expect(read(path, text)).toEqual(expected)
  })

  it('has no kind at a path that no case has', () => {
    for (const path of ['items.0.prodct', 'item.product', '__proto__', 'to.x', 'id.0'])
      expect(kindAt(schema, stepsOf(path)), path).toBeUndefined()
  })
})

describe('a row', () => {
  const headings = ['id', 'to', 'parties.0.name', 'parties.1.name', 'parties.1.country', 'note']
  const plan = {
    ...planFor(['id', 'to', 'note']),
    headings,
    columns: headings.slice(0, -1).map((heading, at) => ({
      at,
      heading,
      path: stepsOf(heading),
      kind: kindAt(schema, stepsOf(heading))!,
    })),
    constants: [
      { path: ['kind'], value: 'transaction' },
      { path: ['parties', 0, 'role'], value: 'end-user' },
      { path: ['parties', 1, 'role'], value: 'ultimate-consignee' },
      { path: ['to'], value: 'KR' },
    ],
  }

  const caseOf = caseMaker(plan)

  it('is the case that its cells and the constants tell, without what no cell tells of', () => {
    expect(caseOf(['7', ' JP ', '', 'B', 'KR', 'x'])).toEqual({
      kind: 'transaction',
      id: '7',
      to: 'JP',
      parties: [{ name: 'B', country: 'KR', role: 'ultimate-consignee' }],
    })
    expect(caseOf(['', '', 'A', '', '', ''])).toEqual({
      kind: 'transaction',
      to: 'KR',
      parties: [{ name: 'A', role: 'end-user' }],
    })
  })
})
