import { appendFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Determination } from '../../src/determination.ts'
import { licet } from './licet.ts'

let home = ''
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'licet-home-'))
  process.env['LICET_HOME'] = home
})

const deal = (party: string, more = ''): string => `kind: transaction
id: T-1
date: 2026-08-05
activity: export
from: US
to: CN
items: [{ product: NVIDIA H100 SXM }]
parties:
  - ${party}
${more}`

async function checked(
  text: string,
  ...args: string[]
): Promise<{ code: number; answer: Determination }> {
  const { code, stdout } = await licet(['check', '-', '--format', 'json', ...args], { input: text })
  return { code, answer: JSON.parse(stdout) as Determination }
}
const asksForLists = ({ questions }: Determination): boolean =>
  questions.some(({ fact }) => fact === 'parties[0].lists')

describe('licet check screens every party', () => {
  test('the name of an entry puts the party on its lists, with what the entry says', async () => {
    const { answer } = await checked(deal('{ role: end-user, name: Inspur Group, country: CN }'))
    const [party] = answer.screening
    expect(party).toMatchObject({ at: 'parties[0]', status: 'listed' })
    expect(party!.lists).toEqual(expect.arrayContaining(['entity-list', 'entity-list-footnote-4']))
    expect(party!.hits.find(({ list }) => list === 'EL')).toMatchObject({
      footnotes: [4],
      reviewPolicy: 'Presumption of denial',
      notice: '88 FR 13675',
    })
    expect(answer.because).toContain('ear.744.11')
    expect(answer.facts.find(({ path }) => path === 'parties[0].lists')!.source).toContain('EL-')
  })

  test('a name that is only near becomes a question that says what it may be', async () => {
    const { answer } = await checked(
      deal('{ role: end-user, name: Inspurr Electronics Information Industry, country: CN }'),
    )
    expect(answer.screening[0]).toMatchObject({ status: 'question', lists: null })
    const question = answer.questions.find(({ fact }) => fact === 'parties[0].lists')
    expect(question!.ask).toContain(
      'It may be Inspur Electronic Information Industry Co., Ltd. (EL',
    )
  })

  test('a name that can not be compared becomes a question', async () => {
    const { answer } = await checked(deal('{ role: end-user, name: ไทยเบฟเวอเรจ, country: TH }'))
    expect(answer.screening[0]!.status).toBe('question')
    expect(asksForLists(answer)).toBe(true)
  })

  test('a name near nothing is on no list, and is not asked about', async () => {
    const { answer } = await checked(
      deal('{ role: end-user, name: Blue River Bakery GmbH, country: DE }'),
    )
    expect(answer.screening[0]).toMatchObject({ status: 'none', lists: [] })
    expect(asksForLists(answer)).toBe(false)
    expect(answer.basis.lists.map(({ id }) => id)).toContain('EL')
  })

  describe('a name near nothing, on a law date past the limit of a list', () => {
    const bakery = deal('{ role: end-user, name: Blue River Bakery GmbH, country: DE }')
    // The SDN List is stale seven days after its date, 2026-07-31.
    test.each([
      ['2026-08-06', 'none', []],
      ['2026-08-07', 'none', []],
      ['2026-08-08', 'stale', null],
    ])('%s: %s', async (day, status, lists) => {
      const { answer } = await checked(bakery, '--as-of', day)
      expect(answer.screening[0]).toMatchObject({ status, lists })
      expect(asksForLists(answer)).toBe(lists === null)
    })
    test('--max-age makes the limit stricter', async () => {
      const { answer } = await checked(bakery, '--as-of', '2026-08-03', '--max-age', '2')
      expect(answer.screening[0]!.status).toBe('stale')
      expect(answer.screening[0]!.notComparable[0]).toContain('limit 2')
    })
    test('--accept-stale takes it for none, and the source says so', async () => {
      const { answer } = await checked(bakery, '--as-of', '2026-08-08', '--accept-stale')
      expect(answer.screening[0]).toMatchObject({ status: 'none', lists: [] })
      expect(answer.screening[0]!.source!.document).toContain('accepted although stale: SDN')
    })
    test('a hit on stale lists is a hit', async () => {
      const { answer } = await checked(
        deal('{ role: end-user, name: Inspur Group, country: CN }'),
        '--as-of',
        '2026-11-20',
      )
      expect(answer.screening[0]!.status).toBe('listed')
    })
  })

  test('the same name in another country is a question, not an entry', async () => {
    const { answer } = await checked(deal('{ role: end-user, name: Inspur Group, country: BR }'))
    expect(answer.screening[0]).toMatchObject({ status: 'question', lists: null })
  })

  test('an address of the Entity List is a question whatever the name', async () => {
    const { answer } = await checked(
      deal(
        '{ role: end-user, name: Blue River Bakery, country: HK, address: "Unit 4, 7/F Bright Way Tower, 33 Mong Kok Rd, Kowloon" }',
      ),
    )
    expect(answer.screening[0]!.status).toBe('question')
    expect(answer.screening[0]!.hits[0]).toMatchObject({ kind: 'address' })
  })

  test('names from recollection never settle a question', async () => {
    const { answer } = await checked(
      deal(
        '{ role: end-user, name: Intelligence Bureau of the Joint Staff Department, country: CN }',
      ),
    )
    expect(answer.screening[0]).toMatchObject({ status: 'question', lists: null })
    expect(answer.screening[0]!.hits[0]!.list).toBe('MIEU')
  })

  test('what the case says of lists stands where the lists say no more', async () => {
    const { answer } = await checked(
      deal('{ role: end-user, name: Inspurr Electronics Info, country: CN, lists: [] }'),
    )
    expect(answer.screening[0]).toMatchObject({ status: 'stated', contradicts: false })
    expect(asksForLists(answer)).toBe(false)
  })

  test('the name of an entry counts against what the case says of lists', async () => {
    const { answer } = await checked(
      deal('{ role: end-user, name: Inspur Group, country: CN, lists: [unverified-list] }'),
    )
    expect(answer.screening[0]).toMatchObject({ status: 'listed', contradicts: true })
    expect(answer.screening[0]!.lists).toEqual(
      expect.arrayContaining(['unverified-list', 'entity-list']),
    )
    expect(answer.because).toContain('ear.744.11')
    expect(answer.notices.map(({ id }) => id)).toContain('screening-contradicts-case')
  })

  test('on a law date before the lists such a name is a question, whatever the case says', async () => {
    const { answer } = await checked(
      deal('{ role: end-user, name: Inspur Group, country: CN, lists: [] }'),
      '--as-of',
      '2025-12-01',
    )
    expect(answer.screening[0]).toMatchObject({ status: 'before-the-lists', contradicts: true })
    expect(asksForLists(answer)).toBe(true)
  })

  test('owners are screened as parties are', async () => {
    const { answer } = await checked(
      deal(
        '{ role: end-user, name: Green Field Logistics, country: CN, owners: [{ name: Inspur Group, share: 60, country: CN }] }',
      ),
    )
    expect(answer.screening.map(({ at, status }) => [at, status])).toEqual([
      ['parties[0]', 'none'],
      ['parties[0].owners[0]', 'listed'],
    ])
  })

  test('the ultimate parent is screened, and holds the answer where its share is not told', async () => {
    const parentOf = (parent: string, more = ''): string =>
      deal(
        `{ role: end-user, name: Blue River Bakery GmbH, country: DE, headquarters: DE, listedOwnership: 0, sdnOwnership: 0, ultimateParent: { name: ${parent}, headquarters: RU }${more} }`,
      )
    const held = ({ findings }: Determination): boolean =>
      findings.some(({ id, party }) => id === 'conflict.ultimate-parent' && party === 0)
    const listed = await checked(parentOf('Rosneft Oil Company'))
    expect(listed.answer.screening[1]).toMatchObject({
      at: 'parties[0].ultimateParent',
      status: 'listed',
    })
    expect(held(listed.answer)).toBe(true)
    const near = await checked(parentOf('Rosnneft Oil Companys'))
    expect(near.answer.screening[1]!.status).toBe('question')
    expect(held(near.answer)).toBe(true)
    expect(held((await checked(parentOf('Blue River Holding'))).answer)).toBe(false)
    const owner = ', owners: [{ name: Rosneft Oil Company, share: 51, country: RU }]'
    const { answer } = await checked(parentOf('Rosneft Oil Company', owner))
    expect(held(answer)).toBe(false)
    expect(answer.because).toContain('ofac.sdn.owned')
  })

  test('on a law date before the lists nothing is settled', async () => {
    const { answer } = await checked(
      deal('{ role: end-user, name: Blue River Bakery GmbH, country: DE }'),
      '--as-of',
      '2025-12-01',
    )
    expect(answer.screening[0]).toMatchObject({ status: 'before-the-lists', lists: null })
  })

  test('--no-screen leaves it to the case', async () => {
    const { answer } = await checked(
      deal('{ role: end-user, name: Inspur Group, country: CN }'),
      '--no-screen',
    )
    expect(answer.screening).toEqual([])
    expect(asksForLists(answer)).toBe(true)
  })

  test('stale lists are exit 3 where freshness is demanded', async () => {
    const { code } = await licet(['check', '-', '--require-fresh'], {
      input: deal('{ role: end-user, name: A B C }'),
    })
    expect(code).toBe(3)
  })
})

