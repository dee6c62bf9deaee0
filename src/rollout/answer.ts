import type { Determination } from '../determination.ts'
import { groundAnswers, reasonsOf } from './grounds.ts'
import type { Policy } from './policy.ts'
import type { Answer } from './rollout.ts'
import type { Seats } from './transaction.ts'

/** What a rollout keeps of a determination; `origin` says where in the manifest a path belongs. */
export function answerOf(
  determination: Determination,
  policies: readonly Policy[],
  seats: Seats | null,
  origin: (path: string) => string,
): Answer {
  const { outcome, reviewPolicy, textOnly, because, questions, obligations, notices } =
    determination
  return {
    outcome,
    reviewPolicy,
    textOnly,
    because,
    grounds: groundAnswers(determination, policies),
    reasons: reasonsOf(determination, policies),
    open: [...new Set(questions.map(({ fact }) => origin(fact)))].sort(),
    policyOpen: [
      ...new Set(policies.flatMap(({ asks }) => asks.map(({ path }) => origin(path)))),
    ].sort(),
    conditions:
      outcome === 'permitted-with-conditions'
        ? obligations.map(({ citation, text }) => ({ citation, text }))
        : [],
    notices: notices
      .filter(({ changesOutcome }) => changesOutcome)
      .map(({ id, citation, title, status }) => ({ id, citation, title, status })),
    seats:
      seats === null
        ? null
        : {
            headquarters: seats.headquarters ?? null,
            parentHeadquarters: seats.parentHeadquarters ?? null,
          },
  }
}
