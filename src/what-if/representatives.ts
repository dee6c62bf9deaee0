import { addDays } from 'date-fns/addDays'
import type { Engine } from '../engine.ts'
import type { FactDefinition } from '../facts/dictionary.ts'
import type { Test } from '../logic/condition.ts'
import type { Value } from '../logic/facts.ts'
import { passes } from '../logic/passes.ts'
import type { Law } from '../rules/on-day.ts'
import { testsOfLaw } from './tests-on.ts'

/** Values that the law of a day can't tell apart, by one of them. */
export interface Alike {
  readonly value: Value
  /** The other values that every test of the day treats the same, where they can be counted. */
  readonly others: readonly Value[]
}

/**
 * One value for each way in which the law of a day can see a fact: both answers of a question, a number
 * on each side of every line, a country of each combination of groups. Text has none.
 */
export function representatives(fact: FactDefinition, law: Law, engine: Engine): readonly Alike[] {
  const found = ofLaw.get(law) ?? new Map<string, readonly Alike[]>()
  ofLaw.set(law, found)
  const known = found.get(fact.name) ?? told(fact, law, engine)
  found.set(fact.name, known)
  return known
}

const ofLaw = new WeakMap<Law, Map<string, readonly Alike[]>>()

function told(fact: FactDefinition, law: Law, engine: Engine): Alike[] {
  const tests = (testsOfLaw(law).get(fact.name) ?? []).map(({ test }) => test)
  const groups = new Map<string, Value[]>()
  for (const value of domain(fact, tests, engine)) {
    const seen = tests.map((test) => passes(test, value, law.book)).join()
    const group = groups.get(seen)
    if (group === undefined) groups.set(seen, [value])
    else group.push(value)
  }
  return [...groups.values()].map(([value, ...others]) => ({ value: value!, others }))
}

function domain(fact: FactDefinition, tests: readonly Test[], engine: Engine): Value[] {
  switch (fact.type) {
    case 'boolean':
      return [true, false]
    case 'one-of':
      return [...(fact.values ?? [])]
    case 'set':
      return [[], ...(fact.values ?? []).map((value) => [value])]
    case 'country':
      return [...engine.countries.codes]
        .filter((code) => engine.destination(code).country === code)
        .sort()
    case 'number':
      return numbers(fact, tests)
    case 'date':
      return tests.flatMap(({ value }) =>
        typeof value === 'string' ? [daysAfter(value, -1), value] : [],
      )
    case 'text':
      return []
  }
}

/** Each line that the law draws on a number, and the nearest value to either side that a person would write. */
function numbers({ min, max }: FactDefinition, tests: readonly Test[]): number[] {
  const lines = tests
    .flatMap(({ value }) => (Array.isArray(value) ? value : [value]))
    .filter((line) => typeof line === 'number')
  const near = lines.flatMap((line: number) => {
    const step = Number.isInteger(line) ? 1 : 0.01
    return [line - step, line, line + step]
  })
  return [...new Set(near)]
    .filter((n) => n >= (min ?? 0) && n <= (max ?? Infinity))
    .sort((a, b) => a - b)
}

/** The day some days after another, both as YYYY-MM-DD. */
export const daysAfter = (day: string, days: number): string =>
  addDays(`${day}T12:00:00Z`, days).toISOString().slice(0, 10)
