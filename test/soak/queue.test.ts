import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { PASSWORD, startPostgres, whyNoPostgres, type Postgres } from './postgres.ts'

/** How much is done to a run; LICET_KILLS=50 is the long form. */
const KILLS = Number(process.env['LICET_KILLS'] ?? 5)
const ROWS = 160 * KILLS
const CHUNK = 40
const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const JUDGING = ['batch', 'deals.csv', '--as-of', '2026-11-20']
const QUEUED = ['--chunk-rows', String(CHUNK), '--lease', '2']
const GENERATE = join(ROOT, 'bench/batch/generate.mjs')
const folder = mkdtempSync(join(tmpdir(), 'licet-queue-'))
const input = join(folder, 'deals.csv')

if (whyNoPostgres !== undefined)
  console.warn(`skipped, the queue of many machines: ${whyNoPostgres}`)

interface Started {
  readonly child: ChildProcess
  readonly said: () => string
  readonly ended: Promise<number | null>
}

const running = new Set<ChildProcess>()

function start(args: readonly string[], root = ROOT): Started {
  const child = spawn(process.execPath, [join(root, 'dist/bin/licet.js'), ...args], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (piece: string) => (said += piece))
  const ended = new Promise<number | null>((resolve) => {
    child.on('close', (code) => {
      running.delete(child)
      resolve(code)
    })
  })
  return { child, said: () => said, ended }
}

async function until(what: string, holds: () => boolean): Promise<void> {
  for (const end = performance.now() + 60_000; !holds(); await wait(20))
    if (performance.now() > end) throw new Error(`waited in vain: ${what}`)
}

const bytes = (out: string): Buffer => readFileSync(join(folder, out))
const text = (out: string): string => bytes(out).toString('utf8')

