import { describe, expect, it } from 'vitest'
import { screenParties } from '../../src/screening/screen-parties.ts'
import { loadRomanizers } from '../../src/screening/romanizers.ts'
import { screenerOf } from '../../src/screening/screen.ts'
import { file } from './lists.ts'

const screener = screenerOf(file, await loadRomanizers())
/** A day on which every list is past its limit. */
const STALE = '2029-01-01'
const WULAN = '乌兰云计算有限公司'

const parentOf = (
  lists: unknown,
  named: string,
  parent: { readonly name: string; readonly headquarters?: string; readonly lists?: unknown },
  day = STALE,
): { lists: unknown; status: string | undefined } => {
  const { case: settled, screening } = screenParties(
    {
      parties: [
        { name: 'Merlion Compute Pte. Ltd.', country: 'SG', lists: [], ultimateParent: parent },
        { name: named, country: 'CN', lists },
      ],
    },
    screener,
    day,
  )
  return {
    lists: settled.parties[0]!.ultimateParent?.lists,
    status: screening.find(({ at }) => at === 'parties[0].ultimateParent')?.status,
  }
}

const taken = (lists: readonly string[]): object => ({
  status: 'stated',
  lists: {
    value: lists,
    source: { document: 'stated of the same name at parties[1]', date: STALE },
  },
})

describe('the lists that a case states of a party', () => {
  it.each([
    ['the same name', WULAN, { name: WULAN }],
    ['the same name in other letters', 'Wulan Cloud  Computing', { name: 'WULAN CLOUD COMPUTING' }],
    ['one half of a name in two scripts', `${WULAN} (Wulan Cloud Co., Ltd.)`, { name: WULAN }],
    ['its other half', `${WULAN} (Wulan Cloud Co., Ltd.)`, { name: 'Wulan Cloud Co., Ltd.' }],
    ['a name in its country', WULAN, { name: WULAN, headquarters: 'CN' }],
  ])('are those of a parent of %s', (_, named, parent) => {
    expect(parentOf([], named, parent)).toEqual(taken([]))
    expect(parentOf({ value: ['meu-list'], source: 'register' }, named, parent)).toEqual(
      taken(['meu-list']),
    )
  })

  it.each([
    ['another name', `${WULAN} Holding`, { name: WULAN }],
    ['a branch', `${WULAN} (UK)`, { name: WULAN }],
    ['a branch in one script', 'Wulan Cloud (Shanghai Pudong) Co.', { name: 'Wulan Cloud' }],
    ['a name in another country', WULAN, { name: WULAN, headquarters: 'IR' }],
    ['a name of which the case says that it is unknown', WULAN, { name: WULAN, lists: 'unknown' }],
  ])('are not those of %s', (_, named, parent) => {
    expect(parentOf([], named, parent)).toEqual({ status: 'stale', lists: 'unknown' })
  })

  it('are not known where two parties of the name are said to be on different ones', () => {
    const { screening } = screenParties(
      {
        parties: [
          { name: WULAN, lists: [] },
          { name: WULAN, lists: ['meu-list'] },
          { name: 'Merlion Compute Pte. Ltd.', ultimateParent: { name: WULAN } },
        ],
      },
      screener,
      STALE,
    )
    expect(screening.at(-1)).toMatchObject({ status: 'stale', lists: null })
  })

  it('never hide that the parent has the name of an entry, or may be one', () => {
    const huawei = 'Huawei Technologies Co., Ltd.'
    expect(parentOf([], huawei, { name: huawei }).status).toBe('listed')
    expect(parentOf([], huawei, { name: huawei }).lists).toMatchObject({
      value: expect.arrayContaining(['entity-list']) as string[],
    })
    const near = 'Huawei Technolgies Co., Ltd.'
    expect(parentOf([], near, { name: near })).toEqual({ status: 'question', lists: 'unknown' })
  })

  it('leave a name that can not be compared a question', () => {
    const thai = 'ไทยเบฟเวอเรจ'
    expect(parentOf([], thai, { name: thai }).status).toBe('question')
  })
})
