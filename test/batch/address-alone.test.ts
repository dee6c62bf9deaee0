import { expect, it } from 'vitest'
import { engine } from '../engine.ts'
import { csvOf, decided, planFor, resultRows } from './rows.ts'

const headings = ['id', 'activity', 'to', 'items.0.product', 'parties.0.name', 'parties.0.address']
const plan = planFor(headings, {
  asOf: '2026-08-01',
  screen: false,
  constants: [
    { path: ['kind'], value: 'transaction' },
    { path: ['parties', 0, 'role'], value: 'end-user' },
    { path: ['parties', 0, 'lists'], value: [] },
  ],
})
const row = (id: string, address: string): string[] => [
  id,
  'export',
  'KR',
  'NVIDIA L4',
  '',
  address,
]

it('tells a party of which a row has the address alone from none', () => {
  const [somebody, nobody] = [row('1', '1 Example-ro, Seoul'), row('2', '')]
  const alone = [somebody, nobody].flatMap((one) =>
    resultRows(decided(csvOf([one]), plan, { engine })),
  )
  const together = resultRows(decided(csvOf([somebody, nobody]), plan, { engine }))
  expect(alone[0]!.licet).not.toEqual(alone[1]!.licet)
  expect(together).toEqual(alone)
})
