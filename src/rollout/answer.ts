import type { Determination } from '../determination.ts'
import { groundAnswers, reasonsOf } from './grounds.ts'
import type { Answer } from './rollout.ts'
import type { Seats } from './transaction.ts'

/** What a rollout keeps of a determination; `origin` says where in the manifest a path belongs. */
export function answerOf(
  determination: Determination,
  seats: Seats | undefined,
  origin: (path: string) => string,
): Answer {
  const { outcome, reviewPolicy, textOnly, because, questions, obligations, notices } =
    determination
  return {
    outcome,
    reviewPolicy,
    textOnly,
    because,
    grounds: groundAnswers(determination),
    reasons: reasonsOf(determination),
    open: [...new Set(questions.map(({ fact }) => origin(fact)))].sort(),
    conditions: obligations.map(({ citation, text }) => ({ citation, text })),
    notices: notices
      .filter(({ changesOutcome }) => changesOutcome)
      .map(({ id, citation, title, status }) => ({ id, citation, title, status })),
    seats:
      seats === undefined
        ? null
        : {
            headquarters: seats.headquarters ?? null,
            parentHeadquarters: seats.parentHeadquarters ?? null,
          },
  }
}
