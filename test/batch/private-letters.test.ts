import { describe, expect, it } from 'vitest'
import { screener } from '../screening/lists.ts'
import { engine } from '../engine.ts'
import { csvOf, decided, planFor, resultRows } from './rows.ts'

const HEADINGS = [
  'activity',
  'from',
  'to',
  'items.0.product',
  'items.0.quantity',
  'parties.0.role',
  'parties.0.name',
  'parties.0.country',
  'note',
]
const rowOf = (name: string, note: string): string[] => [
  'export',
  'US',
  'KR',
  'NVIDIA RTX 4090',
  '8',
  'end-user',
  name,
  'KR',
  note,
]

describe('a row with letters of the private use area', () => {
  it('is decided by its own names, whatever row stands before it', () => {
    const names = ['Example Cloud', 'Huawei Technologies Co., Ltd.', 'Example Cloud']
    const judge = (note: string): Record<string, string>[] =>
      resultRows(
        decided(csvOf(names.map((name) => rowOf(name, note))), planFor(HEADINGS, DAY), {
          engine,
          lists: { screener },
        }),
      ).map(({ licet }) => licet)
    const plain = judge('')
    expect(judge('\ue000')).toEqual(plain)
    expect(plain[1]!['screening']).toContain('Huawei')
    expect(plain[1]).not.toEqual(plain[0])
  })
})

const DAY = { asOf: '2026-08-05' }
