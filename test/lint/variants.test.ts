import { describe, expect, it } from 'vitest'
import { citeMissing } from '../../src/lint/checks/cite-missing.ts'
import { contradiction } from '../../src/lint/checks/contradiction.ts'
import { danglingReference } from '../../src/lint/checks/dangling-reference.ts'
import { dateOrder } from '../../src/lint/checks/date-order.ts'
import { redundant } from '../../src/lint/checks/redundant.ts'
import { textGap } from '../../src/lint/checks/text-gap.ts'
import { thresholdUntested } from '../../src/lint/checks/threshold-untested.ts'
import { wordingMissing } from '../../src/lint/checks/wording-missing.ts'
import type { Check, LintFinding } from '../../src/lint/finding.ts'
import type { Condition } from '../../src/logic/condition.ts'
import type { Provision, Text } from '../../src/rules/provision.ts'
import type { Table } from '../../src/rules/tables.ts'
import { dictionary, provision, readOf, text } from './packs.ts'

const military = (value: boolean): Condition => ({
  kind: 'leaf',
  fact: 'endUse.military',
  is: { test: 'is', value },
})
const tpp = (test: 'at_least' | 'less_than', value: number): Condition => ({
  kind: 'leaf',
  fact: 'circuit.tpp',
  is: { test, value },
})
const inGroup = (value: string): Condition => ({
  kind: 'leaf',
  fact: 'to',
  is: { test: 'in_group', value },
})
const toIs = (value: string): Condition => ({ kind: 'leaf', fact: 'to', is: { test: 'is', value } })
const circuit = (where: Condition): Condition => ({ kind: 'some', list: 'circuits', where })
const all = (...of: Condition[]): Condition => ({ kind: 'all', of })
const any = (...of: Condition[]): Condition => ({ kind: 'any', of })
const unless = (of: Condition): Condition => ({ kind: 'unless', of })
const holds = (id: string): Condition => ({ kind: 'holds', id })

const found = (
  check: Check,
  provisions: readonly Provision[],
  tables: readonly Table[] = [],
): LintFinding[] => check(readOf(provisions, tables), { day: '2026-11-22', observed: undefined })
const paths = (
  check: Check,
  when: Condition,
  more: readonly Provision[] = [],
  tables: readonly Table[] = [],
): (string | undefined)[] =>
  found(check, [provision('ear.742.6', [text(when)]), ...more], tables).map(({ at }) => at.path)
const definition = (id: string, ...texts: Text[]): Provision => ({
  ...provision(id, texts),
  kind: 'definition',
})

const group = (rows: Table['rows']): Table => ({
  id: 'D:5',
  title: '',
  law: '',
  verified: { on: '2026-11-01', against: '', confidence: 'A' },
  rows,
})

describe('contradiction', () => {
  it('sees through definitions, exclusions and tables', () => {
    const cases: [Condition, string | undefined][] = [
      [all(military(true), unless(any(military(true), toIs('CN')))), 'text[0].when.all[1].unless'],
      [all(holds('ear.def.civil'), military(true)), 'text[0].when.all[1].endUse.military'],
      [all(inGroup('D:5'), toIs('US')), 'text[0].when.all[1].to'],
      [
        circuit(all(tpp('at_least', 4800), tpp('less_than', 4800))),
        'text[0].when.some.where.all[1].circuit.tpp',
      ],
      [
        all(military(true), any(toIs('CN'), military(false))),
        'text[0].when.all[1].any[1].endUse.military',
      ],
      [tpp('less_than', 0), 'text[0].when.circuit.tpp'],
    ]
    const civil = definition('ear.def.civil', text(military(false)))
    const table = group([{ value: 'CN' }])
    for (const [when, path] of cases)
      expect(paths(contradiction, when, [civil], [table])).toEqual([path])
  })

  it('keeps silent where two members of a list may differ, and where a table changes within the text', () => {
    const two = all(circuit(tpp('at_least', 4800)), circuit(tpp('less_than', 1600)))
    expect(paths(contradiction, two)).toEqual([])
    const joins = group([{ value: 'CN' }, { value: 'US', from: '2025-01-01' }])
    expect(paths(contradiction, all(inGroup('D:5'), toIs('US')), [], [joins])).toEqual([])
    expect(paths(contradiction, all(unless(inGroup('D:5')), toIs('US')), [], [joins])).toEqual([])
  })

  it('does not take an exclusion for its own opposite', () => {
    expect(
      paths(contradiction, all(toIs('CN'), unless(any(military(true), tpp('at_least', 1))))),
    ).toEqual([])
  })
})

