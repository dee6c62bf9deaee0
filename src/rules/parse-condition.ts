import { LISTS, type Dictionary, type FactDefinition } from '../facts/dictionary.ts'
import type { Condition, Test } from '../logic/condition.ts'
import { suggest } from '../suggest.ts'

/** A mistake in a rule's condition and its path below the condition's root. */
export interface ConditionMistake {
  readonly message: string
  readonly path: readonly (string | number)[]
}

const CONNECTIVES = ['all', 'any', 'unless', 'holds', 'some', 'every'] as const
const TESTS: Record<FactDefinition['type'], readonly Test['test'][]> = {
  boolean: ['is', 'known'],
  number: ['is', 'one_of', 'at_least', 'more_than', 'at_most', 'less_than', 'known'],
  text: ['is', 'one_of', 'in_table', 'known'],
  date: ['on_or_after', 'before', 'known'],
  country: ['is', 'one_of', 'in_group', 'in_table', 'known'],
  'one-of': ['is', 'one_of', 'in_table', 'known'],
  set: ['includes', 'includes_any', 'known'],
}
const ALL_TESTS = [...new Set(Object.values(TESTS).flat())]

/**
 * Reads a condition of nested YAML: exactly one of all, any, unless, holds, some, every or a fact in
 * each mapping, with an optional `cite`. Collects every mistake instead of stopping at the first.
 */
export function parseCondition(
  raw: unknown,
  dictionary: Dictionary,
): { condition: Condition; mistakes: ConditionMistake[] } {
  const mistakes: ConditionMistake[] = []
  const never: Condition = { kind: 'any', of: [] }
  const wrong = (message: string, path: readonly (string | number)[]): Condition => {
    mistakes.push({ message, path })
    return never
  }

  const read = (node: unknown, path: readonly (string | number)[]): Condition => {
    if (typeof node !== 'object' || node === null || Array.isArray(node)) {
      return wrong('a condition is a mapping', path)
    }
    const { cite, ...rest } = node as Record<string, unknown>
    const keys = Object.keys(rest)
    if (keys.length !== 1) {
      return wrong(
        `write exactly one of ${CONNECTIVES.join(', ')} or a fact; found ${keys.join(', ') || 'none'}`,
        path,
      )
    }
    const key = keys[0]!
    if (cite !== undefined && typeof cite !== 'string')
      wrong('`cite` is text; put it in quotes', [...path, 'cite'])
    const at = typeof cite === 'string' ? { cite } : {}
    return { ...body(key, rest[key], [...path, key]), ...at }
  }

  const body = (key: string, value: unknown, path: readonly (string | number)[]): Condition => {
    switch (key) {
      case 'all':
      case 'any':
        if (!Array.isArray(value) || value.length === 0)
          return wrong(`\`${key}\` takes a list of conditions`, path)
        return { kind: key, of: value.map((part, i) => read(part, [...path, i])) }
      case 'unless':
        return { kind: 'unless', of: read(value, path) }
      case 'holds':
        if (typeof value !== 'string') return wrong('`holds` takes the id of a definition', path)
        return { kind: 'holds', id: value }
      case 'some':
      case 'every':
        return quantified(key, value, path)
      default:
        return leaf(key, value, path)
    }
  }

  const quantified = (
    kind: 'some' | 'every',
    value: unknown,
    path: readonly (string | number)[],
  ): Condition => {
    const { of, role, where } = (value ?? {}) as Record<string, unknown>
    if (typeof of !== 'string' || !(of in LISTS)) {
      const lists = Object.keys(LISTS).map((name) => `\`of: ${name}\``)
      return wrong(`\`${kind}\` is over ${lists.join(', ')}`, path)
    }
    const roles =
      role === undefined ? {} : { roles: (Array.isArray(role) ? role : [role]).map(String) }
    const known = dictionary.get('party.role')?.values ?? []
    for (const name of roles.roles ?? []) {
      if (!known.includes(name)) wrong(`unknown role \`${name}\``, [...path, 'role'])
    }
    return { kind, list: of, ...roles, where: read(where, [...path, 'where']) }
  }

  const leaf = (fact: string, value: unknown, path: readonly (string | number)[]): Condition => {
    const definition = dictionary.get(fact)
    if (definition === undefined) {
      const near = suggest(fact, [...dictionary.keys(), ...CONNECTIVES])
      return wrong(
        `unknown fact \`${fact}\`${near === undefined ? '' : `; did you mean \`${near}\`?`}`,
        path,
      )
    }
    const entries = Object.entries((value ?? {}) as Record<string, unknown>)
    if (typeof value !== 'object' || entries.length !== 1) {
      return wrong(
        `a fact takes exactly one test: \`${fact}: { ${TESTS[definition.type][0]}: … }\``,
        path,
      )
    }
    const [test, operand] = entries[0]!
    const allowed = TESTS[definition.type]
    if (!allowed.includes(test as Test['test'])) {
      const near = suggest(test, ALL_TESTS)
      return ALL_TESTS.includes(test as Test['test'])
        ? wrong(`\`${test}\` does not test a ${definition.type}; use ${allowed.join(', ')}`, path)
        : wrong(
            `unknown test \`${test}\`${near === undefined ? '' : `; did you mean \`${near}\`?`}`,
            path,
          )
    }
    const fault = operandFault(definition, test as Test['test'], operand)
    if (fault !== undefined) return wrong(fault, [...path, test])
    return { kind: 'leaf', fact, is: { test, value: operand } as Test }
  }

  const condition = read(raw, [])
  return { condition, mistakes }
}

function operandFault(
  fact: FactDefinition,
  test: Test['test'],
  operand: unknown,
): string | undefined {
  switch (test) {
    case 'is':
      return valueFault(fact, operand)
    case 'one_of':
    case 'includes_any':
      if (!Array.isArray(operand) || operand.length === 0) return `\`${test}\` takes a list`
      return operand.map((one) => valueFault(fact, one)).find((fault) => fault !== undefined)
    case 'includes':
      return valueFault(fact, operand)
    case 'at_least':
    case 'more_than':
    case 'at_most':
    case 'less_than':
      return typeof operand === 'number'
        ? undefined
        : `\`${test}\` takes a number of ${fact.unit ?? 'units'}`
    case 'on_or_after':
    case 'before':
      return /^\d{4}-\d{2}-\d{2}$/.test(String(operand))
        ? undefined
        : `\`${test}\` takes a date as YYYY-MM-DD`
    case 'in_group':
    case 'in_table':
      return typeof operand === 'string' ? undefined : `\`${test}\` takes the name of a table`
    case 'known':
      return operand === true ? undefined : '`known` takes true'
  }
}

function valueFault(fact: FactDefinition, value: unknown): string | undefined {
  switch (fact.type) {
    case 'boolean':
      return typeof value === 'boolean' ? undefined : `expected true or false for \`${fact.name}\``
    case 'number':
      return typeof value === 'number' ? undefined : `expected a number for \`${fact.name}\``
    case 'one-of':
    case 'set': {
      if (fact.values === undefined || fact.values.includes(String(value))) return undefined
      const near = suggest(String(value), fact.values)
      return `\`${fact.name}\` is never \`${String(value)}\`${near === undefined ? '' : `; did you mean \`${near}\`?`}`
    }
    case 'country':
      return /^[A-Z]{2}$/.test(String(value))
        ? undefined
        : `expected a country code for \`${fact.name}\``
    default:
      return typeof value === 'string' ? undefined : `expected text for \`${fact.name}\``
  }
}
