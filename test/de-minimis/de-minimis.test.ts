import { describe, expect, it } from 'vitest'
import { deMinimis } from '../../src/de-minimis/de-minimis.ts'
import { item, line } from './items.ts'

describe('the limits', () => {
  it.each([
    ['249.90', 'other', 'no', '24.99', 'which is 25 percent or less'],
    ['250.00', 'other', 'no', '25', 'which is 25 percent or less'],
    ['250.10', 'other', 'yes', '25.01', 'which is more than 25 percent'],
    ['99.90', 'E:1 or E:2', 'no', '9.99', 'which is 10 percent or less'],
    ['100.00', 'E:1 or E:2', 'no', '10', 'which is 10 percent or less'],
    ['100.10', 'E:1 or E:2', 'yes', '10.01', 'which is more than 10 percent'],
    ['100.10', 'other', 'no', '10.01', 'which is 25 percent or less'],
    ['250.000001', 'other', 'yes', '25.0000001', 'which is more than 25 percent'],
  ] as const)(
    '%s of 1000 dollars to %s: more is %s',
    (value, destination, more, percent, words) => {
      const answer = deMinimis(item([line({ value })], { destination }))
      expect(answer).toMatchObject({ overLimit: more, subject: more, words, issues: [] })
      expect(answer.share.low.percent).toBe(percent)
      expect(answer.share.high).toEqual(answer.share.low)
    },
  )

  it.each([
    ['100.00', 'no'],
    ['100.10', 'unknown'],
    ['250.00', 'unknown'],
    ['250.10', 'yes'],
  ] as const)('%s of 1000 dollars to an unknown destination: more is %s', (value, more) => {
    const answer = deMinimis(item([line({ value })], { destination: 'unknown' }))
    expect(answer).toMatchObject({ overLimit: more, limits: [10, 25] })
  })

  it('shows the fraction, the sum and the comparison', () => {
    const content = [
      line({ value: '120.00', description: 'FPGA' }),
      line({ value: '130.10', eccn: '4A994' }),
    ]
    const answer = deMinimis(item(content))
    expect(answer.share.low).toEqual({ percent: '25.01', fraction: '2501/10000' })
    expect(answer.citation).toBe('15 CFR 734.4(d)')
    expect(answer.arithmetic).toEqual([
      'Controlled U.S. content: 3A001 FPGA 120.00 + 4A994 130.10 = 250.10 U.S. dollars',
      '250.10 / 1000.00 = 25.01 percent, which is more than 25 percent',
    ])
  })

  it('compares shares that no decimal ends', () => {
    const third = deMinimis(item([line({ value: '1' })], { value: '3' }))
    expect(third.share.low).toEqual({ percent: '33.333333…', fraction: '1/3' })
    const over = deMinimis(item([line({ value: '25000000000.01' })], { value: '100000000000.03' }))
    expect(over).toMatchObject({ overLimit: 'yes', share: { low: { percent: '25.000000…' } } })
    expect(over.percent.low).toBeGreaterThan(25)
  })

  it('adds decimals exactly where binary fractions do not', () => {
    const content = [line({ value: 0.1 }), line({ value: 0.2 }), line({ value: 0.7 })]
    expect(deMinimis(item(content, { value: 4 }))).toMatchObject({ overLimit: 'no' })
    expect(deMinimis(item(content, { value: 4 })).share.low.fraction).toBe('1/4')
  })
})