describe('redundant', () => {
  it('names the branch that a wider one covers, and keeps the wider', () => {
    expect(paths(redundant, any(tpp('at_least', 4800), tpp('at_least', 1600)))).toEqual([
      'text[0].when.any[0].circuit.tpp',
    ])
    expect(paths(redundant, all(tpp('at_least', 4800), tpp('at_least', 1600)))).toEqual([
      'text[0].when.all[1].circuit.tpp',
    ])
    expect(
      paths(redundant, all(tpp('at_least', 4800), any(tpp('at_least', 1600), toIs('CN')))),
    ).toEqual(['text[0].when.all[1].any'])
  })

  it('keeps silent where the branches differ', () => {
    expect(paths(redundant, any(tpp('at_least', 4800), tpp('less_than', 1600)))).toEqual([])
    expect(paths(redundant, any(holds('ear.def.a'), holds('ear.def.b')))).toEqual([])
  })
})

describe('dangling-reference', () => {
  it('finds definitions, tables and relations that stand for nothing, with the near name', () => {
    const large = definition('ear.def.large', text(tpp('at_least', 4800)))
    const bar: Provision = {
      ...provision('ear.740.2', [text(military(true))]),
      kind: 'bar',
      bars: ['ear.740.9'],
    }
    const when = all(holds('ear.def.larg'), inGroup('D5'))
    const messages = found(
      danglingReference,
      [provision('ear.742.6', [text(when)]), large, bar],
      [group([])],
    )
    expect(messages.map(({ message, help }) => `${message} | ${help}`)).toEqual([
      'no definition is called `ear.def.larg` | did you mean `ear.def.large`?',
      'no table is called `D5` | did you mean `D:5`?',
      '`bars` names `ear.740.9`, and no exception is called so | undefined',
    ])
  })

  it('finds definitions that rest on themselves, each ring once', () => {
    const a = definition('ear.def.a', text(holds('ear.def.b')))
    const b = definition('ear.def.b', text(unless(holds('ear.def.a'))))
    expect(found(danglingReference, [b, a]).map(({ message }) => message)).toEqual([
      'the definition rests on itself: ear.def.a > ear.def.b > ear.def.a',
    ])
  })

  it('warns of a definition that ends before the text that uses it', () => {
    const ended = definition('ear.def.a', text(military(true), '2022-10-07', '2024-01-01'))
    const uses = (until?: string): LintFinding[] =>
      found(danglingReference, [
        provision('ear.742.6', [text(holds('ear.def.a'), '2023-01-01', until)]),
        ended,
      ])
    expect(uses().map(({ level, message }) => [level, message])).toEqual([
      ['warning', '`ear.def.a` ends on 2024-01-01, and this text goes on'],
    ])
    expect(uses('2024-01-01')).toEqual([])
  })
})

describe('cite-missing', () => {
  it('takes the citation of a branch, of what is around it, or of a definition', () => {
    const cited = any({ ...military(true), cite: '(a)(1)' }, holds('ear.def.a'))
    expect(paths(citeMissing, cited)).toEqual([])
    expect(paths(citeMissing, { ...any(military(true), toIs('CN')), cite: '(a)' })).toEqual([])
    expect(paths(citeMissing, any(military(true), { ...toIs('CN'), cite: '(b)' }))).toEqual([
      'text[0].when.any[0]',
    ])
  })

  it('asks every provision for its paragraph', () => {
    const bare = { ...provision('ear.742.6', [text(military(true))]), law: ' ' }
    expect(found(citeMissing, [bare]).map(({ level, message }) => [level, message])).toEqual([
      ['error', 'ear.742.6 names no paragraph of law'],
    ])
  })
})

