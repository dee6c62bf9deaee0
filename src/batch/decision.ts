import { check, type CheckOptions } from '../check.ts'
import type { Determination, Outcome } from '../determination.ts'
import type { Engine } from '../engine.ts'
import type { Case } from '../facts/case.ts'
import { reasons } from '../report/reasons.ts'

/** Columns that the results have beside those of the input. */
export const RESULT_COLUMNS = [
  'licet_outcome',
  'licet_review_policy',
  'licet_text_only',
  'licet_because',
  'licet_reasons',
  'licet_citations',
  'licet_exceptions',
  'licet_questions',
  'licet_obligations',
  'licet_assumed',
  'licet_screening',
] as const

/** What the rows of one decision key have in common. */
export interface Decision {
  readonly outcome: Outcome
  /** Values of the result columns, in their order, but for the last, which each row has of its own. */
  readonly values: readonly string[]
  readonly items: readonly string[]
  readonly provisions: readonly string[]
}

/**
 * What the results say of a determination, whether it was reached for one case or for many rows; `beside`
 * is what stands behind a question where the determination itself was not told of screening.
 */
export function decisionOf(
  determination: Determination,
  engine: Engine,
  beside: (fact: string) => string | undefined = () => undefined,
): Decision {
  const { outcome, reviewPolicy, textOnly, because, exceptions, assumed } = determination
  const given = reasons(determination, engine.wording)
  return {
    outcome,
    values: [
      outcome,
      reviewPolicy ?? '',
      textOnly ?? '',
      because.join(' '),
      given.map(({ text }) => text).join('; '),
      [...new Set(given.map(({ citation }) => citation))].join('; '),
      exceptions
        .filter(({ verdict }) => verdict === 'yes')
        .map(({ citation, title }) => `${citation} ${title}`)
        .join('; '),
      determination.questions
        .map(({ fact, ask }) => `${fact}: ${ask}${beside(fact) ?? ''}`)
        .join(' | '),
      determination.obligations
        .map(
          ({ text, citation, dueBy }) =>
            `${text} (${citation}${dueBy === null ? '' : `, by ${dueBy}`})`,
        )
        .join(' | '),
      [...new Set(assumed.map(({ fact, profile }) => `${fact} (${profile})`))].join('; '),
    ],
    items: [...new Set(determination.items.map(({ product }) => product))],
    provisions: because,
  }
}

/** Decides the case of a key. */
export const decideCase = (
  engine: Engine,
  input: Case,
  options: CheckOptions,
  beside?: (fact: string) => string | undefined,
): Decision => decisionOf(check(engine, input, options), engine, beside)
