import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import { RESULT_COLUMNS } from '../../src/batch/decision.ts'
import { engine } from '../engine.ts'
import { decided, planFor } from './rows.ts'

const headings = ['id', 'activity', 'to', 'items.0.product', 'note']
const plan = planFor(headings, { asOf: '2026-08-01', screen: false, format: 'csv' })

it.each([
  ['short', '1,export,KR', ['1', 'export', 'KR', '', '']],
  ['long', '1,export,KR,NVIDIA L4,a,b', ['1', 'export', 'KR', 'NVIDIA L4', 'a']],
  ['short, with a quoted cell', '1,"export",KR', ['1', 'export', 'KR', '', '']],
])('writes a row that is too %s in the columns of the heading', (_, row, cells) => {
  const { results, rejected } = decided(`${row}\n`, plan, { engine })
  const [written] = parse(Buffer.from(results))
  expect(rejected[0]!.issue.code).toBe('wrong-width')
  expect(written).toHaveLength(headings.length + RESULT_COLUMNS.length)
  expect(written!.slice(0, headings.length)).toEqual(cells)
  expect(written![headings.length]).toBe('rejected')
})
