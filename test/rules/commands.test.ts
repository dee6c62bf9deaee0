import { beforeAll, describe, expect, it, vi } from 'vitest'
import { engine } from '../engine.ts'
import { runRules } from '../lint/run-rules.ts'

// The commands load the built pack; here it is the pack as its authors wrote it.
vi.mock('../../src/rules/load.ts', () => ({ loadEngine: () => engine }))

interface Row {
  readonly id: string
  readonly kind: string
  readonly status: string
  readonly from: string | null
}
const rows = async (...args: string[]): Promise<Row[]> =>
  JSON.parse((await runRules(['list', '--format', 'json', ...args])).out) as Row[]

describe('rules list', () => {
  let all: Row[] = []
  beforeAll(async () => {
    all = await rows('--as-of', '2026-11-20')
  })

  it('lists every provision once, in the order of the ids', () => {
    expect(all.map(({ id }) => id)).toEqual(engine.pack.provisions.map(({ id }) => id))
  })

  it('knows the status of the day', async () => {
    const statusOf = (list: readonly Row[], id: string): string | undefined =>
      list.find((row) => row.id === id)?.status
    expect(statusOf(all, 'ear.740.8.nac')).toBe('in-force')
    expect(statusOf(all, 'proposed.gain-ai-act')).toBe('proposed')
    expect(statusOf(await rows('--as-of', '2023-01-01'), 'ear.740.8.nac')).toBe('not-yet')
  })

  it('filters by status and kind', async () => {
    const proposed = await rows('--as-of', '2026-11-20', '--status', 'proposed')
    expect(proposed).toEqual(all.filter(({ status }) => status === 'proposed'))
    expect(proposed.length).toBeGreaterThan(0)
    const exceptions = await rows(
      '--as-of',
      '2026-11-20',
      '--kind',
      'exception',
      '--status',
      'in-force',
    )
    expect(exceptions).toEqual(
      all.filter(({ kind, status }) => kind === 'exception' && status === 'in-force'),
    )
    expect(exceptions.map(({ id }) => id)).toContain('ear.740.8.nac')
  })

  it('says which kinds and statuses there are', async () => {
    const { exit, out, err } = await runRules(['list', '--kind', 'exeption'])
    expect([exit, out]).toEqual([4, ''])
    expect(err).toMatch(
      /^--kind: there is no `exeption`; did you mean `exception`\?\n {4}write one of definition, /,
    )
    expect((await runRules(['list', '--status', 'dead'])).err).toMatch(
      /^--status: there is no `dead`\n {4}write one of in-force, /,
    )
  })

  it('fits into 80 columns and says the day', async () => {
    const { out } = await runRules(['list'])
    const lines = out.split('\n')
    expect(lines[0]).toBe(
      `${engine.pack.provisions.length} provisions, as they stand on 2026-11-22`,
    )
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80)
    for (const { id } of engine.pack.provisions) expect(out).toContain(`  ${id}`)
  })
})

describe('rules show', () => {
  it('shows the text of the day in words, and the days of the others', async () => {
    const { out, exit } = await runRules(['show', 'ear.740.8.nac', '--as-of', '2026-11-20'])
    expect(exit).toBe(0)
    for (const part of [
      'License Exception NAC (Notified Advanced Computing)\near.740.8.nac; license exception; 15 CFR 740.8\n',
      '\nOn 2026-11-20: in force\n',
      '\nText since 2024-04-04 (89 FR 23876)\n  all of:\n',
      '[(c)(1)] days from NAC notification to export is 25 or more\n',
      '\nOther texts; --as-of shows one\n  from 2023-11-17 until 2024-04-04: 88 FR 73458; confidence B\n',
      '\nVerified on 2026-09-24 against eCFR 2026-09-24; confidence A\n',
    ]) {
      expect(out).toContain(part)
    }
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80)
  })

  it('shows the earlier text on an earlier day', async () => {
    const { out } = await runRules(['show', 'ear.740.8.nac', '--as-of', '2024-04-03'])
    expect(out).toContain('\nText from 2023-11-17 until 2024-04-04 (88 FR 73458)\n')
    expect(out).toContain('  since 2024-04-04: 89 FR 23876; confidence A\n')
  })

  it('shows no conditions before the first text', async () => {
    const { out } = await runRules(['show', 'ear.740.8.nac', '--as-of', '2022-10-07'])
    expect(out).toContain('\nOn 2022-10-07: not yet in force\n')
    expect(out).not.toContain('all of:')
    expect(out).toContain('\nTexts\n  from 2023-11-17')
  })

  it.each(engine.pack.provisions.map(({ id }) => id))(
    'words %s without a missing word',
    async (id) => {
      const { out, exit } = await runRules(['show', id, '--as-of', '2026-11-20'])
      expect(exit).toBe(0)
      expect(out).not.toMatch(/\{\w+\}|undefined|not in the bibliography/)
    },
  )

  it('lists what begins so', async () => {
    const { out } = await runRules(['show', 'ear.740.8'])
    expect(out).toContain('  ear.740.8.nac\n')
    expect(out).toContain('  ear.740.8.aca\n')
    expect(out).not.toContain('ear.742')
    expect((await runRules(['show', 'EAR.740.8.N'])).out).toContain('License Exception NAC')
  })

  it('suggests the near id', async () => {
    expect(await runRules(['show', 'ear.740.8.nacc'])).toEqual({
      exit: 4,
      out: '',
      err: 'rules show: no provision is called `ear.740.8.nacc`; did you mean `ear.740.8.nac`?\n    `licet rules list` lists the ids',
    })
  })

  it('refuses a day that does not exist', async () => {
    expect(await runRules(['show', 'ear.740.8.nac', '--as-of', '2026-02-30'])).toEqual({
      exit: 4,
      out: '',
      err: '--as-of: there is no day 2026-02-30',
    })
  })

  it('gives the whole provision as JSON', async () => {
    const { out } = await runRules([
      'show',
      'ear.740.8.nac',
      '--as-of',
      '2026-11-20',
      '--format',
      'json',
    ])
    const shown = JSON.parse(out) as { text: { outline: { text: string }[] }[]; sources: object }
    expect(shown).toMatchObject({
      id: 'ear.740.8.nac',
      citation: '15 CFR 740.8',
      status: 'in-force',
      textFrom: '2024-04-04',
      asOf: '2026-11-20',
    })
    expect(shown.text.map(({ outline }) => outline[0]!.text)).toEqual(['all of:', 'all of:'])
    expect(Object.keys(shown.sources)).toEqual(['88 FR 73458', '89 FR 23876'])
  })
})
