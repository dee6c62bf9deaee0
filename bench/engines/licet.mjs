// The kernel as the stages use it: an index of the rules that can apply, closures, or proofs.
import { compiler } from '../../dist/src/logic/compile.js'
import { prove } from '../../dist/src/logic/prove.js'
import { ruleIndex } from '../../dist/src/logic/rule-index.js'
import { explainer } from '../../dist/src/logic/why.js'
import { asFacts } from '../deals.mjs'
import { BOOK } from '../rules.mjs'

/** Verdicts of the rules that can apply. */
export function prepareIndexed(rules, deals) {
  const facts = asFacts(deals)
  const started = performance.now()
  const index = ruleIndex(rules, BOOK)
  const built = performance.now() - started
  const run = (from, to, fired) => {
    let deal = 0
    const visit = (rule, verdict) => {
      if (verdict === 'yes') fired(deal, rule)
    }
    for (deal = from; deal < to; deal++) index.verdicts(facts[deal], visit)
  }
  return Object.assign(run, { built })
}

/** Verdicts of every rule. */
export function prepareEvery(rules, deals) {
  const facts = asFacts(deals)
  const compile = compiler(BOOK)
  const compiled = rules.map((rule) => compile(rule.when))
  return (from, to, fired) => {
    for (let deal = from; deal < to; deal++) {
      for (let rule = 0; rule < compiled.length; rule++) {
        if (compiled[rule](facts[deal]) === 'yes') fired(deal, rule)
      }
    }
  }
}

/** The proofs of a determination: of each rule, what carries its verdict. */
function explained(rules) {
  const explain = explainer(BOOK, compiler(BOOK))
  return rules.map(({ when }) => explain(when))
}

/** Verdicts by the index, then proofs of the rules that are yes or unknown. */
export function prepareProvedFindings(rules, deals) {
  const facts = asFacts(deals)
  const index = ruleIndex(rules, BOOK)
  const provers = explained(rules)
  return (from, to, fired) => {
    let deal = 0
    const visit = (rule) => {
      if (provers[rule](facts[deal]).verdict === 'yes') fired(deal, rule)
    }
    for (deal = from; deal < to; deal++) index.verdicts(facts[deal], visit)
  }
}

/** Proofs of every rule that can apply by its guard, most of which turn out to be no. */
export function prepareProvedIndexed(rules, deals) {
  const facts = asFacts(deals)
  const index = ruleIndex(rules, BOOK)
  const provers = explained(rules)
  return (from, to, fired) => {
    let deal = 0
    const visit = (rule) => {
      if (provers[rule](facts[deal]).verdict === 'yes') fired(deal, rule)
    }
    for (deal = from; deal < to; deal++) index.candidates(facts[deal], visit)
  }
}

/** Proofs of every rule, with each branch and leaf. */
export function prepareProved(rules, deals) {
  const facts = asFacts(deals)
  return (from, to, fired) => {
    for (let deal = from; deal < to; deal++) {
      for (let rule = 0; rule < rules.length; rule++) {
        if (prove(rules[rule].when, facts[deal], BOOK).verdict === 'yes') fired(deal, rule)
      }
    }
  }
}
