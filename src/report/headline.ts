import type { Basis, Determination, Outcome } from '../determination.ts'
import { factLabel } from '../explain/narrate.ts'
import { countryText, named, valueText } from '../wording/values.ts'
import { count, say, type Wording } from '../wording/wording.ts'
import { nextSteps } from './next-steps.ts'
import { reasons, type Reason } from './reasons.ts'

/** What a busy reader must see first, in every rendering. */
export interface Headline {
  readonly outcome: Outcome
  readonly title: string
  readonly meaning: string
  readonly caseName: string
  /** The license review policy and, while it is open, what it could be; empty where none is due. */
  readonly policy: readonly string[]
  readonly reasons: readonly Reason[]
  readonly next: string
  readonly steps: readonly string[]
  /** What the codified text alone would say, where that differs. */
  readonly textOnly: string | null
  /** A warning and one line for each assumed fact; empty where none was assumed. */
  readonly assumed: readonly string[]
  readonly openRedFlags: string | null
  readonly route: string | null
  readonly lawDate: string
  readonly knowledgeDate: string
  readonly posture: string
}

/** The first page, the first ten lines: the same words for the terminal, Markdown and PDF. */
export function headline(determination: Determination, wording: Wording): Headline {
  const { outcome, basis } = determination
  const openFlags = determination.redFlags.filter((flag) => flag.open).length
  return {
    outcome,
    title: say(wording, `outcomes.${outcome}.title`),
    meaning: say(wording, `outcomes.${outcome}.meaning`),
    caseName: [determination.case, determination.title].filter((part) => part !== null).join(' | '),
    policy: policyLines(determination, wording),
    reasons: reasons(determination, wording),
    next: say(wording, `outcomes.${outcome}.next`),
    steps: nextSteps(determination, wording),
    textOnly: textOnly(determination, wording),
    assumed: assumedLines(determination, wording),
    openRedFlags: openFlags === 0 ? null : count(wording, 'report.red-flags-open', openFlags),
    route: routeText(determination, wording),
    lawDate: say(wording, 'report.law-date', { date: basis.lawDate }),
    knowledgeDate: say(wording, 'report.known-on', { date: basis.knowledgeDate }),
    posture: postureText(determination, wording),
  }
}

/** `presumption of denial`, or that it is open and which policies stay possible on which questions. */
function policyLines(determination: Determination, wording: Wording): string[] {
  const { reviewPolicy, reviewPolicySettled, reviewPolicyOptions, outcome } = determination
  if (reviewPolicy === null && outcome !== 'license-required') return []
  if (reviewPolicy !== null && reviewPolicySettled) {
    return [say(wording, 'report.policy', { policy: named(wording, 'policies', reviewPolicy) })]
  }
  if (reviewPolicy === null && reviewPolicyOptions.length === 0)
    return [say(wording, 'report.policy-none')]
  const lead =
    reviewPolicy === null
      ? say(wording, 'report.policy-unknown')
      : say(wording, 'report.policy-open', { policy: named(wording, 'policies', reviewPolicy) })
  const others = reviewPolicyOptions.filter(({ policy }) => policy !== reviewPolicy)
  const options = others.map(({ policy, citation, questions }) => {
    const values = { policy: named(wording, 'policies', policy), citation }
    if (questions.length === 0) return say(wording, 'report.policy-option', values)
    return say(wording, 'report.policy-option-asks', {
      ...values,
      facts: count(wording, 'report.open-facts', questions.length),
    })
  })
  return [lead, ...options]
}

function textOnly(determination: Determination, wording: Wording): string | null {
  if (determination.textOnly === null) return null
  return say(wording, 'report.text-only', {
    outcome: say(wording, `outcomes.${determination.textOnly}.title`),
    posture: say(wording, `postures.${determination.basis.posture}`),
  })
}

function assumedLines(determination: Determination, wording: Wording): string[] {
  const { assumed } = determination
  if (assumed.length === 0) return []
  const lines = assumed.map((entry) =>
    say(wording, 'report.assumed-line', {
      fact: factLabel(wording, entry.fact),
      value: valueText(wording, entry.value),
      basis: entry.basis,
      profile: entry.profile,
      signedBy: entry.signedBy,
      expires: entry.expires,
    }),
  )
  return [count(wording, 'report.assumed-warning', assumed.length), ...lines]
}

function routeText(determination: Determination, wording: Wording): string | null {
  const { activity, from, to, via } = determination.route
  if (activity === null && from === null && to === null) return null
  return say(wording, via.length === 0 ? 'report.route-to' : 'report.route-via', {
    activity:
      activity === null ? say(wording, 'values.unknown') : named(wording, 'activities', activity),
    from: countryText(wording, from),
    to: countryText(wording, to),
    via: via.map((code) => countryText(wording, code)).join(', '),
  })
}

/** How the law was read: as enforced or by its text, with proposals or without. */
export function postureText(
  determination: { readonly basis: Pick<Basis, 'posture' | 'includeProposed'> },
  wording: Wording,
): string {
  const posture = say(wording, `postures.${determination.basis.posture}`)
  if (!determination.basis.includeProposed) return posture
  return `${posture}; ${say(wording, 'report.include-proposed')}`
}
