// json-rules-engine: the conditions translated one to one, one engine, one run a deal.
import { Engine } from 'json-rules-engine'
import { dayNumber, GROUPS } from '../deals.mjs'

const flat = (fact) => fact.replace('.', '_')
const OPERATORS = {
  is: 'equal',
  one_of: 'in',
  in_group: 'in',
  at_least: 'greaterThanInclusive',
  more_than: 'greaterThan',
  at_most: 'lessThanInclusive',
  less_than: 'lessThan',
  on_or_after: 'greaterThanInclusive',
  before: 'lessThan',
}

function translate(condition) {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return { [condition.kind]: condition.of.map(translate) }
    case 'unless':
      return { not: translate(condition.of) }
    case 'leaf': {
      const { test, value } = condition.is
      const dated = test === 'on_or_after' || test === 'before'
      const operand = dated ? dayNumber(value) : test === 'in_group' ? GROUPS[value] : value
      return { fact: flat(condition.fact), operator: OPERATORS[test], value: operand }
    }
  }
}

export function prepare(rules, deals) {
  const facts = deals.map((deal) => ({ ...deal, deal_date: dayNumber(deal.deal_date) }))
  const engine = new Engine()
  rules.forEach((rule, number) =>
    engine.addRule({
      conditions: translate(rule.when),
      event: { type: 'fired', params: { number } },
    }),
  )
  return async (from, to, fired) => {
    for (let deal = from; deal < to; deal++) {
      const { events } = await engine.run(facts[deal])
      for (const { params } of events) fired(deal, params.number)
    }
  }
}
