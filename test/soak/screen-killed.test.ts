import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { csvRecords } from '../../src/tables/csv.ts'
import { folderWith, licet } from '../cli/licet.ts'

process.env['LICET_HOME'] = mkdtempSync(join(tmpdir(), 'licet-home-'))

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
const MANY = Array.from({ length: 3_000 }, (_, i) =>
  i % 10 === 0 ? `Huawei Technologies ${LETTERS[(i / 10) % 26]}` : `Blue River ${i} Bakery`,
)

describe('licet screen --file', () => {
  test.each(['1', '2'])(
    'a run that is killed is taken up with no name lost or twice, %s threads',
    async (threads) => {
      const folder = folderWith({ 'many.csv': `name\n${MANY.join('\n')}\n` })
      const out = join(folder, 'hits.csv')
      const args = [
        'screen',
        '--file',
        join(folder, 'many.csv'),
        '--out',
        out,
        '--workers',
        threads,
      ]
      const main = fileURLToPath(new URL('../../dist/bin/licet.js', import.meta.url))
      const child = spawn(process.execPath, [main, ...args], { stdio: 'ignore' })
      const partial = `${out}.partial.json`
      for (let tries = 0; !existsSync(partial) && tries < 500; tries++)
        await new Promise((resolve) => setTimeout(resolve, 10))
      child.kill('SIGKILL')
      await new Promise((resolve) => child.once('exit', resolve))
      expect(existsSync(out)).toBe(false)
      // What the killed run had written after it last said how far it was.
      const before = statSync(`${out}.partial`).size
      writeFileSync(`${out}.partial`, 'half a row', { flag: 'a' })
      const { code, stderr } = await licet(args)
      expect(code).toBe(2)
      expect(before).toBeGreaterThan(0)
      expect(stderr).toMatch(/taking up after \d+ names/)
      const rows = csvRecords(readFileSync(out, 'utf8'))
        .records.slice(1)
        .map(({ cells }) => cells)
      expect(new Set(rows.map(([row]) => row)).size).toBe(MANY.length)
      const whole = await licet(['screen', '--file', join(folder, 'many.csv')])
      expect(readFileSync(out, 'utf8')).toBe(whole.stdout)
    },
  )
})
