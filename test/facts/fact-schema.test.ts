import { describe, expect, it } from 'vitest'
import type { FactDefinition } from '../../src/facts/dictionary.ts'
import { countryFault, dateFault, factSchema, faultOf, show } from '../../src/facts/fact-schema.ts'
import { countries, dictionary } from './world.ts'

const define = (
  type: FactDefinition['type'],
  more: Partial<FactDefinition> = {},
): FactDefinition => ({
  name: 'a.fact',
  at: 'fact',
  type,
  assumable: false,
  knownBy: 'exporter',
  ...more,
})

const FACTS = {
  boolean: define('boolean'),
  number: define('number', { unit: 'percent', min: 0, max: 100 }),
  unbounded: define('number'),
  text: define('text'),
  eccn: dictionary.get('item.eccn')!,
  date: define('date'),
  country: define('country'),
  'one-of': define('one-of', { values: ['export', 'reexport'] }),
  set: define('set', { values: ['sdn', 'entity-list'] }),
} as const

const GOOD: [keyof typeof FACTS, unknown[]][] = [
  ['boolean', [true, false, 'yes', 'no']],
  ['number', [0, 100, 49.99, [0, 100], [50, 50]]],
  ['unbounded', [-1, 1e26, [-2, 3]]],
  ['text', ['EAR99', '4A090.a']],
  ['eccn', ['EAR99', '4A090.a', '3A090', '4E001', '3A001.z.1.a', '5A992.z.1', '9A515.a.1']],
  ['date', ['2024-02-29', '2026-12-31']],
  ['country', ['CN', 'NO', 'UA-43']],
  ['one-of', ['export']],
  ['set', [[], ['sdn'], ['sdn', 'entity-list']]],
]

const BAD: [keyof typeof FACTS, unknown, string][] = [
  ['boolean', 'maybe', 'expected yes, no or unknown, found `maybe`'],
  ['boolean', 'Yes', 'expected yes, no or unknown, found `Yes`; did you mean `yes`?'],
  ['boolean', 'n', 'expected yes, no or unknown, found `n`; did you mean `no`?'],
  ['boolean', 1, 'expected yes, no or unknown, found `1`; did you mean `yes`?'],
  ['boolean', null, 'expected yes, no or unknown, found nothing'],
  ['number', -0.01, '-0.01 is below 0 percent, the least that is possible'],
  ['number', 100.01, '100.01 is above 100 percent, the most that is possible'],
  ['number', '51', 'expected a number of percent, found `51`; take it out of the quotes'],
  ['number', '51%', 'expected a number of percent, found `51%`; write the bare number, in percent'],
  [
    'number',
    '12,000',
    'expected a number of percent, found `12,000`; write `12000`, without separators',
  ],
  ['number', '40-60', 'expected a number of percent, found `40-60`; write a range as [low, high]'],
  ['number', [60, 40], 'the range [60, 40] runs backwards; write the lower bound first'],
  ['number', [40], 'a range has two numbers: [low, high]'],
  ['number', [40, 101], '101 is above 100 percent, the most that is possible'],
  ['number', [40, '50'], 'expected a number of percent, found `50`; take it out of the quotes'],
  ['unbounded', Infinity, 'expected a finite number'],
  ['unbounded', NaN, 'expected a finite number'],
  ['text', 2026, 'expected text, found `2026`; put it in quotes'],
  ['text', '', 'expected text, found an empty text'],
  [
    'eccn',
    '4a090.a',
    'expected an ECCN such as 4A090.a, or EAR99; found `4a090.a`; did you mean `4A090.a`?',
  ],
  ['eccn', '3A09O', 'expected an ECCN such as 4A090.a, or EAR99; found `3A09O`'],
  [
    'eccn',
    'ear99',
    'expected an ECCN such as 4A090.a, or EAR99; found `ear99`; did you mean `EAR99`?',
  ],
  ['eccn', 40, 'expected an ECCN such as 4A090.a, or EAR99, found `40`; put it in quotes'],
  ['date', '2026-02-30', 'there is no day 2026-02-30'],
  ['date', '2025-02-29', 'there is no day 2025-02-29'],
  ['date', '20.11.2026', 'expected a date as YYYY-MM-DD, found `20.11.2026`'],
  ['date', '2026-11-20T00:00', 'expected a date as YYYY-MM-DD, found `2026-11-20T00:00`'],
  ['country', 'UK', 'no country has the code `UK`; did you mean `GB`?'],
  ['country', 'cn', 'no country has the code `cn`; did you mean `CN`?'],
  ['country', 'Korea', 'no country has the code `Korea`; did you mean `KR` or `KP`?'],
  ['country', 'XX', 'no country has the code `XX`; codes are ISO 3166-1, two capital letters'],
  ['one-of', 'exprt', 'found `exprt`; did you mean `export`?'],
  ['one-of', 'sale', 'expected one of export, reexport; found `sale`'],
  ['set', 'sdn', 'expected a list, found `sdn`'],
  ['set', ['sdn', 'sbn'], 'found `sbn`; did you mean `sdn`?'],
]

