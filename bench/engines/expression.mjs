// The conditions as text, for engines whose rules are expressions.
import { dayNumber, GROUPS } from '../deals.mjs'

const SIGNS = {
  at_least: '>=',
  more_than: '>',
  at_most: '<=',
  less_than: '<',
  on_or_after: '>=',
  before: '<',
}

/**
 * @param words how the language writes "and", "or", "not" and a number
 */
export function expression(condition, words) {
  const write = (part) => expression(part, words)
  switch (condition.kind) {
    case 'all':
      return `(${condition.of.map(write).join(` ${words.and} `)})`
    case 'any':
      return `(${condition.of.map(write).join(` ${words.or} `)})`
    case 'unless':
      return `${words.not}(${write(condition.of)})`
    case 'leaf': {
      const fact = condition.fact.replace('.', '_')
      const { test, value } = condition.is
      if (test === 'is')
        return typeof value === 'boolean' ? `${fact} == ${value}` : `${fact} == ${quoted(value)}`
      if (test === 'one_of') return `${fact} in ${listed(value)}`
      if (test === 'in_group') return `${fact} in ${listed(GROUPS[value])}`
      const line = test === 'on_or_after' || test === 'before' ? dayNumber(value) : value
      return `${fact} ${SIGNS[test]} ${words.number(line)}`
    }
  }
}

const quoted = (text) => `"${text}"`
const listed = (values) => `[${values.map(quoted).join(', ')}]`
