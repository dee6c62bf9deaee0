// CEL (@marcbachmann/cel-js): one expression a rule, each parsed once.
import { Environment } from '@marcbachmann/cel-js'
import { dayNumber } from '../deals.mjs'
import { expression } from './expression.mjs'

const WORDS = {
  and: '&&',
  or: '||',
  not: '!',
  number: (value) => (Number.isInteger(value) ? `${value}.0` : String(value)),
}

export function prepare(rules, deals) {
  const facts = deals.map((deal) => ({ ...deal, deal_date: dayNumber(deal.deal_date) }))
  const environment = new Environment()
  for (const [name, value] of Object.entries(facts[0])) {
    environment.registerVariable(
      name,
      { boolean: 'bool', number: 'double', string: 'string' }[typeof value],
    )
  }
  const parsed = rules.map((rule) => environment.parse(expression(rule.when, WORDS)))
  return (from, to, fired) => {
    for (let deal = from; deal < to; deal++) {
      for (let rule = 0; rule < parsed.length; rule++) {
        if (parsed[rule](facts[deal])) fired(deal, rule)
      }
    }
  }
}
