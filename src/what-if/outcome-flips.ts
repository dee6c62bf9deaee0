import { contextOf } from '../check.ts'
import type { Outcome, Question } from '../determination.ts'
import type { Engine } from '../engine.ts'
import { placed } from '../explain/place.ts'
import type { Case } from '../facts/case.ts'
import { dealItems, type DealItem } from '../facts/deal.ts'
import type { FactDefinition } from '../facts/dictionary.ts'
import type { Facts, Value } from '../logic/facts.ts'
import type { Law } from '../rules/on-day.ts'
import { representatives } from './representatives.ts'
import { standing, type Trial } from './standing.ts'
import { trialAnswers } from './trial-answers.ts'

/** One fact that, were it otherwise, would lead to another outcome. */
export interface OutcomeFlip {
  /** Name of the fact in the dictionary, and where it stands in the case. */
  readonly fact: string
  readonly path: string
  /** What the case says; null where it says nothing. */
  readonly stated: unknown
  /** Values that lead there, one for each way in which the law can see the fact. */
  readonly values: readonly unknown[]
  readonly outcome: Outcome
}

/** What was tried on a case, each time with one fact otherwise and all others as they are. */
export interface OutcomeFlips {
  /** How many values were tried. */
  readonly tried: number
  /** False where the bound was reached before every fact was tried. */
  readonly isComplete: boolean
  readonly found: readonly OutcomeFlip[]
}

/** More values than these are not tried on one case. */
const MOST_TRIALS = 400

/**
 * The facts on which the outcome of a case rests: the destination and the route, what is known of the
 * parties and the end use, the evidence and the exceptions claimed, and the missing facts. What describes
 * the item is left out: its distance to each line is another matter. Same case, same result.
 */
export function outcomeFlips(
  engine: Engine,
  law: Law,
  input: Case,
  questions: readonly Question[],
  trial: Trial,
): OutcomeFlips {
  const now = standing(engine, law, input, trial).outcome
  const found = new Map<string, OutcomeFlip>()
  let tried = 0
  const changes = changesOf(engine, law, input, questions, trial)
  for (const { fact, path, stated, value, changed } of changes.slice(0, MOST_TRIALS)) {
    tried += 1
    const { outcome } = standing(engine, law, changed, trial)
    if (outcome === now) continue
    const key = `${path} ${outcome}`
    const values = [...(found.get(key)?.values ?? []), value]
    found.set(key, { fact, path, stated, values, outcome })
  }
  return { tried, isComplete: changes.length <= MOST_TRIALS, found: [...found.values()] }
}

interface Change extends Pick<OutcomeFlip, 'fact' | 'path' | 'stated'> {
  readonly value: unknown
  readonly changed: Case
}

function changesOf(
  engine: Engine,
  law: Law,
  input: Case,
  questions: readonly Question[],
  trial: Trial,
): Change[] {
  const stated = statedFacts(dealItems(input, contextOf(engine, law, trial)), engine)
  return [
    ...stated.flatMap(({ definition, path, value: now }) =>
      representatives(definition, law, engine)
        .filter(({ value, others }) => ![value, ...others].some((one) => isSame(one, now)))
        .map(({ value }): Change => {
          const changed = placed(input, path, value)
          return { fact: definition.name, path, stated: now, value, changed }
        }),
    ),
    ...questions.flatMap((question) =>
      trialAnswers(question, input, law, engine).map((answer): Change => ({
        fact: question.name,
        path: question.fact,
        stated: null,
        value: answer.at(-1)!.value,
        changed: answer.reduce((so, { path, value }) => placed(so, path, value), input),
      })),
    ),
  ]
}

interface Stated {
  readonly definition: FactDefinition
  readonly path: string
  readonly value: Value
}

/** The facts of a case that its law looks at and that a person stated, each once. */
function statedFacts(deals: readonly DealItem[], { dictionary }: Engine): Stated[] {
  const found = new Map<string, Stated>()
  const add = ({ values, paths, sources }: Facts): void => {
    for (const name of Object.keys(sources).sort()) {
      const definition = dictionary.get(name)
      const [value, path] = [values[name], paths[name] ?? name]
      if (definition === undefined || value === undefined || found.has(path)) continue
      if (isTried(definition)) found.set(path, { definition, path, value })
    }
  }
  for (const { facts } of deals) {
    add(facts)
    for (const list of Object.values(facts.lists)) list?.members.forEach(add)
  }
  return [...found.values()]
}

/** What a deal is: its items, and who does what in it. Otherwise it would be another deal. */
const IDENTITY = /^(item|circuit|input|content)\.|^activity$|^party\.role$/

/** Not what a deal is, nor what is worked out from other facts. */
const isTried = ({ name, at }: FactDefinition): boolean => at !== 'derived' && !IDENTITY.test(name)

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
