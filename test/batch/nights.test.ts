import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { noDrift, type Drift } from '../../src/batch/list-drift.ts'
import { verdictOf, type Party, type Verdict } from '../../src/batch/parties.ts'
import { changeBetween } from '../../src/batch/touched.ts'
import { compileIndex } from '../../src/lists/compile-index.ts'
import { readNameTables } from '../../src/lists/name-tables.ts'
import type { IndexFile } from '../../src/screening/index-file.ts'
import type { ListEntry } from '../../src/screening/list-entry.ts'
import { loadRomanizers } from '../../src/screening/romanizers.ts'
import { screenerOf, type Screener } from '../../src/screening/screen.ts'
import { engine } from '../engine.ts'
import { known } from '../lists/known.ts'
import { isLong } from '../long.ts'
import { holds } from '../properties/seeded.ts'
import { entry, file as bundled } from '../screening/lists.ts'

/** One entry in eight of the bundled lists: a change is held against parties in a moment. */
const EVERY = 8
const ENTRIES = Array.from(
  { length: Math.floor((bundled.entries.starts.length - 1) / EVERY) },
  (_, i) => entry(i * EVERY),
)
const romanizers = await loadRomanizers()
const tables = readNameTables('data/names')

function listsOf(entries: readonly ListEntry[]): IndexFile {
  return compileIndex({
    lists: bundled.meta.lists.map(({ code, date }) => ({
      code,
      date,
      from: 'test',
      entries: entries.filter(({ list }) => list === code),
    })),
    faults: [],
    registry: known.registry,
    ...tables,
  })
}

const TRADES = [
  'Robotics',
  'Trading',
  'Technology',
  'Data',
  'Quantum',
  'Shipping',
  'Bank',
  'Brimwell',
]
const FORMS = ['Ltd.', 'Co., Ltd.', 'GmbH', 'S.A.', 'LLC', 'Limted']
const at = <One>(all: readonly One[], i: number): One => all[i % all.length]!
const turned = (text: string, i: number): string =>
  at(
    [
      text,
      text.replace(/(\w)(\w)/, '$2$1'),
      text.replace(' ', ''),
      text.split(' ').slice(0, 2).join(' '),
      text.split(' ').toReversed().join(' '),
      `${text.slice(0, 6)} ${text.slice(6)}`,
    ],
    i,
  )

/** Parties that share trades, that are nearly listed, that are written as one, with an address of the lists or none. */
const PARTIES: readonly Party[] = Array.from({ length: 900 }, (_, i) => {
  const listed = at(ENTRIES, i * 37)
  const made = `Br${at(['im', 'on', 'ad', 'en'], i)}${at(['well', 'dale', 'ko', 'sun', 'tar'], i * 7)}${at(['', 'i', 'o'], i)}`
  const name = at(
    [
      `${made} ${at(TRADES, i)} ${at(FORMS, i)}`,
      `${made} ${at(TRADES, i)} ${at(TRADES, i * 3)} ${at(FORMS, i)}`,
      turned(listed.name, i),
      `${made} ${listed.name.split(' ')[0]} ${at(FORMS, i)}`,
      `${made}limited`,
    ],
    i,
  )
  // Every other one of an entry that is not in these lists.
  const { addresses } = entry(((i * 11) % ENTRIES.length) * EVERY + (Math.floor(i / 4) % 2))
  return { name, country: 'KR', address: i % 4 === 0 ? (addresses[0]?.text ?? '') : '' }
})

const ADDRESSES = PARTIES.map(({ address }) => address).filter((address) => address !== '')

const verdictsBy = (screener: Screener): Verdict[] =>
  PARTIES.map((party) => verdictOf(party, screener, engine.wording))
const isNothing = ({ found, close, reached }: Verdict): boolean =>
  found === '' && close !== true && reached === 'none'

const first = screenerOf(listsOf(ENTRIES), romanizers)
const FIRST = verdictsBy(first)

