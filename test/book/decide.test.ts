import { beforeEach, describe, expect, it } from 'vitest'
import { fileEntries } from '../../src/book/append.ts'
import { authorizationSchema, type Authorization } from '../../src/book/authorization.ts'
import { bodyOf, entriesIn } from '../../src/book/book.ts'
import { decide, type ToDecide } from '../../src/book/decide.ts'
import { dueBy } from '../../src/book/due.ts'
import { correct, drafted, redact } from '../../src/book/events.ts'
import type { PartyHit, PartyScreening } from '../../src/determination.ts'
import { policyOf } from '../../src/book/policy.ts'
import { recordIn } from '../../src/book/records.ts'
import { registered, registerId } from '../../src/book/register.ts'
import { standings } from '../../src/book/standings.ts'
import { verifyBook } from '../../src/book/verify.ts'
import { engine } from './built.ts'
import { ADA, copyOf, type TestBook } from './books.ts'
import { bookOfDeals, fileCases, H200, NAC, SINGAPORE } from './filed.ts'

const BOB = { ...ADA, name: 'Bob Lee', role: 'director', account: 'bob' }
const NAC_DEAL = 'D-2026-0207'
const H200_DEAL = 'D-2026-0515'
const LICENSE: Authorization = authorizationSchema.parse({
  type: 'license',
  number: 'D1350001',
  expires: '2027-10-01',
  destinations: ['CN'],
  items: [{ covers: 'NVIDIA H200 SXM', quantity: 1000, value: 40_000_000 }],
  conditions: [{ text: 'Report each delivery', due: '2027-01-31' }],
})

let made: TestBook
const template = bookOfDeals()
beforeEach(() => {
  made = { ...template, book: copyOf(template) }
})

const authorize = (authorization: Authorization): void => {
  const { book, filing } = made
  const body = { nonce: '', authorization, document: null }
  const draft = drafted(book, 'authorization', registerId(authorization.number), ADA, body)
  fileEntries(book, () => [draft], filing)
}

const decided = (record: string, over: Partial<ToDecide> = {}, by = ADA) =>
  decide(
    made.book,
    {
      record,
      decision: 'release',
      reason: 'because',
      authorization: undefined,
      evidence: [],
      ...over,
    },
    by,
    engine.pack,
    made.filing,
  )

const standing = (record: string) => recordIn(made.book, record).standing

const adjudicate = (record: string, list: string, verdict: string): void => {
  const body = {
    nonce: '',
    party: 'A',
    list,
    hit: 'B',
    verdict,
    reason: 'address',
    evidence: [],
    reference: null,
    until: null,
  }
  const draft = drafted(made.book, 'adjudication', `${record}/1`, ADA, body)
  fileEntries(made.book, () => [draft], made.filing)
}

