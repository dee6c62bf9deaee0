import type { Determination, Question } from '../determination.ts'
import type { Engine } from '../engine.ts'
import type { Case } from '../facts/case.ts'
import { asks } from '../logic/asks.ts'
import type { Law } from '../rules/on-day.ts'
import { EFFORT } from '../explain/questions.ts'
import { placed } from '../explain/place.ts'
import { standing, type Standing, type Trial } from './standing.ts'
import { trialAnswers, type TrialAnswer } from './trial-answers.ts'

/** A question with what its answers can do. */
export interface Settling extends Question {
  /** How many open provisions the most and the least helpful answer settle; below zero where one opens more. */
  readonly best: number
  readonly worst: number
  /** Whether two of its answers lead to different outcomes, however far the others are answered. */
  readonly decides: boolean
}

/**
 * The open questions in the order in which to ask them: first those whose answers can decide the
 * outcome, then by how much they settle, weighed by how hard it is to find out. None is dropped:
 * one that can't be seen to decide now comes last.
 */
export function settling(
  engine: Engine,
  law: Law,
  input: Case,
  questions: readonly Question[],
  trial: Trial,
): Settling[] {
  const trials = questions.map((question) => trialAnswers(question, input, law, engine))
  const at = (so: Case): Standing => standing(engine, law, so, trial)
  const { open } = at(input)
  // A question decides if it does while all others are open, or while all others are answered well.
  const contexts = [input, answeredWell(input, trials, at)]
  return questions
    .map((question, i): Settling => {
      const after = trials[i]!.map((answer) => at(given(input, answer)))
      const settled = after.map((one) => open - one.open)
      const decides = contexts.some((context) => {
        const outcomes = trials[i]!.map((answer) => at(given(context, answer)).outcome)
        return new Set(outcomes).size > 1
      })
      return {
        ...question,
        best: Math.max(0, ...settled),
        worst: settled.length === 0 ? 0 : Math.min(...settled),
        decides,
      }
    })
    .sort(
      (a, b) =>
        Number(b.decides) - Number(a.decides) || worth(b) - worth(a) || (a.fact < b.fact ? -1 : 1),
    )
}

const given = (input: Case, answer: TrialAnswer): Case =>
  answer.reduce((so, { path, value }) => placed(so, path, value), input)

/** The case with every question answered, each so that the least stands against the deal. */
function answeredWell(
  input: Case,
  trials: readonly (readonly TrialAnswer[])[],
  at: (so: Case) => Standing,
): Case {
  return trials.reduce((so, answers) => {
    const tried = answers.map((answer) => given(so, answer)).map((one) => ({ one, ...at(one) }))
    const best = tried.sort((a, b) => a.against - b.against || a.open - b.open)[0]
    return best?.one ?? so
  }, input)
}

const worth = ({ best, worst, knownBy }: Settling): number =>
  (best + worst) / (1 + (EFFORT[knownBy] ?? 0) / 4)

/**
 * The questions that could still change the answer. Once a license is required, only a prohibition or
 * the review policy can; once the deal is prohibited, nothing can.
 */
export function stillMatter(determination: Determination): Question[] {
  const { outcome, questions, findings, reviewPolicyOptions, items } = determination
  if (outcome === 'prohibited') return []
  if (outcome !== 'license-required' || items.some((item) => item.outcome === 'needs-facts'))
    return questions
  const prohibitions = findings.filter(
    ({ kind, verdict }) => kind === 'prohibition' && verdict === 'unknown',
  )
  const paths = new Set([
    ...prohibitions.flatMap(({ proof }) => asks(proof).map(({ path }) => path)),
    ...reviewPolicyOptions.flatMap((option) => option.questions),
  ])
  return questions.filter(({ fact }) => paths.has(fact))
}
