import { spawnSync } from 'node:child_process'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bodyOf, entriesIn } from '../../src/book/book.ts'
import type { DeterminationBody } from '../../src/book/bodies.ts'
import { canonical, sha256 as digestOf } from '../../src/book/digest.ts'
import { redact } from '../../src/book/events.ts'
import { engineOf, type Engine } from '../../src/engine.ts'
import { impactOfDays, impactOfNow } from '../../src/replay/impact.ts'
import { changesBetween, changesOfPack } from '../../src/replay/law-changes.ts'
import type { Profile } from '../../src/facts/assumptions.ts'
import { pastLists } from '../../src/replay/lists.ts'
import { filedIn, replay } from '../../src/replay/replay.ts'
import { bundle } from '../../src/rules/build.ts'
import { readPack } from '../../src/rules/read.ts'
import { engine, pack } from './built.ts'
import { ADA, newBook, newFolder } from './books.ts'
import { bookOfDeals, fileCases, H200, NAC, SINGAPORE } from './filed.ts'
import { atHand, entityList, ENTITY_LIST, searchable } from './small-lists.ts'

/** The law as it would be with 30 days for the notice of License Exception NAC. */
function thirtyDays(): Engine {
  const folder = join(newFolder(), 'rules')
  cpSync('rules', folder, { recursive: true })
  const file = join(folder, 'ear/part-740/740.8-nac.yaml')
  const [past, now] = readFileSync(file, 'utf8').split('  - effective: { from: 2024-04-04 }')
  const amended = now!.replaceAll('25', '30')
  writeFileSync(file, `${past}  - effective: { from: 2024-04-04 }${amended}`)
  const read = readPack(folder)
  if (!read.ok) throw new Error(JSON.stringify(read.issues))
  const { text, sha256 } = bundle(read.value.pack)
  return engineOf(JSON.parse(text), sha256)
}

const THEN = searchable(entityList(ENTITY_LIST, '2026-11-01'))

/** For cases whose parties were not screened: no list is searched again. */
const UNSCREENED = (): undefined => undefined

const registered = (id: string, day: string): string =>
  NAC.replace('D-2026-0207', id).replace('registered: 2026-10-20', `registered: ${day}`)