const KINDS = ['alias', 'trade', 'gone', 'common', 'near', 'address'] as const
const change = fc.record({
  kind: fc.constantFrom(...KINDS),
  which: fc.nat(99_999),
  how: fc.nat(999),
})
type Change = typeof change extends fc.Arbitrary<infer One> ? One : never

/** The entries after a change: a trade that many parties have, an alias, one less, a rare word made common, an address. */
function changed(all: readonly ListEntry[], { kind, which, how }: Change, id: string): ListEntry[] {
  const place = which % all.length
  const one = all[place]!
  const party = at(PARTIES, which).name
  const [word = party] = party
    .split(' ')
    .toReversed()
    .filter((text) => text.length > 3)
  const added = (name: string, ...aliases: string[]): ListEntry[] => [
    ...all,
    { ...one, id: `${one.list}:${id}`, name, aliases },
  ]
  switch (kind) {
    case 'alias':
      return all.with(place, {
        ...one,
        aliases: [...one.aliases, `${one.name} ${at(TRADES, how)}`],
      })
    case 'trade':
      return added(`Zento${'aeiou'[how % 5]} ${at(TRADES, how)} Trading`)
    case 'gone':
      return all.toSpliced(place, 1)
    case 'common':
      return added(`${word} ${at(TRADES, how)}`, `New ${word}`, `${word} of the North`)
    case 'near':
      return added(turned(party, how))
    case 'address':
      return all.with(place, {
        ...one,
        addresses: [...one.addresses, { country: 'KR', text: at(ADDRESSES, how) }],
      })
  }
}

describe('nights after changes of the lists', () => {
  it('keep the verdicts that a full run would give', () => {
    let [kept, again] = [0, 0]
    holds(
      'nights',
      fc.property(
        fc.array(fc.array(change, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 4 }),
        (nights) => {
          let [entries, older]: [readonly ListEntry[], Screener] = [ENTRIES, first]
          let [verdicts, drift]: [Verdict[], Drift] = [
            FIRST,
            noDrift(first.file.names.entryOf.length),
          ]
          for (const [night, changes] of nights.entries()) {
            for (const [i, one] of changes.entries())
              entries = changed(entries, one, `${night}-${i}`)
            const newer = screenerOf(listsOf(entries), romanizers)
            const between = changeBetween(older.file, newer, romanizers, drift)
            const full = verdictsBy(newer)
            for (const [i, party] of PARTIES.entries()) {
              if (!isNothing(verdicts[i]!) || between.touches(party)) again += 1
              else {
                kept += 1
                // Only how near it is to a hit, of which the results say nothing, may be another.
                const { close: _, ...said } = full[i]!
                expect(said, party.name).toEqual(verdicts[i])
                full[i] = verdicts[i]!
              }
            }
            ;[verdicts, drift, older] = [full, between.drift, newer]
          }
        },
      ),
      isLong ? 4 : 3,
    )
    expect(kept).toBeGreaterThan(again)
  }, 300_000)

  it('screen again whose word has become a slip for another, since no entry has it any more', () => {
    const names = ['Huawyk Italia', 'Gloyk Trade', 'Smayk Global Limited', 'Mabyk Institute']
    const [model] = ENTRIES as [ListEntry]
    const bakeries = names.map((name, i) => ({
      ...model,
      id: `${model.list}:bakery-${i}`,
      name: `${name.split(' ')[0]} Bakery`,
      aliases: [],
    }))
    const older = screenerOf(listsOf([...ENTRIES, ...bakeries]), romanizers)
    const drift = noDrift(older.file.names.entryOf.length)
    const { touches } = changeBetween(older.file, first, romanizers, drift)
    for (const name of names) {
      const party = { name, country: 'KR', address: '' }
      const [then, now] = [older, first].map((lists) => verdictOf(party, lists, engine.wording))
      expect([isNothing(then!), now!.found === '', touches(party)]).toEqual([true, false, true])
    }
  })
})
