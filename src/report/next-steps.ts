import type {
  Determination,
  ExceptionResult,
  Obligation,
  Outcome,
  Question,
} from '../determination.ts'
import { factAt, named } from '../wording/values.ts'
import { say, type Wording } from '../wording/wording.ts'
import { reachOf } from './reasons.ts'

/**
 * What a person has to do, the most urgent first: open points to settle, exceptions that cover or could
 * cover the deal, facts to find out, conditions to meet. While facts decide, they come first.
 */
export function nextSteps(determination: Determination, wording: Wording): string[] {
  const review = reviewSteps(determination, wording)
  const questions = determination.questions.map((question) => questionText(question, wording))
  if (determination.outcome === 'needs-facts') return [...questions, ...review]
  const exceptions = usable(determination).map((exception) => exceptionText(exception, wording))
  const goes = GOES_AHEAD.has(determination.outcome)
  const obligations = goes
    ? determination.obligations.map((duty) => obligationText(duty, wording))
    : []
  return [...new Set([...review, ...exceptions, ...questions, ...obligations])]
}

/** Duties are worth a step only where the deal may go ahead. */
const GOES_AHEAD: ReadonlySet<Outcome> = new Set([
  'not-subject',
  'no-license-required',
  'permitted-with-conditions',
])

/** The exceptions that carry a permission, or that could still lift a license requirement. */
function usable({ outcome, exceptions }: Determination): ExceptionResult[] {
  if (outcome === 'permitted-with-conditions')
    return exceptions.filter(({ verdict }) => verdict === 'yes')
  if (outcome === 'prohibited') return []
  return exceptions.filter(({ verdict }) => verdict === 'unknown')
}

function reviewSteps(determination: Determination, wording: Wording): string[] {
  const flags = determination.redFlags
    .filter((flag) => flag.open)
    .map(({ title, citation }) => say(wording, 'report.red-flag-open', { title, citation }))
  const points = determination.findings
    .filter(
      ({ kind, verdict }) => (kind === 'unsettled' || kind === 'conflict') && verdict === 'yes',
    )
    .map(({ title, citation }) => say(wording, 'report.review-finding', { title, citation }))
  return [...new Set([...flags, ...points])]
}

function questionText(question: Question, wording: Wording): string {
  const ask = say(wording, 'report.question-known-by', {
    ask: question.ask,
    knownBy: named(wording, 'knownBy', question.knownBy),
  })
  return factAt(wording, ask, question.fact)
}

function exceptionText(exception: ExceptionResult, wording: Wording): string {
  const { title, citation, open } = exception
  const values = {
    title,
    citation,
    reach: reachOf([exception.item], wording),
    open: open.join('; '),
  }
  if (exception.verdict === 'yes') return say(wording, 'report.exception-holds', values)
  return say(
    wording,
    open.length === 0 ? 'report.exception-could' : 'report.exception-open',
    values,
  )
}

/** An obligation with its citation and, where the law sets one, its last day. */
export function obligationText(duty: Obligation, wording: Wording): string {
  const { text, citation, dueBy } = duty
  if (dueBy === null) return say(wording, 'report.obligation', { text, citation })
  return say(wording, 'report.obligation-due', { text, citation, due: dueBy })
}
