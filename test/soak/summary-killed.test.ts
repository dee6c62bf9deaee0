import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { folderWith, licet } from '../cli/licet.ts'

const MAIN = fileURLToPath(new URL('../../dist/bin/licet.js', import.meta.url))
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
const deals = (rows: number): string =>
  `${HEAD}\n${Array.from({ length: rows }, (_, i) => `${rowOf(i)}\n`).join('')}`
const COMMON = ['batch', 'deals.csv', '--as-of', '2026-11-20', '--out', 'results.csv']
const bytes = (folder: string, name: string): Buffer => readFileSync(join(folder, name))

describe('licet batch --summary', () => {
  it('writes the same bytes after a run that was killed, asked for then or only later', async () => {
    const whole = folderWith({ 'deals.csv': deals(3000) })
    const more = ['--workers', '1', '--chunk', '20', '--no-screen']
    await licet([...COMMON, ...more, '--summary', 'summary.pdf'], { cwd: whole })
    const cut = folderWith({ 'deals.csv': deals(3000) })
    const state = join(cut, 'results.csv.batch', 'state.json')
    const signal = await new Promise<NodeJS.Signals | null>((resolve) => {
      const child = spawn(process.execPath, [MAIN, ...COMMON, ...more], { cwd: cut })
      const look = setInterval(() => existsSync(state) && child.kill('SIGKILL'), 2)
      child.on('close', (_, by) => {
        clearInterval(look)
        resolve(by)
      })
    })
    expect(signal).toBe('SIGKILL')
    const again = await licet([...COMMON, ...more, '--resume', '--summary', 'summary.pdf'], {
      cwd: cut,
    })
    expect(again.stderr).toContain('taking up after ')
    expect(bytes(cut, 'summary.pdf').equals(bytes(whole, 'summary.pdf'))).toBe(true)
    expect(bytes(cut, 'results.csv').equals(bytes(whole, 'results.csv'))).toBe(true)
  })
})
