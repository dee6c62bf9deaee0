import { describe, expect, it } from 'vitest'
import { deal, fact } from './world.ts'

describe('destination', () => {
  it('puts Hong Kong under the rules of China, and says so', () => {
    const [item] = deal('activity: export\nto: HK')
    expect(item!.facts.values['to']).toBe('CN')
    expect(item!.facts.sources['to']?.text).toBe('HK is treated as CN')
    expect(fact('parties: [{ role: end-user, headquarters: HK }]', 'party.headquarters')).toBe('CN')
    expect(
      fact(
        'parties: [{ role: end-user, ultimateParent: { headquarters: HK } }]',
        'party.parentHeadquarters',
      ),
    ).toBe('CN')
  })

  it.each([
    ['MO', 'MO'],
    ['TW', 'TW'],
    ['GL', 'DK'],
    ['PR', 'US'],
    ['SJ', 'NO'],
  ])('puts %s under %s', (code, country) =>
    expect(fact(`activity: export\nto: ${code}`, 'to')).toBe(country),
  )

  it('is open while it may be that of a release, whose destination is a nationality', () => {
    expect(fact('to: DE', 'to')).toBeUndefined()
    expect(fact('to: DE\nparties: [{ role: recipient }]', 'to')).toBeUndefined()
    expect(fact('to: DE\nparties: [{ role: end-user }]', 'to')).toBe('DE')
    expect(deal('to: DE')[0]!.facts.paths['to']).toBe('activity')
  })

  it('knows nothing where nothing is said', () => {
    expect(fact('id: A', 'to')).toBeUndefined()
    expect(fact('to: unknown', 'to')).toBeUndefined()
    expect(fact('id: A', 'to.region')).toBeUndefined()
  })
})

describe('regions of Ukraine', () => {
  it.each(['UA-43', 'UA-40'])('takes %s for an embargoed region, whatever else is said', (code) => {
    expect(fact(`activity: export\nto: ${code}`, 'to')).toBe('UA')
    expect(fact(`activity: export\nto: ${code}`, 'to.region')).toBe(code)
    expect(fact(`activity: export\nto: ${code}\nregion: none`, 'to.region')).toBe(code)
  })

  it.each(['UA', 'UA-14', 'UA-09'])('leaves open whether %s means an embargoed part', (code) => {
    expect(fact(`activity: export\nto: ${code}`, 'to')).toBe('UA')
    expect(fact(`activity: export\nto: ${code}`, 'to.region')).toBeUndefined()
  })

  it('knows that other countries have no embargoed region', () => {
    expect(fact('activity: export\nto: DE', 'to.region')).toBe('none')
  })
})

describe('deemed export', () => {
  const to = (parties: string): unknown =>
    fact(`activity: deemed-export\nto: US\nparties: ${parties}`, 'to')

  it('goes to the country of the recipient’s nationality, not to where the recipient is', () => {
    expect(to('[{ role: recipient, country: US, nationality: CN }]')).toBe('CN')
    expect(to('[{ role: recipient, country: US, nationality: HK }]')).toBe('CN')
    expect(to('[{ role: recipient, nationality: { value: IR, source: passport } }]')).toBe('IR')
  })

  it('does not know where it goes while the nationality is not known', () => {
    expect(to('[{ role: recipient, country: US }]')).toBeUndefined()
    expect(to('[{ role: recipient, nationality: unknown }]')).toBeUndefined()
    expect(to('[{ role: end-user, nationality: GB }]')).toBeUndefined()
  })

  it('holds for a deemed reexport too, and for nothing else', () => {
    const parties = 'parties: [{ role: recipient, nationality: CN }]'
    expect(fact(`activity: deemed-reexport\nto: GB\n${parties}`, 'to')).toBe('CN')
    expect(fact(`activity: export\nto: GB\n${parties}`, 'to')).toBe('GB')
  })

  it('never goes to one recipient of several alone', () => {
    const two = to('[{ role: recipient, nationality: GB }, { role: recipient, nationality: CN }]')
    expect(two).not.toBe('GB')
  })
})

