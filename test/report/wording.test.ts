import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { OUTCOMES, REVIEW_POLICIES } from '../../src/determination.ts'
import { KINDS } from '../../src/rules/provision.ts'
import { numeral, valueText } from '../../src/wording/values.ts'
import { count, find, parseWording, say } from '../../src/wording/wording.ts'
import { engine } from '../engine.ts'

describe('say', () => {
  const wording = parseWording('en', {
    a: { 'b.c': 'take {n} of {what}' },
    x: { one: '1 box', other: '{n} boxes' },
  })

  it('fills in names', () => {
    expect(say(wording, 'a.b.c', { n: 2, what: 'them' })).toBe('take 2 of them')
  })
  it('throws on a missing key and on a missing value', () => {
    expect(() => say(wording, 'a.b')).toThrow('`en` has no `a.b`')
    expect(() => say(wording, 'a.b.c', { n: 2 })).toThrow('`a.b.c` needs `what`')
  })
  it('chooses the plural', () => {
    expect([count(wording, 'x', 1), count(wording, 'x', 0)]).toEqual(['1 box', '0 boxes'])
  })
  it('fills in text of others as it is, without reading it as a pattern', () => {
    expect(say(wording, 'a.b.c', { n: '$&', what: '{n}' })).toBe('take $& of {n}')
  })
  it('refuses two sentences with one key', () => {
    expect(() => parseWording('en', { 'a.b': 'x', a: { b: 'y' } })).toThrow('twice')
  })
})

describe('the English catalogue', () => {
  const english = engine.wording

  it('has every key that the code names', () => {
    const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(join('src', file), 'utf8'))
    const keys = sources.flatMap((source) =>
      [...source.matchAll(/(?:say|count)\(\s*wording,\s*'([^']+)'/g)].map(([, key]) => key!),
    )
    expect(keys.length).toBeGreaterThan(60)
    const absent = keys.filter((key) => !find(english, key) && !find(english, `${key}.other`))
    expect(absent).toEqual([])
  })
  it('names every outcome, review policy and kind of provision', () => {
    const keys = [
      ...OUTCOMES.flatMap((outcome) =>
        ['title', 'meaning', 'next'].map((part) => `outcomes.${outcome}.${part}`),
      ),
      ...REVIEW_POLICIES.map((policy) => `policies.${policy}`),
      ...KINDS.map((kind) => `kinds.${kind}`),
    ]
    expect(keys.filter((key) => find(english, key) === undefined)).toEqual([])
  })
})

describe('values', () => {
  it.each([
    [15830.4, '15,830.4'],
    [1234567, '1,234,567'],
    [999, '999'],
    [-4800, '-4,800'],
    [0.1 + 0.2, '0.3'],
    [20999.7, '20,999.7'],
    [5.91999, '5.91999'],
    [1e21, '1e+21'],
  ])('%d is written %s', (n, text) => {
    expect(numeral(n)).toBe(text)
  })
  it('writes every kind of value', () => {
    expect(
      [true, false, { low: 780, high: 1830 }, ['a', 'b'], [], undefined, 'CN'].map((v) =>
        valueText(engine.wording, v),
      ),
    ).toEqual(['yes', 'no', '780 to 1,830', 'a, b', 'none', 'not known', 'CN'])
  })
})
