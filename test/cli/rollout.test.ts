import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { describe, expect, test } from 'vitest'
import type { Rollout } from '../../src/rollout/rollout.ts'
import { STATED } from '../rollout/world.ts'
import { folderWith, licet } from './licet.ts'

const manifest = (on: string, more = ''): string =>
  `kind: rollout\nid: R-1\nasOf: 2026-11-20\nplaces: [KR, IR, RU]\nfeatures: [{ id: api, kind: hosted-inference, on: [${on}] }]\n${more}${STATED}`

describe('licet rollout', () => {
  test.each([
    ['may be switched on', 'KR', '', 0],
    ['is for a person to review', 'RU', '', 2],
    ['is prohibited', 'KR, IR', '', 1],
    ['is barred by the provider alone', 'KR', 'models: [{ id: m, provider: anthropic }]\n', 2],
  ])('ends with the exit code of what %s', async (_, on, more, code) => {
    const cwd = folderWith({ 'm.yaml': manifest(on, more) })
    const ran = await licet(['rollout', 'm.yaml'], { cwd })
    expect(ran.stderr).toBe('')
    expect(ran.code).toBe(code)
  })

  test('does not pass where nobody said anything', async () => {
    const silent = 'kind: rollout\nplaces: [KR]\nfeatures: [{ id: api, kind: hosted-inference }]\n'
    const ran = await licet(['rollout', '-'], { input: silent })
    expect(ran.stdout).toContain('NEEDS FACTS')
    expect(ran.code).toBe(2)
  })

  test('writes every format, the JSON as its schema says', async () => {
    const cwd = folderWith({ 'm.yaml': manifest('KR, IR') })
    const formats = ['text', 'json', 'pdf', 'sarif', 'github'].flatMap((one) => ['--format', one])
    const ran = await licet(['rollout', 'm.yaml', '--out', 'out', ...formats], { cwd })
    expect(ran.stdout).toBe('')
    const read = (name: string): Buffer => readFileSync(join(cwd, 'out', name))
    const rollout = JSON.parse(read('R-1.json').toString()) as Rollout
    const schema = z.fromJSONSchema(
      JSON.parse(readFileSync('schema/rollout.schema.json', 'utf8')) as Parameters<
        typeof z.fromJSONSchema
      >[0],
    )
    expect(schema.safeParse(rollout).error?.issues).toBeUndefined()
    expect(rollout.cells[0]).toMatchObject({
      place: 'IR',
      feature: 'api',
      outcome: 'prohibited',
      because: ['ofac.560.204'],
    })
    expect(read('R-1.pdf').subarray(0, 8).toString('latin1')).toBe('%PDF-1.7')
    const sarif = JSON.parse(read('R-1.sarif').toString()) as {
      runs: { results: { level: string; locations: object[] }[] }[]
    }
    expect(sarif.runs[0]!.results).toMatchObject([
      {
        ruleId: 'ofac.560.204',
        level: 'error',
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'm.yaml' },
              region: { startLine: 5, startColumn: 56 },
            },
          },
        ],
      },
    ])
    expect(read('R-1.github.txt').toString()).toMatch(
      /^::error file=m\.yaml,line=5,col=56,title=ofac\.560\.204::api, 2026-11-20: Prohibited in Iran/,
    )
  })

  test('gives the same bytes again, in another zone and language', async () => {
    const cwd = folderWith({ 'm.yaml': manifest('KR, IR') })
    for (const out of ['a', 'b'])
      await licet(['rollout', 'm.yaml', '--out', out, '--format', 'pdf', '--format', 'json'], {
        cwd,
      })
    for (const name of ['R-1.pdf', 'R-1.json'])
      expect(readFileSync(join(cwd, 'a', name))).toEqual(readFileSync(join(cwd, 'b', name)))
  })

  test('compares with an earlier run, and says what else is not the same', async () => {
    const cwd = folderWith({ 'm.yaml': manifest('KR, IR'), 'n.yaml': manifest('KR') })
    await licet(['rollout', 'm.yaml', '--format', 'json', '--out', 'a'], { cwd })
    const same = await licet(['rollout', 'm.yaml', '--since', 'a/R-1.json'], { cwd })
    expect(same.stdout).toContain('No cell differs from the earlier run.')
    const other = await licet(
      ['rollout', 'n.yaml', '--since', 'a/R-1.json', '--as-of', '2024-05-01'],
      { cwd },
    )
    expect(other.stdout).toContain('Beside the cells: the manifest, the law date.')
    expect(other.stdout).toContain('Needs review -> Needs review, for another reason')
  })

  test('takes its law dates from the command line where it names some', async () => {
    const cwd = folderWith({ 'm.yaml': manifest('KR') })
    const dates = ['--as-of', '2025-05-01', '--as-of', '2025-08-01']
    const { stdout } = await licet(['rollout', 'm.yaml', ...dates, '--format', 'json'], { cwd })
    expect((JSON.parse(stdout) as Rollout).asOf).toEqual(['2025-05-01', '2025-08-01'])
  })

  test('uses an assumption profile, and says so', async () => {
    const profile = `id: onboarding
company: Example
signedBy: A. Officer
signedOn: 2026-01-01
assume: [{ fact: endUse.militaryIntelligence, value: no, basis: statement on file, expires: 2027-01-01 }]
`
    const silent = manifest('KR').replace('militaryIntelligence: no, ', '')
    const cwd = folderWith({ 'm.yaml': silent, 'p.yaml': profile })
    expect((await licet(['rollout', 'm.yaml'], { cwd })).code).toBe(2)
    const ran = await licet(['rollout', 'm.yaml', '--assume', 'p.yaml'], { cwd })
    expect(ran.stdout).toContain('1 fact is assumed, not given:')
    expect(ran.code).toBe(0)
  })

  test('screens the company that is named', async () => {
    const named = manifest('KR').replace(
      'exporter: { country: US, headquarters: US, ultimateParent: { headquarters: US }, lists: []',
      'exporter: { name: Huawei Technologies Co. Ltd., country: CN, headquarters: CN',
    )
    const cwd = folderWith({ 'm.yaml': named })
    const { stdout } = await licet(['rollout', 'm.yaml', '--cell', 'KR:api', '--format', 'json'], {
      cwd,
    })
    expect(stdout).toContain('"list": "EL"')
    const json = await licet(['rollout', 'm.yaml', '--format', 'json'], { cwd })
    expect((JSON.parse(json.stdout) as Rollout).basis.lists.length).toBeGreaterThan(5)
  })

  test('keeps to 80 columns and speaks Korean', async () => {
    const cwd = folderWith({ 'm.yaml': manifest('KR, IR') })
    const english = await licet(['rollout', 'm.yaml'], { cwd })
    expect(Math.max(...english.stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(
      80,
    )
    const korean = await licet(['rollout', 'm.yaml', '--lang', 'ko'], { cwd })
    expect(korean.stdout).toContain('개시를 막는 사항')
    expect(korean.stdout).toContain('이란')
  })

  test('is where check sends a manifest', async () => {
    const cwd = folderWith({ 'm.yaml': manifest('KR') })
    const ran = await licet(['check', 'm.yaml'], { cwd })
    expect(ran.stderr).toContain('a rollout is no deal; `licet rollout` judges it')
    expect(ran.code).toBe(4)
  })
})