describe.skipIf(whyNoPostgres !== undefined)('a batch at a queue', { timeout: 3_600_000 }, () => {
  let server: Postgres
  const batch = (out: string, ...more: string[]): Started =>
    start([...JUDGING, '--out', out, '--queue', server.url, ...QUEUED, ...more])
  const unscreened = (out: string, ...more: string[]): Started => batch(out, '--no-screen', ...more)
  const worker = (root?: string): Started => start(['work', '--queue', server.url], root)
  const stopped = async ({ child, ended }: Started): Promise<number | null> => {
    child.kill('SIGTERM')
    return ended
  }
  /** The run of the table that is not finished, once all of it is in the queue. */
  const whole = async (): Promise<string> => {
    const sql = 'SELECT id FROM licet.run WHERE finished_at IS NULL AND chunks IS NOT NULL'
    await until('the table is in the queue', () => server.sql(sql) !== '')
    return server.sql(sql)
  }
  /** Chunks, rows and entries of the audit of the latest run, each of which counts once. */
  const audited = (): string =>
    server.sql(`SELECT count(*), count(DISTINCT subject), sum((body::json->>'rows')::int)
      FROM licet.audit WHERE subject LIKE 'chunk %'
      AND run = (SELECT id FROM licet.run ORDER BY begun_at DESC LIMIT 1)`)
  const everyChunkOnce = `${ROWS / CHUNK}|${ROWS / CHUNK}|${ROWS}`

  beforeAll(async () => {
    execFileSync(process.execPath, [GENERATE, String(ROWS), input, '--parties', '100'])
    const here = start([...JUDGING, '--workers', '1', '--out', 'here.csv'])
    const plain = start([...JUDGING, '--workers', '1', '--out', 'plain.csv', '--no-screen'])
    server = await startPostgres()
    await start(['work', '--queue', server.url, '--status']).ended
    await Promise.all([here.ended, plain.ended])
  }, 180_000)

  afterEach(() => {
    for (const child of running) child.kill('SIGKILL')
  })

  afterAll(() => server.end())

  it('is made by whoever comes first, and told by its shape', async () => {
    const empty = start(['work', '--queue', server.url, '--status'])
    expect([await empty.ended, empty.said()]).toEqual([
      0,
      'workers of licet 0.1.0: 0\nno batch is in the queue\n',
    ])
    const shape = "obj_description('licet'::regnamespace)"
    const was = server.sql(`SELECT ${shape}`)
    server.sql("COMMENT ON SCHEMA licet IS 'tables of licet, shape 0'")
    const other = start(['work', '--queue', server.url, '--status'])
    expect([await other.ended, other.said()]).toEqual([
      4,
      expect.stringContaining('its schema says `tables of licet, shape 0`, not `'),
    ])
    server.sql(`COMMENT ON SCHEMA licet IS '${was}'`)
  })

  it('decides every row once, whatever becomes of workers, connections and the server', async () => {
    const run = batch('there.csv')
    const id = await whole()
    await until('nobody is there', () => run.said().includes('no worker of licet'))
    const status = start(['work', '--queue', server.url, '--status'])
    await status.ended
    expect(status.said().replace(/begun [-0-9]{10} [:0-9]{8} UTC/, 'begun DAY TIME UTC')).toBe(
      [
        'workers of licet 0.1.0: 0',
        `deals.csv, begun DAY TIME UTC, run ${id}`,
        `  chunks: 0 done of ${ROWS / CHUNK}, 0 under way, 0 dead letters`,
        `  rows: 0 done, ${ROWS} left, 0 a second\n`,
      ].join('\n'),
    )
    const workers = Array.from({ length: 4 }, () => worker())
    // Each is killed with a chunk in its hands: one that it loads the lists for, and others later.
    for (let kills = 0; kills < Math.ceil(KILLS / 3); kills++) {
      const [victim] = workers.splice(kills % 2, 1) as [Started]
      await until('a chunk is taken', () => /takes [^\n]*\n$/.test(victim.said()))
      victim.child.kill('SIGKILL')
      expect(await victim.ended).toBe(null)
      if (workers.length < 2) workers.push(worker())
    }
    const [first] = workers as [Started]
    await until('a chunk is decided', () => first.said().includes('decided'))
    const cut = `SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
      WHERE application_name = 'licet work'`
    expect(Number(server.sql(cut))).toBeGreaterThan(0)
    const done = first.said().length
    await until('it goes on', () => first.said().length > done)
    expect(run.child.exitCode).toBe(null)
    server.stop()
    await wait(500)
    server.start()
    expect([await run.ended, run.said()]).toEqual([1, expect.stringContaining(`${ROWS} rows: `)])
    expect(bytes('there.csv').equals(bytes('here.csv'))).toBe(true)
    expect(audited()).toBe(everyChunkOnce)
    expect(server.sql('SELECT count(*) FROM licet.chunk')).toBe('0')
    for (const one of workers) expect(await stopped(one)).toBe(0)
  })

  it('goes on where the terminal that began it was killed', async () => {
    const [killed, one] = [unscreened('taken-up.csv'), worker()]
    const id = await whole()
    await until('a chunk is decided', () => server.sql('SELECT count(*) FROM licet.result') !== '0')
    killed.child.kill('SIGKILL')
    await killed.ended
    const again = unscreened('taken-up.csv', '--resume')
    expect(await again.ended).toBe(1)
    expect(again.said()).toContain(`taking up run ${id}`)
    expect(bytes('taken-up.csv').equals(bytes('plain.csv'))).toBe(true)
    expect(audited()).toBe(everyChunkOnce)
    await stopped(one)
  })

  it('ends at the first bad row where it is told to, and leaves nothing in the queue', async () => {
    const [heading, first, second] = text('deals.csv').split('\n') as [string, string, string]
    const broken = second.replace(',export,', ',exprot,')
    writeFileSync(join(folder, 'bad.csv'), `${[heading, first, broken, first].join('\n')}\n`)
    const args = ['batch', 'bad.csv', '--as-of', '2026-11-20', '--no-screen', '--on-error', 'stop']
    const [here, there, one] = [
      start(args),
      start([...args, '--queue', server.url, '--chunk-rows', '1']),
      worker(),
    ]
    expect([await here.ended, await there.ended]).toEqual([4, 4])
    expect(there.said()).toBe(here.said())
    expect(there.said()).toContain('row 3, column activity')
    const left = `SELECT count(*) FROM licet.run r JOIN licet_jobs.job j ON j.name = r.queue
      WHERE r.file = 'bad.csv' OR j.data->>'run' = r.id::text AND j.state < 'completed'`
    expect(server.sql(left)).toBe('0')
    const told = `SELECT string_agg(subject, ', ' ORDER BY seq) FROM licet.audit
      WHERE run = (SELECT run FROM licet.audit WHERE body::json->>'file' = 'bad.csv')`
    expect(server.sql(told)).toMatch(/^begun, chunk 0, .*abandoned$/)
    await stopped(one)
  })

  it('puts a chunk that no worker can decide among the dead letters, and says which rows', async () => {
    const run = unscreened('dead.csv')
    const id = await whole()
    server.sql(`UPDATE licet.chunk SET payload = set_byte(payload, 99, get_byte(payload, 99) # 1)
      WHERE run = '${id}' AND chunk = 1`)
    const one = worker()
    expect(await run.ended).toBe(5)
    const rows = `rows ${CHUNK + 2} to ${2 * CHUNK + 1}`
    expect(run.said()).toContain(
      `${rows} were decided by no worker: the rows of the chunk are damaged in the queue`,
    )
    expect(run.said()).toContain(`${CHUNK} dead-letter`)
    const lines = text('dead.csv').split('\n')
    expect(lines).toHaveLength(ROWS + 2)
    expect(lines.filter((line) => line.includes(',dead-letter,'))).toHaveLength(CHUNK)
    expect(text('dead.errors.csv').split('\n')[1]).toContain(
      `${CHUNK + 2},${CHUNK + 2},,,dead-letter,`,
    )
    expect(
      server.sql(`SELECT count(*), max(body::json->>'firstRow') FROM licet.audit
        WHERE run = '${id}' AND subject LIKE 'dead letter %'`),
    ).toBe(`1|${CHUNK + 2}`)
    const mended = unscreened('dead.csv', '--resume')
    expect(await mended.ended).toBe(1)
    expect(bytes('dead.csv').equals(bytes('plain.csv'))).toBe(true)
    await stopped(one)
  })

  it('gives a worker with another rule pack that of the run, and refuses one that is not it', async () => {
    const other = mkdtempSync(join(tmpdir(), 'licet-other-'))
    mkdirSync(join(other, 'dist'))
    cpSync(join(ROOT, 'dist/bin'), join(other, 'dist/bin'), { recursive: true })
    for (const name of ['node_modules', 'package.json'])
      symlinkSync(join(ROOT, name), join(other, name))
    const pack = readFileSync(join(ROOT, 'dist/pack.json'), 'utf8')
    writeFileSync(join(other, 'dist/pack.json'), `${pack}\n`)
    const run = batch('other.csv')
    await whole()
    const sha = server.sql(
      "SELECT body::json->>'pack' FROM licet.audit WHERE subject = 'begun' LIMIT 1",
    )
    const spoil = (byte: number): string =>
      server.sql(
        `UPDATE licet.object SET bytes = set_byte(bytes, 9, ${byte}) WHERE sha256 = '${sha}'`,
      )
    const was = Number(
      server.sql(`SELECT get_byte(bytes, 9) FROM licet.object WHERE sha256 = '${sha}'`),
    )
    spoil(was + 1)
    const refusing = worker(other)
    expect(await refusing.ended).toBe(3)
    expect(refusing.said()).toMatch(
      new RegExp(
        `the rule pack of the run is ${sha}, and what the queue has of it is [0-9a-f]{64}`,
      ),
    )
    spoil(was)
    const fetching = worker(other)
    expect(await run.ended).toBe(1)
    expect(bytes('other.csv').equals(bytes('here.csv'))).toBe(true)
    await stopped(fetching)
  })

  it('shows no password, whatever is wrong with the server', async () => {
    const wrong = server.url.replace(PASSWORD, 'other-secret')
    const asked = start(['work', '--queue', wrong, '--status'])
    expect(await asked.ended).toBe(4)
    expect(asked.said()).toContain('the server refuses the user or the password')
    const none = start(['work', '--queue', server.url.replace(/[^/]*$/, 'nowhere')])
    expect(await none.ended).toBe(4)
    expect(none.said()).toContain('the server has no such database')
    const [run, one] = [unscreened('away.csv', '--patience', '1'), worker()]
    await until('it waits', () => run.said().includes('no worker') || one.said().includes('takes'))
    server.stop()
    try {
      expect(await run.ended).toBe(4)
      expect(run.said()).toContain("the PostgreSQL server can't be used for 1 seconds")
    } finally {
      server.start()
    }
    await stopped(one)
    const resumed = unscreened('away.csv', '--resume')
    const two = worker()
    expect(await resumed.ended).toBe(1)
    expect(bytes('away.csv').equals(bytes('plain.csv'))).toBe(true)
    await stopped(two)
    for (const said of [asked, none, run, one, resumed].map((each) => each.said()))
      for (const secret of [PASSWORD, 'other-secret']) expect(said).not.toContain(secret)
  })
})