const words = (fact: FactDefinition, input: unknown): string[] => {
  const parsed = factSchema(fact, countries, 'a fact').safeParse(input, { reportInput: true })
  return parsed.success ? [] : parsed.error.issues.map(({ message }) => message)
}

describe('factSchema', () => {
  it.each(GOOD)('takes a %s, bare, with its source, and unknown', (type, values) => {
    for (const value of [...values, 'unknown']) {
      expect(words(FACTS[type], value)).toEqual([])
      expect(words(FACTS[type], { value })).toEqual([])
      expect(words(FACTS[type], { value, source: 'contract', evidence: 'file 7' })).toEqual([])
      expect(
        words(FACTS[type], {
          value,
          source: { document: 'contract', page: 3, date: '2026-01-01' },
        }),
      ).toEqual([])
    }
  })

  it.each(BAD)('says what is wrong with a %s of %j', (type, value, message) => {
    expect(faultOf(FACTS[type], value, countries)).toBe(message)
    expect(words(FACTS[type], value)).toEqual([message])
    expect(words(FACTS[type], { value, source: 'contract' })).toEqual([message])
  })

  it('says what is wrong with the mapping around a value', () => {
    expect(words(FACTS.boolean, { source: 'contract' })).toEqual([
      'a mapping needs `value`, and may have source and evidence',
    ])
    expect(words(FACTS.boolean, { valeu: 'yes' })).toEqual([
      'unknown key `valeu`; did you mean `value`?',
    ])
    expect(words(FACTS.boolean, { value: 'yes', source: 3 })).toEqual([
      'the source is a text, or a mapping of document, page, date and sha256; evidence is a text',
    ])
    expect(words(FACTS.boolean, { value: 'yes', source: {} })).toHaveLength(1)
    expect(words(FACTS.boolean, { value: { value: 'yes' } })).toHaveLength(1)
  })
})

describe('countryFault', () => {
  it('suggests the code of a name that is misspelt', () => {
    expect(countryFault('Singapor', countries)).toBe(
      'no country has the code `Singapor`; did you mean `SG`?',
    )
  })
})

describe('dateFault', () => {
  it('knows the leap years', () => {
    expect(dateFault('2000-02-29')).toBeUndefined()
    expect(dateFault('1900-02-29')).toBe('there is no day 1900-02-29')
    expect(dateFault('2026-00-10')).toBe('there is no day 2026-00-10')
  })
})

describe('show', () => {
  it('makes what acts on a screen visible', () => {
    expect(show('\u001b[31mUS\u202e')).toBe('`<U+001B>[31mUS<U+202E>`')
    expect(show('two\nlines')).toBe('`two lines`')
  })

  it('keeps to sixty characters, and never splits one', () => {
    expect(show('x'.repeat(61))).toBe(`\`${'x'.repeat(57)}...\``)
    expect(show('𠀀'.repeat(40))).toBe(`\`${'𠀀'.repeat(28)}...\``)
  })
})
