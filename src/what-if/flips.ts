import { contextOf } from '../check.ts'
import type { Outcome } from '../determination.ts'
import type { Engine } from '../engine.ts'
import type { Case } from '../facts/case.ts'
import { dealItems } from '../facts/deal.ts'
import type { FactDefinition } from '../facts/dictionary.ts'
import { asks, type Ask } from '../logic/asks.ts'
import type { Value } from '../logic/facts.ts'
import type { Verdict } from '../logic/verdict.ts'
import type { Active, Law } from '../rules/on-day.ts'
import { testsOf } from '../stages/test.ts'
import { placed } from '../explain/place.ts'
import { daysAfter, representatives } from './representatives.ts'
import { standing, type Trial } from './standing.ts'
import { around, stateOf } from './state.ts'
import { testsOn } from './tests-on.ts'
import { trialAnswers } from './trial-answers.ts'

/** One change of a case, and what it makes of a provision and of the whole case. */
export interface Flip {
  readonly fact: string
  readonly path: string
  readonly value: unknown
  /** Other values with the same effect. */
  readonly others: readonly Value[]
  readonly state: Verdict
  readonly outcome: Outcome
}

interface Change extends Pick<Flip, 'fact' | 'path' | 'value' | 'others'> {
  readonly changed: Case
}

/** Where flips are looked for: one provision on one item of a case. */
export interface Subject {
  readonly engine: Engine
  readonly law: Law
  readonly input: Case
  readonly item: number
  readonly active: Active
  readonly trial: Trial
}

/**
 * The single changes that turn a provision from yes to no or back. Only what a deal can honestly change
 * is tried: its destination, the evidence for exceptions, the exceptions it claims, the quantity, the
 * resolution of red flags. Performance, headquarters and identity are never tried.
 */
export function flips(subject: Subject): Flip[] {
  const now = stateIn(subject, subject.input)
  const found = honestChanges(subject)
    .map((change) => flipOf(subject, change))
    .filter(({ state }) => state !== 'unknown' && state !== now)
  return joined(found)
}

/** Values of one fact that do the same, as one flip. */
function joined(found: readonly Flip[]): Flip[] {
  const byEffect = new Map<string, Flip>()
  for (const flip of found) {
    const key = [flip.path, flip.state, flip.outcome].join()
    const first = byEffect.get(key)
    const values = [flip.value as Value, ...flip.others]
    byEffect.set(
      key,
      first === undefined ? flip : { ...first, others: [...first.others, ...values] },
    )
  }
  return [...byEffect.values()]
}

/** What each answer to each missing fact would make of a provision that is open. */
export function answersThatSettle(subject: Subject): Flip[] {
  const { engine, law, input } = subject
  return joined(
    openAsks(subject).flatMap(({ fact, path }) =>
      trialAnswers({ fact: path, name: fact, ask: '', settles: 0, knownBy: '' }, input, law, engine)
        .map((answer) => ({
          fact,
          path,
          value: answer.at(-1)!.value,
          others: [],
          changed: answer.reduce((so, entry) => placed(so, entry.path, entry.value), input),
        }))
        .map((change) => flipOf(subject, change))
        .filter(({ state }) => state !== 'unknown'),
    ),
  )
}

/** The missing facts on which a provision turns, its exceptions and bars included. */
export function openAsks({ engine, law, input, item, active, trial }: Subject): Ask[] {
  const deal = dealItems(input, contextOf(engine, law, trial))[item]!
  const { proof } = testsOf(law, deal.facts)
  const all = around(law, active).flatMap((one) => asks(proof(one, trial.posture)))
  return [...new Map(all.map((ask) => [ask.path, ask])).values()]
}

function flipOf(subject: Subject, { changed, ...change }: Change): Flip {
  const { engine, law, trial } = subject
  return {
    ...change,
    state: stateIn(subject, changed),
    outcome: standing(engine, law, changed, trial).outcome,
  }
}

function stateIn({ engine, law, item, active, trial }: Subject, input: Case): Verdict {
  const deal = dealItems(input, contextOf(engine, law, trial))[item]
  return deal === undefined ? 'unknown' : stateOf(law, active, deal, trial.posture)
}

function honestChanges(subject: Subject): Change[] {
  const { engine, law, active } = subject
  const tested = [...testsOn(around(law, active), law.book).keys()]
  return tested.flatMap((name) => {
    const fact = engine.dictionary.get(name)
    return fact === undefined ? [] : changesOf(fact, subject)
  })
}

function changesOf(fact: FactDefinition, { engine, law, input, item }: Subject): Change[] {
  const { name } = fact
  const values = representatives(fact, law, engine)
  const change = (path: string, value: unknown, others: readonly Value[] = []): Change => ({
    fact: name,
    path,
    value,
    others,
    changed: placed(input, path, value),
  })
  if (name === 'to') return values.map(({ value, others }) => change('to', value, others))
  if (name === 'evidence.nac.daysBeforeExport') {
    return values.map(({ value }) =>
      change('evidence.nac.registered', daysAfter(law.day, -(value as number))),
    )
  }
  if (name.startsWith('evidence.') && fact.at !== 'derived')
    return values.map(({ value }) => change(fact.at, value))
  if (name === 'exceptions.claimed') {
    const claimed = input.licenseExceptions ?? []
    return (fact.values ?? [])
      .filter((one) => !claimed.includes(one))
      .map((one) => change('licenseExceptions', [...claimed, one]))
  }
  if (name === 'redFlags.open' && (input.redFlags ?? []).length > 0) return [change('redFlags', [])]
  const each = perUnit(name, input, item)
  if (each === undefined) return []
  const quantities = values
    .map(({ value }) => Math.floor((value as number) / each))
    .filter((n) => n >= 1)
  return [...new Set(quantities)].map((n) => change(`items[${item}].quantity`, n))
}

/** How much one unit adds to a total that the law draws a line on. */
function perUnit(name: string, input: Case, item: number): number | undefined {
  const { unitValue, specs } = input.items?.[item] ?? {}
  if (name === 'item.purchaseValue') return unitValue
  const tpp = specs?.['tpp']
  return name === 'item.aggregateTpp' && typeof tpp === 'number' ? tpp : undefined
}