describe('a release', () => {
  it('of a deal that is permitted on conditions needs one person', () => {
    expect(decided(NAC_DEAL).body).toMatchObject({ standing: 'complete', secondPersonFor: [] })
    expect(standing(NAC_DEAL)).toBe('released')
    expect(() => decided(NAC_DEAL)).toThrow('is released already')
  })

  it('under a license needs a second, different person, whatever the spelling of the name', () => {
    authorize(LICENSE)
    const under = { authorization: 'D1350001' }
    expect(decided(H200_DEAL, under).body).toMatchObject({
      standing: 'first',
      secondPersonFor: [{ outcome: 'license-required' }],
    })
    expect(standing(H200_DEAL)).toBe('awaiting-second-person')
    expect(() => decided(H200_DEAL, under, { ...BOB, name: 'ADA  kim' })).toThrow(
      'different person',
    )
    expect(() => decided(H200_DEAL, {}, BOB)).toThrow('needs a license')
    const second = decided(H200_DEAL, under, BOB)
    expect(second.body).toMatchObject({ standing: 'complete', completes: 5 })
    expect(standing(H200_DEAL)).toBe('released')
  })

  it.each(['exception-notice', 'end-user-statement', 'supplier-certificate'] as const)(
    'of a deal that needs a license does not rest on a paper of the type %s',
    (type) => {
      authorize({ ...LICENSE, type })
      expect(() => decided(H200_DEAL, { authorization: 'D1350001' })).toThrow(
        `D1350001 is of the type ${type}, and D-2026-0515 needs a license`,
      )
    },
  )

  it('of the first person by someone who stands in for him is no second person', () => {
    authorize(LICENSE)
    const under = { authorization: 'D1350001' }
    decided(H200_DEAL, under)
    expect(() => decided(H200_DEAL, { ...under, onBehalfOf: 'ada kim' }, BOB)).toThrow(
      'ada kim has released D-2026-0515/1 already',
    )
    const delegated = { ...under, onBehalfOf: 'Cho', authority: 'delegation of 2026-01-05' }
    expect(decided(H200_DEAL, delegated, BOB).body).toMatchObject({
      standing: 'complete',
      onBehalfOf: 'Cho',
      authority: 'delegation of 2026-01-05',
    })
  })

  it('begins anew when somebody put the deal on hold in between', () => {
    authorize(LICENSE)
    const under = { authorization: 'D1350001' }
    decided(H200_DEAL, under)
    decided(H200_DEAL, { decision: 'hold' }, BOB)
    expect(standing(H200_DEAL)).toBe('held')
    expect(decided(H200_DEAL, under, BOB).body.standing).toBe('first')
    decided(H200_DEAL, { decision: 'escalate' }, ADA)
    expect(standing(H200_DEAL)).toBe('escalated')
  })

  it.each([
    ['entity-list-footnote-4', 'first'],
    ['sdn', 'first'],
    ['unverified-list', 'complete'],
  ])('after a cleared hit on %s is %s', (list, expected) => {
    adjudicate(NAC_DEAL, list, 'cleared')
    expect(decided(NAC_DEAL).body.standing).toBe(expected)
  })

  it.each([
    ['entity-list-footnote-4', 'first'],
    ['unverified-list', 'complete'],
  ])('after a hit on %s was set aside when the deal was screened is %s', (list, expected) => {
    const set = (name: string): PartyHit => ({
      id: 'EL-1',
      list: 'EL',
      listTitle: 'Entity List',
      listDate: '2026-07-31',
      name,
      lists: [list],
      matched: name,
      kind: 'name',
      score: 97,
      band: 'strong',
      country: 'supports',
      words: [],
      citation: '15 CFR 744.11',
      requirement: 'all items',
      reviewPolicy: null,
      exceptions: null,
      footnotes: [],
      notice: null,
      digest: '',
    })
    const party: PartyScreening = {
      at: 'parties[0]',
      name: 'Beijing Example',
      status: 'none',
      lists: [],
      source: { document: 'screening', date: '2026-07-31' },
      contradicts: false,
      threshold: 70,
      notComparable: [],
      hits: [],
      nearMisses: [],
      cleared: [{ ...set('Beijing Exemple'), by: ['A', 'B'], reason: 'address', until: null }],
    }
    fileCases(made, [NAC.replace('D-2026-0207', 'D-9')], { screening: [party] })
    expect(decided('D-9').body.standing).toBe(expected)
  })

  it('is refused where a hit was confirmed, until that is taken back', () => {
    adjudicate(NAC_DEAL, 'sdn', 'confirmed')
    expect(() => decided(NAC_DEAL)).toThrow('was confirmed to be B of the list sdn')
    const { seq } = entriesIn(made.book).at(-1)!
    correct(made.book, { entry: seq, reason: 'another firm', voids: true }, ADA, made.filing)
    expect(decided(NAC_DEAL).body.standing).toBe('complete')
  })

  it('of what lacks facts, or is superseded, or without a license is refused', () => {
    expect(() => decided('D-2026-0114')).toThrow('needs a license')
    fileCases(made, [NAC.replace('activity: export\n', '')])
    expect(recordIn(made.book, NAC_DEAL).id).toBe(`${NAC_DEAL}/2`)
    expect(() => decided(NAC_DEAL)).toThrow('needs-facts, which nobody can release')
    expect(() => decided(`${NAC_DEAL}/1`)).toThrow(`is superseded by ${NAC_DEAL}/2`)
    expect(standings(made.book, entriesIn(made.book)).get(`${NAC_DEAL}/1`)).toBe('superseded')
  })

  it('that was a mistake can be voided, and stays in the book', () => {
    const { entry } = decided(NAC_DEAL)
    correct(made.book, { entry: entry.seq, reason: 'wrong deal', voids: true }, BOB, made.filing)
    expect(standing(NAC_DEAL)).toBe('undecided')
    expect(recordIn(made.book, NAC_DEAL).decisions).toMatchObject([{ voidedBy: entry.seq + 1 }])
    expect(() =>
      correct(made.book, { entry: 1, reason: 'x', voids: true }, BOB, made.filing),
    ).toThrow('which no correction can void')
  })
})

describe('the policy of the book', () => {
  const lax = { secondPerson: { outcomes: [], clearedLists: [] }, neverReleased: ['prohibited'] }
  const propose = (by: typeof ADA): void => {
    const draft = drafted(made.book, 'policy', null, by, { policy: lax, reason: null })
    fileEntries(made.book, () => [draft], made.filing)
  }
  const standsFor = () => policyOf(made.book, entriesIn(made.book)).secondPerson.outcomes

  it('is not changed by one person, however often, but by two', () => {
    propose(ADA)
    propose({ ...ADA, name: 'ADA KIM' })
    expect(standsFor()).toEqual(['needs-review', 'license-required'])
    propose(BOB)
    expect(standsFor()).toEqual([])
  })
})

