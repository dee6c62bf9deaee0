import { describe, expect, test } from 'vitest'
import { layOut } from '../../src/report/lines.ts'
import { answerLines } from '../../src/report/screened.ts'
import { answer } from '../../src/screening/answer.ts'
import { screener } from './lists.ts'

const of = (
  name: string,
  more: object = {},
  threshold: Parameters<typeof answer>[2] = 'review',
): ReturnType<typeof answer> => answer(screener, { name, ...more }, threshold)

describe('the order of hits', () => {
  test('is graded inside the top band', () => {
    const scores = of('Huawei Technologies').hits.map(({ why }) => why!.sum)
    expect(scores.length).toBeGreaterThan(3)
    expect(new Set(scores).size).toBeGreaterThan(2)
  })

  test('a country that supports comes before one that contradicts, and takes no hit away', () => {
    const inChile = of('Huawei Cloud', { country: 'CL' })
    const without = of('Huawei Cloud')
    expect(inChile.hits[0]!.support.country).toBe('supports')
    expect(inChile.hits.map(({ id }) => id).sort()).toEqual(without.hits.map(({ id }) => id).sort())
  })

  test('name evidence is the same whatever the country says', () => {
    const score = (country: string): number | null => of('Inspur Group', { country }).hits[0]!.score
    expect(score('CN')).toBe(score('BR'))
  })

  test('Hong Kong supports what is listed in China', () => {
    expect(of('Inspur Group', { country: 'HK' }).hits[0]!.support.country).toBe('supports')
  })
})

describe('the threshold', () => {
  test('is named in every answer', () => {
    expect(of('Apple').threshold).toEqual({ from: 'review', score: 60 })
    expect(of('Apple', {}, 75).threshold).toEqual({ from: '75', score: 75 })
  })
  test('exact keeps what is the same name alone', () => {
    expect(of('Huawei Technologies', {}, 'exact').hits.every(({ band }) => band === 'exact')).toBe(
      true,
    )
    expect(of('Huawei Tecnologies', {}, 'exact').hits).toEqual([])
  })
  test('a lower one never loses a hit', () => {
    const high = of('Inspur Electronic', {}, 80).hits.map(({ id }) => id)
    const low = of('Inspur Electronic', {}, 40).hits.map(({ id }) => id)
    for (const id of high) expect(low).toContain(id)
  })
})

test('a duplicate of a list is shown once, with the ids of the others', () => {
  const twice = of('Jalal Rohollahnejad').hits.filter(({ list }) => list === 'EL')
  expect(twice.length).toBeGreaterThan(0)
  const keys = twice.map(({ name, entry }) => `${name} ${entry.countries.join()}`)
  expect(new Set(keys).size).toBe(keys.length)
})

describe('hostile names', () => {
  const HOSTILE = [
    'a'.repeat(10_000),
    'huawei '.repeat(10_000),
    'ab'.repeat(30).concat(' ').repeat(60),
    '\u202eieewauH\u202c Technologies',
    'H\u200bu\u200ba\u200bwei Technologies',
    '🐼'.repeat(500),
    "=cmd|'/C calc'!A0",
    '<script>alert(1)</script>',
    '\ud800 Huawei \udfff',
    '\u0000\u0007Huawei',
    'a\u0301'.repeat(3_000),
    '中'.repeat(5_000),
    'с'.repeat(5_000),
    '-- "quoted" \\ back',
    '__proto__ constructor',
    '1'.repeat(4_000),
  ]

  test.each(HOSTILE.map((name) => [name.slice(0, 24), name]))(
    '%j neither stops, nor is slow, nor escapes',
    (_, name) => {
      of(name)
      const times = [0, 1, 2].map(() => {
        const started = process.cpuUsage()
        of(name)
        const { user, system } = process.cpuUsage(started)
        return (user + system) / 1000
      })
      expect(Math.min(...times)).toBeLessThan(50)
      const shown = layOut(answerLines(of(name), true, false), {})
      // eslint-disable-next-line no-control-regex
      expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202a-\u202e\u200b\p{Cs}]/u)
    },
  )

  test('a name longer than any listed one says that it was not compared in full', () => {
    expect(of('blue river '.repeat(100)).status).toBe('not-comparable')
  })

  test('what nobody sees changes nothing', () => {
    expect(of('H\u200bu\u200ba\u200bwei Technologies').hits.map(({ id }) => id)).toEqual(
      of('Huawei Technologies').hits.map(({ id }) => id),
    )
  })
})