describe('replay', () => {
  it('with the law of then gives the same bytes, corrections and all', () => {
    const made = bookOfDeals()
    fileCases(made, [NAC.replace('quantity: 400', 'quantity: 40')], { reason: 'typo' })
    const all = [...replay(made.book, { of: 'then' }, UNSCREENED)]
    expect(all.map(({ record }) => record)).toEqual([
      'D-2026-0207/1',
      'D-2026-0515/1',
      'D-2026-0114/1',
      'D-2026-0207/2',
    ])
    for (const { sha256, again, differences } of all) {
      expect(again).toBe(sha256)
      expect(differences).toEqual([])
    }
  })

  it('reads the assumption profiles that were filed', () => {
    const made = newBook()
    const profile: Profile = {
      id: 'onboarding',
      company: 'Example',
      signedBy: 'Ada Kim',
      signedOn: '2026-01-01',
      assume: [
        {
          fact: 'endUse.supercomputer',
          value: false,
          basis: 'questionnaire',
          expires: '2027-01-01',
        },
      ],
    }
    const silent = NAC.replace('  supercomputer: no\n', '')
    fileCases(made, [silent], { profiles: [{ profile, sha256: digestOf(canonical(profile)) }] })
    const [filed] = [...filedIn(made.book)]
    expect(filed!.body.determination.assumed).toHaveLength(1)
    const [only] = [...replay(made.book, { of: 'then' }, UNSCREENED)]
    expect(only!.again).toBe(only!.sha256)
    made.book.objects.remove(digestOf(canonical(profile)))
    expect([...replay(made.book, { of: 'then' }, UNSCREENED)][0]!.why[0]).toContain(
      'onboarding is gone',
    )
  })

  it('reads the pack that was filed, not the one of now', () => {
    const made = newBook()
    fileCases(made, [NAC], { engine: thirtyDays() })
    const [only] = [...replay(made.book, { of: 'then' }, UNSCREENED)]
    expect(only!.again).toBe(only!.sha256)
    const [now] = [...replay(made.book, { of: 'pack', engine }, UNSCREENED)]
    expect(now!.again).not.toBe(now!.sha256)
    expect(now!.why.join('\n')).toContain('ear.740.8.nac changed, text')
  })

  it('names what differs on the law date of today, and why', () => {
    const made = newBook()
    fileCases(made, [NAC])
    const [one] = [
      ...replay(made.book, { of: 'today', engine, now: THEN, today: '2026-11-05' }, UNSCREENED),
    ]
    expect(one!.outcome).toEqual({ filed: 'permitted-with-conditions', again: 'license-required' })
    expect(one!.differences[0]).toMatchObject({ reach: 'answer', what: 'outcome' })
    expect(one!.why[0]).toBe('the law date is 2026-11-05, was 2026-11-20')
  })

  it('tells of a pack that is gone, and passes over what was redacted', () => {
    const made = bookOfDeals()
    redact(made.book, { entry: 1, reason: 'r', authority: 'a' }, ADA, made.filing)
    expect([...replay(made.book, { of: 'then' }, UNSCREENED)]).toHaveLength(2)
    made.book.objects.remove(engine.sha256)
    const [gone] = [...replay(made.book, { of: 'then' }, UNSCREENED)]
    expect(gone).toMatchObject({ again: null })
    expect(gone!.why[0]).toContain('is gone or was changed')
  })

  it('gives the same bytes in another time zone and language', () => {
    const made = bookOfDeals()
    const run = spawnSync(
      process.execPath,
      ['dist/bin/licet.js', 'book', 'replay', '--book', made.book.paths.folder],
      { encoding: 'utf8', env: { TZ: 'Asia/Seoul', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' } },
    )
    expect(run.stdout).toBe('3 the same, byte for byte; 0 not\n')
    expect(run.status).toBe(0)
  })

  it('finds a filed answer that was changed together with its hash', () => {
    const made = bookOfDeals()
    const [, entry] = entriesIn(made.book)
    const body = bodyOf(made.book, entry!) as DeterminationBody
    const forged = { ...body, determination: { ...body.determination, outcome: 'not-subject' } }
    writeFileSync(made.book.objects.fileOf(entry!.body!), canonical(forged))
    const [first] = [...replay(made.book, { of: 'then' }, UNSCREENED)]
    expect(first!.outcome).toEqual({ filed: 'not-subject', again: 'permitted-with-conditions' })
    expect(first!.why[0]).toContain('was changed')
  })
})

describe('a change of law', () => {
  const amended = thirtyDays()

  it('of one provision is the only change of the pack', () => {
    expect(changesOfPack(pack, amended.pack)).toMatchObject([
      { kind: 'provision', id: 'ear.740.8.nac', change: 'changed', how: ['text'] },
    ])
  })

  it('touches exactly the decisions that rest on it', () => {
    const made = newBook()
    const deals = [
      registered('D-1', '2026-10-24'),
      registered('D-2', '2026-10-20'),
      H200,
      SINGAPORE,
      NAC.replace('D-2026-0207', 'D-3').replace('to: CN', 'to: DE'),
    ]
    fileCases(made, deals, { searchable: THEN })
    const past = pastLists(made.book, atHand(THEN.screener.file))
    const impact = impactOfNow(made.book, amended, THEN, '2026-11-26', past)
    expect(impact.judged).toBe(5)
    expect(
      impact.touched.map(({ record, reach, outcome }) => [record, reach, outcome.after]),
    ).toEqual([
      ['D-1/1', 'answer', 'license-required'],
      ['D-2/1', 'conditions', 'permitted-with-conditions'],
    ])
    expect(impact.refused).toEqual([])
  })

  it('between two days names provisions and tables, and the decisions on which they bear', () => {
    const ids = changesBetween(pack, '2026-11-05', '2026-11-20').map(({ id }) => id)
    expect(ids).toContain('ear.744.11.affiliates')
    expect(changesBetween(pack, '2026-11-15', '2026-11-16')).toEqual([])
    const made = newBook()
    fileCases(made, [registered('D-1', '2026-10-24'), SINGAPORE])
    const impact = impactOfDays(
      made.book,
      engine,
      { day: '2026-11-10', lists: undefined },
      { day: '2026-11-20', lists: undefined },
      undefined,
    )
    expect(impact.touched.map(({ record }) => record)).toEqual(['D-1/1'])
  })
})
