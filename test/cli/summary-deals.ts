import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const HEAD =
  'id,activity,from,to,items.0.product,items.0.quantity,parties.0.role,parties.0.name,parties.0.country'
const COUNTRIES = ['KR', 'SG', 'HK', 'CN', 'IR', 'DE']
const PRODUCTS = ['NVIDIA H100 SXM', 'NVIDIA RTX 4090', 'NVIDIA H20']
const NAMES = ['Example Cloud', 'Huawei Technologies Co., Ltd.', 'Huawei Tehcnologies', '=1+1']
const rowOf = (i: number): string => {
  const to = COUNTRIES[i % 6]!
  // No two rows are one decision, so that a run takes its time.
  const quantity = i % 97 === 5 ? 'eight' : String(1 + i)
  return `SO-${i},export,US,${to},${PRODUCTS[i % 3]!},${quantity},end-user,"${NAMES[(i * 7) % 4]!}",${to}`
}
/** A table of deals to sum up, with a mistake in some rows. */
export const deals = (rows: number): string =>
  `${HEAD}\n${Array.from({ length: rows }, (_, i) => `${rowOf(i)}\n`).join('')}`
export const COMMON = ['batch', 'deals.csv', '--as-of', '2026-11-20', '--out', 'results.csv']
export const bytes = (folder: string, name: string): Buffer => readFileSync(join(folder, name))
