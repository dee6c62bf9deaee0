import { describe, expect, it } from 'vitest'
import { expand, gazetteerOf, placeOf } from '../../src/rollout/places.ts'
import { engine } from '../engine.ts'

const gazetteer = gazetteerOf(engine)
const inside = (words: readonly string[], day = '2026-11-20'): string[] => [
  ...expand(words, gazetteer, day).included.keys(),
]

describe('the words for places', () => {
  it('name every country of ISO 3166-1, Kosovo and the four regions of Ukraine as all', () => {
    const all = inside(['all'])
    expect(all).toHaveLength(254)
    expect(all.filter((code) => !/^[A-Z]{2}$/.test(code))).toEqual(['UA-43', 'UA-40', 'DNR', 'LNR'])
  })

  it('name groups of the EAR with the places that are treated as their members', () => {
    expect(inside(['D:5'])).toEqual(expect.arrayContaining(['CN', 'HK', 'RU', 'IR', 'BY']))
    expect(inside(['D:5'])).not.toContain('MO')
    expect(inside(['A:5'])).toEqual(expect.arrayContaining(['KR', 'JP', 'GB', 'GI']))
  })

  it('name the twenty-seven members of the European Union, and no territory overseas', () => {
    expect(inside(['EU'])).toHaveLength(27)
    expect(inside(['EU'])).not.toContain('GP')
    expect(inside(['EU'])).not.toContain('GB')
  })

  it('follow the day: the United Arab Emirates are in A:5 from 2026-07-10', () => {
    expect(inside(['A:5'], '2026-07-09')).not.toContain('AE')
    expect(inside(['A:5'], '2026-07-10')).toContain('AE')
  })

  it('are read from left to right', () => {
    expect(inside(['EU', '!DE', 'KR'])).toHaveLength(27)
    expect(inside(['!CN'])).toHaveLength(253)
    expect(inside(['!D:5', 'BY'])).toContain('BY')
    expect(inside(['!D:5'])).not.toContain('HK')
    expect(inside(['CN', '!CN'])).toEqual([])
  })

  it('say which word brought a place in', () => {
    const { included } = expand(['KR', 'EU', 'DE'], gazetteer, '2026-11-20')
    expect(included.get('KR')).toBe(0)
    expect(included.get('DE')).toBe(1)
  })

  it.each([
    ['EUU', 'did you mean `EU`?'],
    ['D:55', 'did you mean `D:5`?'],
    ['!UK', 'did you mean `GB`?'],
    ['crimea', 'did you mean `UA-43`?'],
    ['eu', 'did you mean `EU`?'],
    ['ALL', 'did you mean `all`?'],
    ['Q9', 'two capital letters'],
  ])('refuse %s', (word, mend) => {
    expect(gazetteer.fault(word)).toContain(mend)
  })
})

describe('Ukraine', () => {
  const of = (code: string, words: readonly string[]) =>
    placeOf(code, engine, expand(words, gazetteer, '2026-11-20').mentioned)

  it('is the country without its embargoed regions only where they are told apart', () => {
    expect(of('UA', ['UA']).region).toBeUndefined()
    expect(of('UA', ['UA', 'UA-43', 'UA-40']).region).toBeUndefined()
    expect(of('UA', ['UA', '!UA-43', '!UA-40', '!DNR', '!LNR']).region).toBe('none')
    expect(of('UA', ['all', '!UA-43']).region).toBe('none')
  })

  it('has Crimea whole, and of Donetsk and Luhansk the parts that are named', () => {
    expect(of('UA-43', ['all'])).toEqual({ code: 'UA-43', to: 'UA-43', region: 'UA-43' })
    expect(of('DNR', ['all'])).toEqual({ code: 'DNR', to: 'UA-14', region: 'DNR' })
    expect(of('UA-14', ['UA-14'])).toEqual({ code: 'UA-14', to: 'UA-14', region: undefined })
  })
})