describe('licet clear', () => {
  const NEAR = 'Inspurr Electronics Information Industry'
  const hitOf = async (name: string): Promise<string> => {
    const { stdout } = await licet(['screen', name, '--format', 'json'])
    return (JSON.parse(stdout) as { hits: { id: string }[] }).hits[0]!.id
  }
  const clear = (
    hit: string,
    by: string,
    name = NEAR,
    ...more: string[]
  ): ReturnType<typeof licet> =>
    licet([
      'clear',
      hit,
      '--party',
      name,
      '--reason',
      'other registration number',
      '--by',
      by,
      '--evidence',
      'register extract p. 2',
      ...more,
    ])
  const screened = async (
    name: string,
  ): Promise<{
    hits: { id: string; decision: { state: string } | null }[]
    cleared: { id: string }[]
  }> => JSON.parse((await licet(['screen', name, '--format', 'json'])).stdout)

  test('an Entity List hit takes two people, and then exactly that pair is set aside', async () => {
    const hit = await hitOf(NEAR)
    expect((await clear(hit, 'Kim')).stdout).toContain('takes two people')
    expect((await clear(hit, 'Kim')).stdout).toContain('takes two people')
    const waiting = await screened(NEAR)
    expect(waiting.hits.find(({ id }) => id === hit)!.decision!.state).toBe(
      'waits for a second person',
    )
    expect((await clear(hit, 'Lee')).stdout).toContain('cleared')
    const after = await screened(NEAR)
    expect(after.hits.map(({ id }) => id)).not.toContain(hit)
    expect(after.cleared.map(({ id }) => id)).toEqual([hit])
    const other = await screened(`${NEAR} Company`)
    expect(other.hits.map(({ id }) => id)).toContain(hit)
    const { answer } = await checked(deal(`{ role: end-user, name: ${NEAR} }`))
    expect(answer.screening[0]!.cleared).toMatchObject([{ id: hit, by: ['Kim', 'Lee'] }])
  })

  test('a decision lapses when its date has passed or the entry changes', async () => {
    const hit = await hitOf(NEAR)
    const file = join(home, 'clearances.jsonl')
    await clear(hit, 'Kim', NEAR, '--until', '2099-01-01')
    const [line] = readFileSync(file, 'utf8').split('\n')
    const changed = line!.replace(/"entryDigest":"[^"]+"/, '"entryDigest":"another"')
    writeFileSync(file, `${changed}\n`)
    const lapsed = (await screened(NEAR)).hits.find(({ id }) => id === hit)
    expect(lapsed!.decision).toMatchObject({
      state: 'lapsed',
      lapsed: 'the entry has changed since',
    })
    writeFileSync(file, `${line!.replace('2099-01-01', '2020-01-01')}\n`)
    const past = (await screened(NEAR)).hits.find(({ id }) => id === hit)
    expect(past!.decision).toMatchObject({ state: 'lapsed', lapsed: 'it held until 2020-01-01' })
  })

  test('a record that was changed stops everything', async () => {
    const hit = await hitOf(NEAR)
    await clear(hit, 'Kim')
    await clear(hit, 'Lee')
    const file = join(home, 'clearances.jsonl')
    const lines = readFileSync(file, 'utf8').split('\n')
    writeFileSync(file, `${lines[0]!.replace('Kim', 'Kin')}\n${lines[1]}\n`)
    const { code, stderr } = await licet(['screen', NEAR])
    expect(code).toBe(3)
    expect(stderr).toContain('was changed or taken out')
    appendFileSync(file, 'x\n')
  })

  test.each([
    [['EL-0000000000'], 'has no hit'],
    [[''], 'has no hit'],
  ])('%j is a mistake with a mend', async ([hit], text) => {
    const { code, stderr } = await clear(hit!, 'Kim')
    expect(code).toBe(4)
    expect(stderr).toContain(text)
  })
})
