import { describe, expect, it } from 'vitest'
import { engineOf } from '../../src/engine.ts'
import { parseWording } from '../../src/wording/wording.ts'
import { engine, pack } from '../book/built.ts'

const sentences = (lang: string) => parseWording(lang, pack.wording[lang]).sentences
const [english, korean] = [sentences('en'), sentences('ko')]
const blanks = (sentence: string): string[] =>
  [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).sort()

describe('the Korean catalogue', () => {
  it('has every sentence of the English one, and none besides but the names of countries', () => {
    expect([...english.keys()].filter((key) => !korean.has(key))).toEqual([])
    const besides = [...korean.keys()].filter(
      (key) => !english.has(key) && !key.startsWith('countries.'),
    )
    expect(besides).toEqual([])
  })

  it('fills in the same values', () => {
    const other = [...english].filter(
      ([key, sentence]) => blanks(sentence).join() !== blanks(korean.get(key) ?? '').join(),
    )
    expect(other.map(([key]) => key)).toEqual([])
  })

  it('is Korean: every sentence that has words has Hangul', () => {
    const foreign = [...korean].filter(
      ([, sentence]) =>
        /[a-z]{3}/i.test(sentence.replaceAll(/\{\w+\}|SHA-256|Licet|CFR|BIS|OFAC|TOPS/g, '')) &&
        !/[가-힣]/.test(sentence),
    )
    expect(foreign.map(([key]) => key)).toEqual([])
  })

  it('names every country', () => {
    const { wording } = engineOf(engine.pack, engine.sha256, 'ko')
    const unnamed = pack.countries.countries.filter(
      ({ code }) => !/[가-힣]/.test(wording.sentences.get(`countries.${code}`) ?? ''),
    )
    expect(unnamed).toEqual([])
    expect(wording.sentences.get('countries.KR')).toBe('대한민국')
    expect(wording.sentences.get('countries.NO')).toBe('노르웨이')
  })
})