describe('what counts', () => {
  it.each([
    [{ usOrigin: 'no' }, 'not of U.S. origin', '(a)(1)', 'no'],
    [{ controlledTo: 'no' }, 'NLR', '(a)(1)', 'no'],
    [{ gbsEligible: 'yes' }, 'License Exception GBS', '(a)(1)', 'no'],
    [{ incorporated: 'no' }, 'not incorporated', 'note to (a)(1)', 'yes'],
    [{ kind: 'technology', eccn: '3E001' }, 'technology used to design', 'note to (a)(1)', 'yes'],
    [{ kind: 'software', bundled: 'no', eccn: 'EAR99' }, 'not bundled', '734.4(c)(1)', 'yes'],
    [
      { kind: 'software', bundled: 'yes', antiTerrorismOnly: 'no' },
      'neither',
      '734.4(c)(1)',
      'yes',
    ],
  ] as const)('%j is left out: %s', (more, reason, citation, byItself) => {
    const answer = deMinimis(item([line({ ...more, value: '900' })]))
    expect(answer.subject).toBe('no')
    expect(answer.leftOut).toHaveLength(1)
    expect(answer.leftOut[0]!.reason).toContain(reason)
    expect(answer.leftOut[0]!.citation).toContain(citation)
    expect(answer.leftOut[0]!.assessByItself).toBe(byItself)
    expect(answer.byThemselves).toHaveLength(byItself === 'yes' ? 1 : 0)
  })

  it.each([
    { kind: 'software', bundled: 'yes', eccn: 'EAR99' },
    { kind: 'software', bundled: 'yes', eccn: '4D994', antiTerrorismOnly: 'yes' },
  ] as const)('bundled software counts where it is EAR99 or AT only: %j', (more) => {
    const answer = deMinimis(item([line({ ...more, value: '260' })]))
    expect(answer).toMatchObject({ subject: 'yes', byThemselves: [] })
    expect(answer.counted).toHaveLength(1)
  })

  it.each([
    ['software', 'software', 1],
    ['software', 'commodity', 0],
    ['software', 'technology', 0],
    ['technology', 'technology', 1],
    ['technology', 'software', 0],
    ['technology', 'commodity', 0],
    ['commodity', 'commodity', 1],
  ] as const)('foreign %s with U.S. %s counts %i', (made, kind, counted) => {
    const answer = deMinimis(item([line({ kind, eccn: '3D001' })], { kind: made }))
    expect(answer.counted).toHaveLength(counted)
    expect(answer.byThemselves).toHaveLength(1 - counted)
  })
})

describe('what is not known', () => {
  it.each([
    [{ usOrigin: 'unknown' }, 'is it of U.S. origin?'],
    [{ controlledTo: 'unknown' }, 'would it need a license to the destination?'],
    [{ gbsEligible: 'unknown' }, 'License Exception GBS?'],
    [{ incorporated: 'unknown' }, 'essential to the item'],
    [{ kind: 'software', eccn: 'EAR99' }, 'configured for it?'],
    [{ kind: 'software', bundled: 'yes' }, 'anti-terrorism reasons only?'],
  ] as const)('%j makes a range and asks: %s', (more, question) => {
    const answer = deMinimis(item([line({ value: '200' }), line({ ...more, value: '100' })]))
    expect(answer).toMatchObject({
      subject: 'unknown',
      percent: { low: 20, high: 30 },
      words: 'which may be more than 25 percent',
    })
    expect(answer.open).toHaveLength(1)
    expect(answer.open[0]!.reason).toContain(question)
    expect(answer.arithmetic[1]).toBe(
      '200.00 to 300.00 / 1000.00 = 20 to 30 percent, which may be more than 25 percent',
    )
  })

  it('an unknown that cannot reach the limit leaves the answer as it is', () => {
    const content = [line({ value: '100' }), line({ value: '100', controlledTo: 'unknown' })]
    expect(deMinimis(item(content))).toMatchObject({
      subject: 'no',
      percent: { low: 10, high: 20 },
    })
    const over = [line({ value: '300' }), line({ value: '100', controlledTo: 'unknown' })]
    expect(deMinimis(item(over))).toMatchObject({ subject: 'yes', percent: { low: 30, high: 40 } })
  })

  it('a value that is not known, or not an amount, may be anything', () => {
    const { value: _, ...withoutValue } = line()
    expect(deMinimis(item([withoutValue]))).toMatchObject({
      subject: 'unknown',
      percent: { low: 0, high: 100 },
      issues: [],
    })
    for (const value of ['-1', 'about 5', '1e3', '1,000', 0.1234567, Number.NaN]) {
      const answer = deMinimis(item([line({ value })]))
      expect(answer.subject).toBe('unknown')
      expect(answer.issues).toMatchObject([{ kind: 'not-an-amount', line: 0 }])
    }
  })

  it('keeps intervals of values', () => {
    const answer = deMinimis(item([line({ value: ['200', '260'] })], { value: ['1000', '1300'] }))
    expect(answer).toMatchObject({ subject: 'unknown', percent: { high: 26 } })
    expect(answer.share.low.fraction).toBe('2/13')
    expect(deMinimis(item([line({ value: ['9', '8'] })])).issues).toHaveLength(1)
  })

  it('an item without a known value is cleared only where nothing counts', () => {
    const { value: _, ...unpriced } = item([line()])
    expect(deMinimis(unpriced).subject).toBe('unknown')
    expect(deMinimis({ ...unpriced, content: [] }).subject).toBe('no')
    expect(deMinimis(item([line()], { value: 0 }))).toMatchObject({
      subject: 'unknown',
      issues: [{ kind: 'no-item-value' }],
    })
  })

  it.each(['no', 'unknown'] as const)(
    'a list of content that is not complete (%s) clears nothing',
    (complete) => {
      expect(deMinimis(item([line()], { contentComplete: complete }))).toMatchObject({
        subject: 'unknown',
        percent: { low: 10, high: 100 },
      })
      expect(deMinimis(item([line({ value: '251' })], { contentComplete: complete })).subject).toBe(
        'yes',
      )
    },
  )

  it('content worth more than the item is the whole of it, and an issue', () => {
    const answer = deMinimis(item([line({ value: '1500' })]))
    expect(answer).toMatchObject({ subject: 'yes', percent: { low: 100, high: 100 } })
    expect(answer.issues).toMatchObject([{ kind: 'content-over-item-value' }])
  })
})