describe('days before export', () => {
  const days = (registered: string, day: string): unknown =>
    fact(`evidence: { nac: { registered: ${registered} } }`, 'evidence.nac.daysBeforeExport', {
      day,
    })

  it.each(['Atlantic/Azores', 'Pacific/Kiritimati', 'America/New_York', 'Asia/Seoul', 'UTC'])(
    'are the same in %s',
    (zone) => {
      const before = process.env['TZ']
      process.env['TZ'] = zone
      try {
        // Over both changes of the clock, in spring and autumn, and over a leap day.
        expect(days('2026-03-01', '2026-03-31')).toBe(30)
        expect(days('2026-10-20', '2026-11-20')).toBe(31)
        expect(days('2024-02-28', '2024-03-01')).toBe(2)
        expect(days('2026-10-26', '2026-11-20')).toBe(25)
        expect(days('2026-11-20', '2026-11-20')).toBe(0)
        expect(days('2026-11-21', '2026-11-20')).toBe(-1)
      } finally {
        if (before === undefined) delete process.env['TZ']
        else process.env['TZ'] = before
      }
    },
  )

  it('are not known where no day of registration is', () => {
    expect(
      fact('evidence: { nac: { cleared: yes } }', 'evidence.nac.daysBeforeExport'),
    ).toBeUndefined()
    expect(
      fact('evidence: { nac: { registered: unknown } }', 'evidence.nac.daysBeforeExport'),
    ).toBeUndefined()
  })
})

describe('letters', () => {
  const letter = (yaml: string, day = '2026-11-20'): unknown =>
    fact(`items: [{}, {}]\nletters: ${yaml}`, 'item.letter', { day })

  it('bind from the day of receipt until the day before their end', () => {
    const bounded = '[{ received: 2026-05-01, until: 2026-11-20, covers: H20 }]'
    expect(letter(bounded, '2026-04-30')).toBe(false)
    expect(letter(bounded, '2026-05-01')).toBe(true)
    expect(letter(bounded, '2026-11-19')).toBe(true)
    expect(letter(bounded, '2026-11-20')).toBe(false)
    expect(letter('[{ received: 2023-08-01, covers: A100 }]')).toBe(true)
  })

  it('bind the items that they name alone', () => {
    const second = 'items: [{}, {}]\nletters: [{ received: 2026-05-01, covers: H20, items: [1] }]'
    expect(deal(second).map(({ facts }) => facts.values['item.letter'])).toEqual([false, true])
  })

  it('are not known where the case is silent', () => {
    expect(letter('[]')).toBe(false)
    expect(fact('items: [{}]', 'item.letter')).toBeUndefined()
  })
})

describe('red flags', () => {
  const open = (yaml: string): unknown[] =>
    deal(`items: [{}, {}]\n${yaml}`).map(({ facts }) => facts.values['redFlags.open'])
  const resolvedBy = (kind: string): string =>
    `resolved: { how: called the plant, by: J. Doe, on: 2026-10-01, evidence: file 7${kind} }`
  const resolved = resolvedBy(', evidenceKind: site-visit')

  it('are open until resolved, and not known where nobody looked', () => {
    expect(open('')).toEqual([undefined, undefined])
    expect(open('redFlags: []')).toEqual([false, false])
    expect(open('redFlags: [{ flag: no. 10 }]')).toEqual([true, true])
    expect(open(`redFlags: [{ flag: no. 10, ${resolved} }]`)).toEqual([false, false])
    expect(open(`redFlags: [{ flag: no. 10, ${resolved} }, { flag: no. 2 }]`)).toEqual([true, true])
  })

  it('stay open where the evidence is a self-certificate, or may be one', () => {
    const certified = resolvedBy(', evidenceKind: self-certificate')
    expect(open(`redFlags: [{ flag: no. 10, ${certified} }]`)).toEqual([true, true])
    expect(open(`redFlags: [{ flag: no. 10, ${resolvedBy('')} }]`)).toEqual([true, true])
  })

  it('of one item leave the others alone', () => {
    expect(open('redFlags: [{ flag: no. 10, item: 1 }]')).toEqual([false, true])
  })
})

