import { describe, expect, it } from 'vitest'
import { dictionaryOf } from '../../src/facts/dictionary.ts'
import { parseCondition } from '../../src/rules/parse-condition.ts'

const shared = { assumable: false, knownBy: 'exporter' } as const
const dictionary = dictionaryOf({
  facts: {
    to: { type: 'country', at: 'to', ...shared },
    activity: {
      type: 'one-of',
      at: 'activity',
      values: ['export', 'reexport', 'transfer'],
      ...shared,
    },
    'endUse.military': { type: 'boolean', at: 'endUse.military', ...shared },
    'item.eccn': { type: 'text', at: 'eccn', ...shared },
    'circuit.tpp': { type: 'number', unit: 'TPP', at: 'tpp', ...shared },
    'circuit.soldOn': { type: 'date', at: 'soldOn', ...shared },
    'party.role': { type: 'one-of', at: 'role', values: ['end-user', 'purchaser'], ...shared },
    'party.lists': { type: 'set', at: 'lists', values: ['entity-list', 'meu-list'], ...shared },
  },
})

const mistakes = (raw: unknown): string[] =>
  parseCondition(raw, dictionary).mistakes.map(
    ({ message, path }) => `${path.join('/')}: ${message}`,
  )

describe('a condition', () => {
  it('is read into the form that the logic takes', () => {
    const raw = {
      cite: '(a)(1)',
      all: [
        { to: { in_group: 'D:5' } },
        { unless: { 'endUse.military': { is: false } } },
        {
          some: {
            of: 'parties',
            role: 'end-user',
            where: { 'party.lists': { includes: 'entity-list' } },
          },
        },
        { every: { of: 'circuits', where: { 'circuit.tpp': { at_least: 4800 } } } },
        { any: [{ holds: 'ear.def.deemed' }, { 'circuit.soldOn': { before: '2026-01-15' } }] },
      ],
    }
    const { condition, mistakes: found } = parseCondition(raw, dictionary)
    expect(found).toEqual([])
    expect(condition).toEqual({
      kind: 'all',
      cite: '(a)(1)',
      of: [
        { kind: 'leaf', fact: 'to', is: { test: 'in_group', value: 'D:5' } },
        {
          kind: 'unless',
          of: { kind: 'leaf', fact: 'endUse.military', is: { test: 'is', value: false } },
        },
        {
          kind: 'some',
          list: 'parties',
          roles: ['end-user'],
          where: {
            kind: 'leaf',
            fact: 'party.lists',
            is: { test: 'includes', value: 'entity-list' },
          },
        },
        {
          kind: 'every',
          list: 'circuits',
          where: { kind: 'leaf', fact: 'circuit.tpp', is: { test: 'at_least', value: 4800 } },
        },
        {
          kind: 'any',
          of: [
            { kind: 'holds', id: 'ear.def.deemed' },
            { kind: 'leaf', fact: 'circuit.soldOn', is: { test: 'before', value: '2026-01-15' } },
          ],
        },
      ],
    })
  })

  it.each<[string, unknown, string]>([
    [
      'unknown fact',
      { 'circuit.ttp': { at_least: 1 } },
      'circuit.ttp: unknown fact `circuit.ttp`; did you mean `circuit.tpp`?',
    ],
    ['unknown connective', { al: [] }, 'al: unknown fact `al`; did you mean `all`?'],
    [
      'a fact that is near to none',
      { 'weather.rain': { is: true } },
      'weather.rain: unknown fact `weather.rain`',
    ],
    [
      'unknown test',
      { 'circuit.tpp': { at_leest: 1 } },
      'circuit.tpp: unknown test `at_leest`; did you mean `at_least`?',
    ],
    [
      'a test of another kind of fact',
      { 'endUse.military': { at_least: 1 } },
      'endUse.military: `at_least` does not test a boolean; use is, known',
    ],
    [
      'two tests',
      { 'circuit.tpp': { at_least: 1, less_than: 2 } },
      'circuit.tpp: a fact takes exactly one test: `circuit.tpp: { is: … }`',
    ],
    [
      'a bare value',
      { 'endUse.military': true },
      'endUse.military: a fact takes exactly one test: `endUse.military: { is: … }`',
    ],
    [
      'a number as text',
      { 'circuit.tpp': { at_least: '4800' } },
      'circuit.tpp/at_least: `at_least` takes a number of TPP',
    ],
    [
      'a boolean as text',
      { 'endUse.military': { is: 'yes' } },
      'endUse.military/is: expected true or false for `endUse.military`',
    ],
    [
      'a date in another form',
      { 'circuit.soldOn': { before: '1/15/2026' } },
      'circuit.soldOn/before: `before` takes a date as YYYY-MM-DD',
    ],
    ['a country name', { to: { is: 'China' } }, 'to/is: expected a country code for `to`'],
    [
      'a value that the fact never has',
      { activity: { one_of: ['export', 'reexprt'] } },
      'activity/one_of: `activity` is never `reexprt`; did you mean `reexport`?',
    ],
    [
      'a list that is none',
      { activity: { one_of: 'export' } },
      'activity/one_of: `one_of` takes a list',
    ],
    ['an empty list', { activity: { one_of: [] } }, 'activity/one_of: `one_of` takes a list'],
    [
      'a group that is no name',
      { to: { in_group: 5 } },
      'to/in_group: `in_group` takes the name of a table',
    ],
    ['known false', { to: { known: false } }, 'to/known: `known` takes true'],
    ['an empty `all`', { all: [] }, 'all: `all` takes a list of conditions'],
    [
      '`holds` with a mapping',
      { holds: { id: 'x' } },
      'holds: `holds` takes the id of a definition',
    ],
    [
      'a list over what has none',
      { some: { of: 'items', where: {} } },
      'some: `some` is over `of: parties`, `of: circuits`, `of: productionInputs`, `of: modules`, `of: bases`',
    ],
    ['text', 'yes', ': a condition is a mapping'],
    ['a list', [], ': a condition is a mapping'],
    [
      'nothing but a citation',
      { cite: '(a)' },
      ': write exactly one of all, any, unless, holds, some, every or a fact; found none',
    ],
    [
      'two keys',
      { all: [], any: [] },
      ': write exactly one of all, any, unless, holds, some, every or a fact; found all, any',
    ],
  ])('names the mistake: %s', (_, raw, message) => {
    expect(mistakes(raw)).toEqual([message])
  })

  it('names every mistake, each with its path', () => {
    const raw = {
      all: [
        { to: { is: 'CN' } },
        { unless: { 'circuit.ttp': { at_least: 1 } } },
        {
          some: {
            of: 'parties',
            role: ['enduser'],
            where: { 'party.lists': { includes: 'entitylist' } },
          },
        },
      ],
    }
    expect(mistakes(raw)).toEqual([
      'all/1/unless/circuit.ttp: unknown fact `circuit.ttp`; did you mean `circuit.tpp`?',
      'all/2/some/role: unknown role `enduser`',
      'all/2/some/where/party.lists/includes: `party.lists` is never `entitylist`; did you mean `entity-list`?',
    ])
  })
})
