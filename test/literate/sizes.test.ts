import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { Determination } from '../../src/determination.ts'
import { isLong } from '../long.ts'

const licet = fileURLToPath(new URL('../../dist/bin/licet.js', import.meta.url))

/** Checks a case from standard input, in a time zone, to JSON. */
function check(
  input: string,
  zone = 'UTC',
): { exit: number | null; stdout: string; stderr: string } {
  const env = { PATH: process.env['PATH'], TZ: zone }
  const run = spawnSync(process.execPath, [licet, 'check', '-', '--format', 'json'], {
    input,
    env,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  })
  return { exit: run.status, stdout: run.stdout, stderr: run.stderr }
}

const FIVE = `kind: transaction
date: 2026-11-20
activity: export
to: CN
items: [{ product: NVIDIA H20 }]
`

const item = (i: number): string => `  - product: ${i % 2 === 0 ? 'NVIDIA H100 SXM' : 'NVIDIA L4'}
    description: line ${i + 1} of the order
    quantity: ${i + 1}
    unitValue: 12000
    origin: US
    alsoDescribedIn: none
`
const party = (
  i: number,
): string => `  - role: ${['exporter', 'purchaser', 'intermediate-consignee', 'ultimate-consignee', 'end-user'][i % 5]}
    name: Party ${i + 1} 有限公司
    country: CN
    headquarters:
      value: CN
      source: { document: business license, page: 1, date: 2026-01-01 }
    ultimateParent: { name: Party ${i + 1}, headquarters: CN }
    lists: []
    owners:
      - { name: Holding ${i + 1}, share: 100, country: CN, headquarters: CN, lists: [] }
`
const FIVE_HUNDRED = `kind: transaction
id: D-2026-0500
title: an order of many lines
date: 2026-11-20
activity: export
from: US
to: CN
via: [SG]
letters: []
redFlags: []
endUse:
  description: training a commercial language model
  military: no
  militaryIntelligence: no
  supercomputer: no
  advancedNode: no
items:
${Array.from({ length: 50 }, (_, i) => item(i)).join('')}parties:
${Array.from({ length: 19 }, (_, i) => party(i)).join('')}`

describe('a case of five lines', () => {
  it('is answered with the questions that matter', () => {
    expect(FIVE.trimEnd().split('\n')).toHaveLength(5)
    const { exit, stdout, stderr } = check(FIVE)
    const answer = JSON.parse(stdout) as Determination
    expect(stderr).toBe('')
    expect(exit).toBe(2)
    expect(answer).toMatchObject({
      case: 'case 1',
      outcome: 'needs-facts',
      basis: { lawDate: '2026-11-20' },
    })
    expect(answer.items).toMatchObject([{ index: 0, product: 'NVIDIA H20' }])
    expect(answer.questions.length).toBeGreaterThan(0)
  })
})

describe('a case of five hundred lines', () => {
  it('is answered for every item and party', () => {
    expect(FIVE_HUNDRED.trimEnd().split('\n').length).toBeGreaterThanOrEqual(500)
    const { exit, stdout, stderr } = check(FIVE_HUNDRED)
    const answer = JSON.parse(stdout) as Determination
    expect(stderr).toBe('')
    expect(exit).toBe(1)
    expect(answer.outcome).toBe('license-required')
    expect(answer.items.map(({ index }) => index)).toEqual(Array.from({ length: 50 }, (_, i) => i))
    expect(
      new Set(answer.items.filter(({ index }) => index % 2 === 0).map(({ outcome }) => outcome)),
    ).toEqual(new Set(['license-required']))
    expect(answer.parties).toHaveLength(19)
    expect(answer.parties[18]?.name).toBe('Party 19 有限公司')
  })

  it.skipIf(!isLong)('is answered in the same bytes in any time zone', () => {
    const [here, ...elsewhere] = ['UTC', 'Atlantic/Azores', 'Pacific/Kiritimati'].map(
      (zone) => check(FIVE_HUNDRED, zone).stdout,
    )
    for (const answer of elsewhere) expect(answer === here).toBe(true)
  })
})
