import { createHash } from 'node:crypto'
import { layOut, outline, type CheckOptions, type Outline } from '../check.ts'
import type { Obligation, Outcome } from '../determination.ts'
import type { Engine } from '../engine.ts'
import type { Case } from '../facts/case.ts'
import { reasonsOf, type Reason } from '../report/reasons.ts'
import { likenessOf } from '../stages/likeness.ts'
import { Memo } from './memo.ts'

/** Columns that the results have beside those of the input. */
export const RESULT_COLUMNS = [
  'licet_outcome',
  'licet_review_policy',
  'licet_text_only',
  'licet_because',
  'licet_reasons',
  'licet_citations',
  'licet_exceptions',
  'licet_conditions',
  'licet_questions',
  'licet_assumed',
  'licet_screening',
] as const

/** What the rows of one decision key have in common. */
export interface Decision {
  readonly outcome: Outcome
  /** Values of the result columns, in their order, but for the last, which each row has of its own. */
  readonly values: readonly string[]
  /** What its rows are counted by. */
  readonly names: {
    readonly item: readonly string[]
    readonly provision: readonly string[]
    readonly assumed: readonly string[]
    readonly textOnly: readonly string[]
  }
  readonly reasons: readonly Reason[]
  /** The open questions, each with the path of its fact. */
  readonly questions: readonly string[]
}

/**
 * What the results say of an answer, whether it was reached for one case or for many rows; `beside` is what
 * stands behind a question where the answer itself was not told of screening.
 */
export function decisionOf(
  answer: Outline,
  engine: Engine,
  beside: (fact: string) => string | undefined = () => undefined,
): Decision {
  const { outcome, because, products } = answer
  // What lifts a requirement is only looked for where it is what the outcome rests on.
  const isLifted = outcome === 'permitted-with-conditions'
  const exceptions = isLifted ? answer.exceptions() : []
  const lifting = exceptions.filter(({ verdict }) => verdict === 'yes')
  // A notice reaches the whole deal, which is only said where there is more than one item.
  const notices = products.length > 1 ? answer.notices() : []
  const applied = [
    ...answer.findings,
    ...exceptions,
    ...notices.map((notice) => ({ ...notice, item: null })),
  ]
  const given = reasonsOf(because, applied, products.length, engine.wording)
  const conditions = isLifted ? answer.obligations : []
  const questions = answer.questions.map(({ fact, ask }) => `${fact}: ${ask}${beside(fact) ?? ''}`)
  const assumed = [...new Set(answer.assumed.map(({ fact, profile }) => `${fact} (${profile})`))]
  return {
    outcome,
    values: [
      outcome,
      answer.reviewPolicy ?? '',
      answer.textOnly ?? '',
      because.join(' '),
      given.map(({ text }) => text).join('; '),
      [...new Set(given.map(({ citation }) => citation))].join('; '),
      [...new Set(lifting.map(({ citation, title }) => `${citation} ${title}`))].join('; '),
      conditions.map(sayDuty).join(' | '),
      questions.join(' | '),
      assumed.join('; '),
    ],
    names: {
      item: [...new Set(products)],
      provision: because,
      assumed,
      textOnly: answer.textOnly === null ? [] : [answer.textOnly],
    },
    reasons: given,
    questions,
  }
}

const sayDuty = ({ text, citation, dueBy }: Obligation): string =>
  `${text} (${citation}${dueBy === null ? '' : `, by ${dueBy}`})`

/** What was decided of kinds of deals, by a digest of all that the law of their day says of them. */
export type Kinds = readonly (readonly [kind: string, decision: Decision])[]

/** Decides cases one after the other, those that the law of their day says the same of once. */
export interface CaseDecider {
  /** The decision on a case; `beside` is what stands behind a question, by the path of its fact. */
  readonly decide: (input: Case, beside: ReadonlyMap<string, string>) => Decision
  /** The kinds that were decided here since this was last asked, as many as are kept. */
  readonly news: () => Kinds
  /** Takes over what was decided elsewhere. */
  readonly learn: (kinds: Kinds) => void
}

/** Kinds of deals that are remembered, by digests of 44 letters. */
const MOST_KINDS = 100_000
/** Kinds that wait to be told; whoever is not told of one decides it too. */
export const MOST_NEWS = 10_000
/** Decisions that are remembered, each once however many kinds of deals come to it. */
const MOST_DECISIONS = 10_000

export function caseDecider(engine: Engine, options: CheckOptions): CaseDecider {
  const known = new Memo<Decision>(MOST_KINDS)
  const decisions = new Memo<Decision>(MOST_DECISIONS)
  let news: (readonly [string, Decision])[] = []
  const once = (decision: Decision): Decision => {
    const text = JSON.stringify(decision)
    const found = decisions.get(text)
    if (found === undefined) decisions.set(text, decision)
    return found ?? decision
  }
  return {
    decide: (input, beside) => {
      const laid = layOut(engine, input, options)
      const { law, deals } = laid
      const kind = digestOf(JSON.stringify([law.day, ...beside]) + likenessOf(law, deals, digestOf))
      let decision = known.get(kind)
      if (decision === undefined) {
        const answer = outline(engine, laid, options)
        decision = once(decisionOf(answer, engine, (fact) => beside.get(fact)))
        known.set(kind, decision)
        if (news.length < MOST_NEWS) news.push([kind, decision])
      }
      return decision
    },
    news: () => {
      const told = news
      news = []
      return told
    },
    learn: (kinds) => {
      for (const [kind, decision] of kinds) known.set(kind, once(decision))
    },
  }
}

/** SHA-256 of a text. */
export const digestOf = (text: string): string => createHash('sha256').update(text).digest('base64')