describe('dates', () => {
  it('finds days that do not exist and lists out of order', () => {
    const base = provision('ear.742.6', [
      text(military(true), '2023-02-30'),
      text(military(true), '2023-01-01'),
    ])
    const enforced = { state: 'enforced', source: '' } as const
    const wrong = {
      ...base,
      enforcement: [
        { from: '2025-01-02', ...enforced },
        { from: '2025-01-01', ...enforced },
      ],
    }
    expect(found(dateOrder, [wrong]).map(({ message }) => message)).toEqual([
      'there is no day 2023-02-30',
      '2023-01-01 stands after 2023-02-30; write the earlier day first',
      '2025-01-01 stands after 2025-01-02; write the earlier day first',
    ])
  })

  it('takes a note for the reason of a gap', () => {
    const first = text(military(true), '2023-01-01', '2024-01-01')
    const later = text(military(true), '2024-02-01')
    expect(found(textGap, [provision('ear.742.6', [first, later])])).toHaveLength(1)
    expect(
      found(textGap, [provision('ear.742.6', [first, { ...later, note: 'A gap of the law.' }])]),
    ).toEqual([])
  })
})

describe('threshold-untested', () => {
  const lines = (when: Condition, seen: readonly number[], fact = 'circuit.tpp'): string[] => {
    const observed = seen.map((value) => ({ fact, value, day: '2026-01-01' }))
    return thresholdUntested(readOf([provision('ear.742.6', [text(when)])]), {
      day: '2026-11-22',
      observed,
    }).map(({ message }) => message)
  }

  it('wants a case on the line and one within 2 % on each side', () => {
    expect(lines(tpp('at_least', 5000), [4900, 5000, 5100])).toEqual([])
    expect(lines(tpp('at_least', 5000), [4899, 5000, 5101])).toEqual([
      'no legal case has `circuit.tpp` just below, just above 5000',
    ])
    expect(lines(tpp('less_than', 5000), [4999, 5001])).toEqual([
      'no legal case has `circuit.tpp` exactly at 5000',
    ])
  })

  it('wants no case beyond what a fact can be', () => {
    expect(
      lines({ kind: 'leaf', fact: 'circuit.tpp', is: { test: 'more_than', value: 0 } }, [0, 0.5]),
    ).toEqual([])
  })

  it('counts days in whole ones', () => {
    expect(dictionary.get('evidence.daysBefore')?.unit).toBe('days')
    const days: Condition = {
      kind: 'leaf',
      fact: 'evidence.daysBefore',
      is: { test: 'at_least', value: 25 },
    }
    expect(lines(days, [24, 25, 26], 'evidence.daysBefore')).toEqual([])
    expect(lines(days, [23, 25, 26], 'evidence.daysBefore')).toHaveLength(1)
  })
})

describe('wording-missing', () => {
  const wordingOf = (catalogue: unknown): string[] => {
    const read = readOf([])
    return wordingMissing({ ...read, pack: { ...read.pack, wording: { en: catalogue } } }).map(
      ({ level, message }) => `${level}: ${message}`,
    )
  }
  const words = { label: 'a', ask: 'a?' }
  const facts = {
    to: words,
    'endUse.military': words,
    'circuit.tpp': words,
    'evidence.daysBefore': words,
    parties: words,
    circuits: words,
  }

  it('wants a label and a question for each fact, and no others', () => {
    expect(wordingOf({ facts })).toEqual([])
    expect(wordingOf({ facts: { ...facts, to: { label: 'destination' } } })).toEqual([
      'error: the wording `en` has no `facts.to.ask`',
    ])
    expect(wordingOf({ facts: { ...facts, tpp: words } })).toEqual([
      'warning: there are words for `tpp`, and no such fact',
    ])
  })

  it('refuses a catalogue that holds a list', () => {
    expect(wordingOf({ facts: { ...facts, to: ['destination'] } })).toEqual([
      'error: the wording `en` holds something other than text',
    ])
  })
})