describe('Category 5 part 2', () => {
  it.each([
    ['5A002', undefined, 'unknown'],
    ['5D992.c', undefined, 'unknown'],
    ['5A002', 'yes', 'no'],
    ['5A002', 'no', 'yes'],
    ['5A991', undefined, 'no'],
    [undefined, undefined, 'unknown'],
  ] as const)(
    'content under %s with conditions met: %s leaves the item subject: %s',
    (eccn, met, subject) => {
      const { eccn: _, ...bare } = line()
      const content = {
        ...bare,
        ...(eccn !== undefined && { eccn }),
        ...(met !== undefined && { encryptionConditionsMet: met }),
      }
      expect(deMinimis(item([content]))).toMatchObject({ overLimit: 'no', subject })
    },
  )

  it('content that does not count has no such conditions', () => {
    expect(deMinimis(item([line({ eccn: '5A992', controlledTo: 'no' })])).subject).toBe('no')
  })
})

describe('duties', () => {
  const technology = (value: string, more = {}) =>
    deMinimis(
      item([line({ kind: 'technology', eccn: '3E001', value, ...more })], { kind: 'technology' }),
    )

  it.each([
    [technology('100'), 'yes'],
    [technology('100', { controlledTo: 'unknown' }), 'unknown'],
    [technology('100', { controlledTo: 'no' }), 'no'],
    [technology('300'), 'no'],
    [deMinimis(item([], { kind: 'technology', contentComplete: 'unknown' })), 'unknown'],
    [deMinimis(item([line()])), 'no'],
  ])('the one-time report, case %#: %s', (answer, needed) => {
    expect(answer.oneTimeReport.needed).toBe(needed)
    expect(answer.oneTimeReport.citation).toContain('734.4(c)(3)')
  })

  it('the method is kept as a record', () => {
    expect(technology('100').record).toMatchObject({ needed: 'yes' })
    expect(technology('100').record.citation).toContain('762.2(b)(2)')
  })

  it('an answer says that it is no clearance', () => {
    expect(technology('100').notes[0]).toContain('734.9')
    expect(technology('100').notes[1]).toContain('Second incorporation')
  })
})
