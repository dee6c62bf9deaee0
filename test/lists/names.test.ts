import { expect, test } from 'vitest'
import { namesOf } from '../../src/lists/names.ts'
import type { ListEntry } from '../../src/screening/list-entry.ts'

const parts = (name: string): string[] =>
  namesOf({
    name,
    aliases: [],
    programs: [],
    addresses: [],
    countries: [],
    footnotes: [],
    id: '',
    list: 'EL',
  } satisfies ListEntry)
    .filter(({ kind }) => kind === 'part')
    .map(({ text }) => text)

test.each([
  [
    'National University of Defense Technology (NUDT)',
    ['NUDT', 'National University of Defense Technology'],
  ],
  [
    'Huawei Technologies Co., Ltd. (Huawei). Affiliated Entity: Hangzhou Huawei Enterprises',
    ['Huawei Technologies Co., Ltd. (Huawei).', 'Hangzhou Huawei Enterprises'],
  ],
  ['FUYI SUN A/K/A FRANK SUN', ['FUYI SUN', 'FRANK SUN']],
  ['PMC Wagner; and any successor, sub-unit, or subsidiary thereof', ['PMC Wagner']],
  ['Huawei Technologies (UK) Co., Ltd.', []],
  ['Tactical Missile Corporation, Joint Stock Company “Plant Dagdiesel”', ['Plant Dagdiesel']],
  ['Dahua', []],
])('%s', (name, expected) => {
  for (const part of expected) expect(parts(name)).toContain(part)
  expect(parts(name)).toHaveLength(expected.length)
})

test('an entry that is an address alone has no name to be found by', () => {
  expect(
    namesOf({
      id: '',
      list: 'EL',
      name: 'Address 16',
      aliases: [],
      programs: [],
      addresses: [],
      countries: [],
      footnotes: [],
    }),
  ).toEqual([])
})
