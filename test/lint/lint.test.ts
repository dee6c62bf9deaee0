import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CHECKS, READING, lint } from '../../src/lint/lint.ts'
import { isLong } from '../long.ts'
import { runRules } from './run-rules.ts'

const SINK = 'test/lint/kitchen-sink'
const CASES = 'test/lint/kitchen-sink-cases'

const trippedBy = (folder: string): string[] =>
  lint(folder, { cases: CASES })
    .map(({ check }) => check)
    .sort()

describe('rules lint', () => {
  it('finds one mistake of each kind in the kitchen sink', () => {
    expect(trippedBy(SINK)).toEqual(Object.keys(CHECKS).sort())
  })

  it('says what keeps a pack from being read, and nothing else', () => {
    expect([...new Set(trippedBy('test/lint/unreadable'))]).toEqual([...READING].sort())
  })

  it.each([
    ['kitchen-sink', ['--cases', CASES]],
    ['unreadable', []],
  ])('prints exactly what %s.txt has', async (name, flags) => {
    const { exit, out } = await runRules(['lint', `test/lint/${name}`, ...flags])
    expect(out).toBe(readFileSync(`test/lint/${name}.txt`, 'utf8'))
    expect(exit).toBe(4)
  })

  it('fits into 80 columns', () => {
    const lines = readFileSync('test/lint/kitchen-sink.txt', 'utf8').split('\n')
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80)
  })

  it.skipIf(!isLong)('finds no error in the rule pack', () => {
    const errors = lint('rules', { cases: 'test/cases' }).filter(({ level }) => level === 'error')
    expect(errors).toEqual([])
  })

  it('tests no threshold where no cases were given', () => {
    const checks = lint(SINK).map(({ check }) => check)
    expect(checks).not.toContain('threshold-untested')
    expect(checks).toContain('text-gap')
  })

  it('counts staleness and coming changes from the day asked for', () => {
    const found = (asOf: string): string[] =>
      lint(SINK, { asOf }).flatMap(({ check }) =>
        ['verified-stale', 'return-date'].includes(check) ? [check] : [],
      )
    // 2026-08-01 and 90 days is 2026-10-30; 60 days before 2026-12-31 is 2026-11-01.
    expect(found('2026-10-30')).toEqual([])
    expect(found('2026-10-31')).toEqual(['verified-stale'])
    expect(found('2026-11-01')).toEqual(['verified-stale', 'return-date'])
    expect(found('2026-12-30')).toEqual(['verified-stale', 'return-date'])
    expect(found('2026-12-31')).toEqual(['verified-stale'])
  })

  it('writes JSON and SARIF of the same findings', async () => {
    const json = JSON.parse((await runRules(['lint', SINK, '--format', 'json'])).out) as {
      check: string
    }[]
    const log = JSON.parse((await runRules(['lint', SINK, '--format', 'sarif'])).out) as {
      runs: [
        {
          results: {
            ruleId: string
            level: string
            locations: { physicalLocation: { artifactLocation: { uri: string } } }[]
          }[]
        },
      ]
    }
    const { results } = log.runs[0]
    expect(results.map(({ ruleId }) => ruleId)).toEqual(json.map(({ check }) => check))
    expect(new Set(results.map(({ level }) => level))).toEqual(
      new Set(['error', 'warning', 'note']),
    )
    for (const { locations } of results)
      expect(existsSync(locations[0]!.physicalLocation.artifactLocation.uri)).toBe(true)
  })

  it('answers 4 where the folder is not one of rules', async () => {
    expect(await runRules(['lint', 'docs'])).toMatchObject({ exit: 4, out: '' })
    expect(await runRules(['lint', SINK, '--cases', 'test/nowhere'])).toMatchObject({
      exit: 4,
      out: '',
    })
  })
})

describe('docs/lint', () => {
  it('has a page for each check, and no other', () => {
    const pages = readdirSync('docs/lint').filter((name) => name !== 'README.md')
    expect(pages.sort()).toEqual(
      [...Object.keys(CHECKS), ...READING].sort().map((id) => `${id}.md`),
    )
  })

  it.each([...Object.keys(CHECKS), ...READING])(
    '%s says what, why, what to avoid and what to prefer',
    (id) => {
      const page = readFileSync(`docs/lint/${id}.md`, 'utf8')
      expect(page).toMatch(new RegExp(`^# ${id}\n`))
      for (const part of ['Why', 'Avoid', 'Prefer']) expect(page).toContain(`\n## ${part}\n`)
    },
  )
})
