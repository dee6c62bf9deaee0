import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'

/** Runs that are killed; `.ci/soak 10` kills 50. */
const KILLS = Number(process.env['LICET_KILLS'] ?? 2)
const MAIN = fileURLToPath(new URL('../../dist/bin/licet.js', import.meta.url))
const GENERATE = fileURLToPath(new URL('../../bench/batch/generate.mjs', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'licet-batch-'))
const input = join(folder, 'deals.csv')

interface Ended {
  readonly ms: number
  readonly killed: boolean
  readonly said: string
}

/** Runs the batch to its end, or kills it with signal 9: after milliseconds, or once there is a file. */
function run(
  out: string,
  workers: number,
  more: readonly string[],
  killed?: number | string,
): Promise<Ended> {
  const args = ['batch', input, '--out', join(folder, out), '--as-of', '2026-11-20']
  const started = performance.now()
  return new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      [MAIN, ...args, '--chunk', '100', '--workers', String(workers), ...more],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    )
    let said = ''
    child.stderr.on('data', (piece) => (said += String(piece)))
    const kill = (): boolean => child.kill('SIGKILL')
    const timer =
      typeof killed === 'number'
        ? setTimeout(kill, killed)
        : setInterval(() => killed !== undefined && existsSync(killed) && kill(), 5)
    child.on('close', (_, signal) => {
      clearTimeout(timer)
      resolve({ ms: performance.now() - started, killed: signal === 'SIGKILL', said })
    })
  })
}

const bytes = (out: string): Buffer => readFileSync(join(folder, out))

describe('a run that is killed', () => {
  let undisturbed: Ended

  beforeAll(async () => {
    execFileSync(process.execPath, [GENERATE, '3000', input, '--parties', '400'])
    undisturbed = await run('whole.csv', 1, [])
  }, 180_000)

  it('is taken up and gives the bytes of an undisturbed one', { timeout: 3_600_000 }, async () => {
    const shares = fc.sample(fc.double({ min: 0, max: 1, noNaN: true }), {
      numRuns: 50 * KILLS,
      seed: 26,
    })
    const next = (): number => shares.pop()!
    let kills = 0
    let takenUp = 0
    for (let round = 0; kills < KILLS && round < 10 * KILLS; round++) {
      const out = `killed-${round}.csv`
      const workers = 1 + (round % 2)
      // Again and again until it comes to its end, later each time.
      for (let share = next() * 0.9; ; share += 0.2 + next() * 0.3) {
        const ended = await run(out, workers, ['--resume'], undisturbed.ms * share)
        if (ended.said.includes('taking up')) takenUp += 1
        if (!ended.killed) break
        kills += 1
      }
      expect(bytes(out).equals(bytes('whole.csv'))).toBe(true)
      expect(existsSync(join(folder, `killed-${round}.errors.csv`))).toBe(false)
    }
    expect(kills).toBeGreaterThanOrEqual(KILLS)
    expect(takenUp).toBeGreaterThan(0)
  })

  it('starts again where the table or the options are others', async () => {
    // The first state of a run is of half a second of it.
    const state = join(folder, 'other.csv.batch', 'state.json')
    const killed = await run('other.csv', 1, [], state)
    expect(JSON.parse(readFileSync(state, 'utf8'))).toMatchObject({
      chunksDone: expect.any(Number),
    })
    const again = await run('other.csv', 1, ['--resume', '--posture', 'text'])
    expect(again.said).not.toContain('taking up')
    expect([killed.killed, bytes('other.csv').equals(bytes('whole.csv'))]).toEqual([true, false])
  })
})