describe('products', () => {
  const tpp = (item: string): unknown => fact(`items: [${item}]`, 'circuit.tpp')

  it('take what the catalogue holds, and what the case states before it', () => {
    expect(tpp('{ product: NVIDIA H100 SXM }')).toBeGreaterThan(15_000)
    expect(tpp('{ product: NVIDIA H100 SXM, specs: { tpp: 15900 } }')).toBe(15_900)
    expect(tpp('{ product: NVIDIA H100 SXM, specs: { tpp: unknown } }')).toBeGreaterThan(15_000)
  })

  it('give the range over all that share a name', () => {
    const [item] = deal('items: [{ product: MI300 }]')
    const range = item!.facts.lists['circuits']!.members[0]!.values['circuit.tpp'] as {
      low: number
      high: number
    }
    const one = (product: string): number => tpp(`{ product: ${product} }`) as number
    const bound = (value: unknown): number =>
      typeof value === 'number' ? value : (value as { low: number }).low
    expect(range.low).toBeLessThan(range.high)
    expect(range.low).toBeLessThanOrEqual(bound(one('AMD Instinct MI300A')))
    expect(range.high).toBeGreaterThanOrEqual(bound(one('AMD Instinct MI300X')))
    expect(item!.remarks().join()).toMatch(
      /^`MI300` names .*MI300A.*MI300X.*; the answer holds for each$/,
    )
  })

  it('say what is not in the catalogue, and know nothing of it', () => {
    const [item] = deal('items: [{ product: NVIDIA H2O }]')
    expect(item!.remarks()).toEqual([
      'no accelerator `NVIDIA H2O` in the catalogue; did you mean `NVIDIA H20`?',
    ])
    expect(item!.facts.lists['circuits']!.members[0]!.values['circuit.tpp']).toBeUndefined()
  })

  it('conflict where the case and the catalogue differ by more than 2 percent', () => {
    const listed = tpp('{ product: NVIDIA H100 SXM }') as number
    const conflicts = (value: number): boolean =>
      deal(`items: [{ product: NVIDIA H100 SXM, specs: { tpp: ${value} } }]`)[0]!.conflicts.some(
        (text) => text.startsWith('tpp of'),
      )
    expect(conflicts(listed)).toBe(false)
    expect(conflicts(listed * 1.019)).toBe(false)
    expect(conflicts(listed * 0.981)).toBe(false)
    expect(conflicts(listed * 1.021)).toBe(true)
    expect(conflicts(listed * 0.979)).toBe(true)
  })

  it('conflict where a data-center product is said not to be one', () => {
    const said = (value: string): readonly string[] =>
      deal(`items: [{ product: NVIDIA H100 SXM, specs: { marketedForDataCenter: ${value} } }]`)[0]!
        .conflicts
    expect(said('yes')).toEqual([])
    expect(said('unknown')).toEqual([])
    expect(said('no')).toEqual([
      'marketedForDataCenter of NVIDIA H100 SXM: the case says no, the catalogue yes',
    ])
  })
})

describe('parties', () => {
  it('are complete only when somebody receives the item', () => {
    const complete = (yaml: string): unknown => deal(yaml)[0]!.facts.lists['parties']?.complete
    expect(complete('id: A')).toBeUndefined()
    expect(complete('parties: [{ role: exporter }]')).toBe(false)
    expect(complete('parties: [{ role: exporter }, { role: end-user }]')).toBe(true)
  })

  it('sum up what listed owners and owners from Macau or D:5 hold', () => {
    const owners = `parties: [{ role: end-user, owners: [
      { name: A, share: 30, headquarters: CN, lists: [entity-list] },
      { name: B, share: 20, country: SG, headquarters: HK, lists: [] },
      { name: C, share: 50, country: CN, headquarters: SG, lists: [] }] }]`
    expect(fact(owners, 'party.listedOwnership')).toBe(30)
    expect(fact(owners, 'party.d5Ownership')).toBe(50)
    expect(fact(owners.replace('headquarters: SG, ', ''), 'party.d5Ownership')).toEqual({
      low: 50,
      high: 100,
    })
    expect(fact('parties: [{ role: end-user }]', 'party.listedOwnership')).toBeUndefined()
    expect(
      fact('parties: [{ role: end-user, owners: [{ name: A, share: 51 }] }]', 'party.d5Ownership'),
    ).toEqual({ low: 0, high: 100 })
  })
})
