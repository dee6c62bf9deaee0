import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { folderWith, licet } from '../cli/licet.ts'
import { bytes, COMMON, deals } from '../cli/summary-deals.ts'

const MAIN = fileURLToPath(new URL('../../dist/bin/licet.js', import.meta.url))

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