describe('an authorization', () => {
  const release = (): void => {
    decided(H200_DEAL, { authorization: 'D1350001' })
    decided(H200_DEAL, { authorization: 'D1350001' }, BOB)
  }
  const left = () => registered(made.book, entriesIn(made.book)).get('D1350001')!.left

  it('is drawn on by a release that stands, and by no other', () => {
    authorize(LICENSE)
    decided(H200_DEAL, { authorization: 'D1350001' })
    expect(left()).toEqual([{ quantity: 1000, value: 40_000_000 }])
    decided(H200_DEAL, { authorization: 'D1350001' }, BOB)
    expect(left()).toEqual([{ quantity: 200, value: 15_200_000 }])
    const last = entriesIn(made.book).at(-1)!
    expect(bodyOf(made.book, last)).toMatchObject({
      drawn: { lines: [{ quantity: 800, quantityLeft: 200, valueLeft: 15_200_000 }] },
    })
    correct(made.book, { entry: last.seq, reason: 'not sent', voids: true }, ADA, made.filing)
    expect(left()).toEqual([{ quantity: 1000, value: 40_000_000 }])
  })

  it('is refused when it is exhausted', () => {
    authorize(LICENSE)
    release()
    fileCases(made, [H200.replace('D-2026-0515', 'D-2026-0516')])
    expect(() => decided('D-2026-0516', { authorization: 'D1350001' })).toThrow(
      'has 200 units left for item 1, which needs 800',
    )
  })

  it.each([
    [{ expires: '2026-11-19' }, 'expired on 2026-11-19'],
    [{ destinations: ['KR'] }, 'does not cover the destination CN'],
    [{ consignees: ['Somebody'] }, 'does not name the end-user'],
    [{ items: [{ covers: 'NVIDIA H100 SXM' }] }, 'does not cover item 1, NVIDIA H200 SXM'],
    [{ items: [{ covers: '4A090', value: 5 }] }, 'has 5 U.S. dollars left for item 1'],
    [
      { registered: '2026-11-01', provision: 'ear.740.8.nac' },
      'may be used from 2026-11-26 on, and the law date is 2026-11-20',
    ],
  ])('%o is refused: %s', (over, message) => {
    authorize({ ...LICENSE, ...over })
    expect(() => decided(H200_DEAL, { authorization: 'D1350001' })).toThrow(message)
  })

  it('that nobody filed is refused with those that are there', () => {
    authorize(LICENSE)
    expect(() => decided(H200_DEAL, { authorization: 'D1' })).toThrow('has no authorization D1')
  })

  it('is due with its conditions until evidence of them is filed', () => {
    authorize(LICENSE)
    const due = () =>
      dueBy(made.book, engine.pack, '2026-11-20', '2027-12-31')
        .filter(({ of }) => of === 'D1350001')
        .map(({ day, kind }) => `${day} ${kind}`)
    expect(due()).toEqual(['2027-01-31 condition', '2027-10-01 expires'])
    const body = { nonce: '', note: 'report', file: null, supports: [], condition: 1 }
    const draft = drafted(made.book, 'evidence', registerId('D1350001'), ADA, body)
    fileEntries(made.book, () => [draft], made.filing)
    expect(due()).toEqual(['2027-10-01 expires'])
  })
})

describe('a redaction', () => {
  it('takes the facts away and leaves the entry, its hash and who did it', () => {
    const before = entriesIn(made.book)[1]!
    const { digests } = redact(
      made.book,
      { entry: 1, reason: 'court order', authority: 'order 7' },
      BOB,
      made.filing,
    )
    expect(digests).toHaveLength(2)
    expect(entriesIn(made.book)[1]).toEqual(before)
    expect(bodyOf(made.book, before)).toBeUndefined()
    expect(recordIn(made.book, NAC_DEAL).redactions).toMatchObject([
      { entry: { by: BOB }, body: { reason: 'court order', authority: 'order 7' } },
    ])
    expect(verifyBook(made.book)).toMatchObject({ problems: [], signed: 5 })
    const again = () =>
      redact(made.book, { entry: 1, reason: 'x', authority: 'y' }, BOB, made.filing)
    expect(again).toThrow('redacted already')
    expect(SINGAPORE).toContain('D-2026-0114')
  })

  it('never takes away what opens the book', () => {
    const opening = () =>
      redact(made.book, { entry: 0, reason: 'x', authority: 'y' }, BOB, made.filing)
    expect(opening).toThrow("can't be redacted")
  })
})
