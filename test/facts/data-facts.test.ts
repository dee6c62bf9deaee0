import { describe, expect, it } from 'vitest'
import { asks } from '../../src/logic/asks.ts'
import { prove } from '../../src/logic/prove.ts'
import type { Condition } from '../../src/logic/condition.ts'
import { deal, fact } from './world.ts'

const transfer = (data: string): string => `activity: data-transfer\ndata: ${data}`

describe('the kinds of a data set', () => {
  it('leave out what they do not name, which then counts zero', () => {
    const yaml = transfer('{ kinds: [personal-health], usPersons: { personalHealth: 20000 } }')
    expect(fact(yaml, 'data.personalHealth')).toBe(20000)
    expect(fact(yaml, 'data.humanGenomic')).toBe(0)
  })

  it('count zero each where the list is empty', () => {
    expect(fact(transfer('{ kinds: [] }'), 'data.personalIdentifiers')).toBe(0)
  })

  it('do not take back a count that the case gives', () => {
    const yaml = transfer('{ kinds: [biometric], usPersons: { humanGenomic: 101 } }')
    expect(fact(yaml, 'data.humanGenomic')).toBe(101)
  })

  it('leave every count open while they are not known', () => {
    expect(fact(transfer('{ kinds: unknown }'), 'data.humanGenomic')).toBeUndefined()
    expect(fact('activity: data-transfer', 'data.humanGenomic')).toBeUndefined()
  })
})

describe('what a case claims', () => {
  it.each(['data.exemption', 'data.outsideDefinition', 'investment.exception'])(
    '%s is none where it is silent, and open where it says so',
    (name) => {
      const [key, inner] = name.split('.')
      expect(fact('activity: data-transfer', name)).toBe('none')
      expect(fact(`${key}: { ${inner}: unknown }`, name)).toBeUndefined()
    },
  )

  it('sees no evasion and no recoverable training data where nobody says so', () => {
    expect(fact('activity: hosted-model', 'data.trainingDataRecoverable')).toBe(false)
    expect(fact(transfer('{ evasion: unknown }'), 'data.evasion')).toBeUndefined()
    expect(fact(transfer('{ evasion: yes }'), 'data.evasion')).toBe(true)
  })
})

describe('support of a U.S. person beside a data transfer or an investment', () => {
  it('is none where the case speaks of no end use of 744.6', () => {
    expect(fact('activity: investment', 'usPersonSupport')).toBe(false)
    expect(fact('activity: investment\nendUse: { nuclear: no }', 'usPersonSupport')).toBe(false)
  })

  it.each(['endUse: { missile: yes }', 'endUse: { militaryIntelligence: unknown }'])(
    'is asked where it does: %s',
    (said) => {
      expect(fact(`activity: investment\n${said}`, 'usPersonSupport')).toBeUndefined()
    },
  )

  it('stays open where the case says that it is, and in every other deal', () => {
    expect(
      fact('activity: investment\nusPersonSupport: unknown', 'usPersonSupport'),
    ).toBeUndefined()
    expect(fact('activity: export', 'usPersonSupport')).toBeUndefined()
  })
})

describe('the place at which a missing fact is asked', () => {
  const asked = (yaml: string, name: string): string[] => {
    const condition: Condition = {
      kind: 'leaf',
      fact: name,
      is: { test: 'more_than', value: 100 },
    }
    const book = { definition: () => condition, members: () => new Set<string>() }
    return asks(prove(condition, deal(yaml)[0]!.facts, book)).map(({ path }) => path)
  }

  it('of a count is the kinds, until they are known', () => {
    expect(asked('activity: data-transfer', 'data.humanGenomic')).toEqual(['data.kinds'])
    expect(asked(transfer('{ kinds: [human-genomic] }'), 'data.humanGenomic')).toEqual([
      'data.usPersons.humanGenomic',
    ])
    const model = 'activity: hosted-model\ndata: { trainingDataRecoverable: yes }'
    expect(asked(model, 'data.humanGenomic')).toEqual(['data.kinds'])
  })

  it('is the activity while nobody knows what kind of deal it is', () => {
    expect(asked('from: US', 'data.humanGenomic')).toEqual(['activity'])
    expect(asked('from: US', 'investment.trainingOperations')).toEqual(['activity'])
  })
})

describe('a party', () => {
  const individual = (more: string): unknown =>
    fact(`parties: [{ role: recipient, name: R${more} }]`, 'party.individual')

  it.each([', headquarters: SG', ', owners: []', ', coveredOwnership: 10'])(
    'that has what a company has is no individual: %s',
    (more) => expect(individual(more)).toBe(false),
  )

  it('may be either where the case gives its country alone, and is what the case says', () => {
    expect(individual(', country: SG')).toBeUndefined()
    expect(individual(', individual: yes')).toBe(true)
    expect(individual(', headquarters: SG, individual: unknown')).toBeUndefined()
  })
})
