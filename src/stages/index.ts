import type { Determination, ItemResult, Outcome, Posture } from '../determination.ts'
import type { Engine } from '../engine.ts'
import type { Open } from '../explain/questions.ts'
import { clauseSentence, factSentence } from '../explain/sentences.ts'
import type { DealItem } from '../facts/deal.ts'
import type { Proof } from '../logic/prove.ts'
import type { Law } from '../rules/on-day.ts'
import { because } from './because.ts'
import { classify, contradiction } from './classify.ts'
import { conflictFindings } from './conflicts.ts'
import { decide } from './decide.ts'
import { exceptionResults } from './exceptions.ts'
import { considered, findings, redFlags } from './findings.ts'
import { notices, obligations } from './notices.ts'
import { openProvisions } from './open.ts'
import { reviewPolicy, type Review } from './review-policy.ts'
import { reached, testsOf, verdictIn } from './test.ts'
import { evidence } from './verdicts.ts'

/** Everything that is determined of one item; `check` joins the items of a case. */
export interface ItemDetermination extends Pick<
  Determination,
  'findings' | 'redFlags' | 'obligations' | 'because'
> {
  readonly item: () => ItemResult
  readonly exceptions: () => Determination['exceptions']
  readonly considered: () => Determination['considered']
  readonly notices: () => Determination['notices']
  readonly outcome: Outcome
  readonly textOutcome: Outcome
  readonly open: readonly Open[]
  readonly review: Review
}

/**
 * The stages of the review of one item, in the order of part 732: test every provision of the day,
 * classify, decide under the text and as enforced, and say what follows.
 */
export function determineItem(
  engine: Engine,
  law: Law,
  deal: DealItem,
  posture: Posture,
): ItemDetermination {
  const { wording } = engine
  const clause = (proof: Proof): string => clauseSentence(proof, wording)
  const item = deal.sent ? deal.index : null

  const tested = testsOf(law, deal.facts)
  const near = reached(law, tested)
  const claim = contradiction(near, tested.codified, deal.claimed)
  const conflicts = conflictFindings(deal, claim)

  const outcomeUnder = (layer: Posture): Outcome => {
    const claims = () => [claim.verdict, ...conflicts.map(({ verdict }) => verdict)]
    return decide(
      evidence(near, (active, under) => verdictIn(tested, active, under), layer, claims),
    )
  }
  const outcome = outcomeUnder(posture)
  const textOutcome = posture === 'text' ? outcome : outcomeUnder('text')

  const found = [...findings(near, tested, posture, item), ...conflicts]
  const used =
    outcome === 'permitted-with-conditions' ? found.flatMap(({ liftedBy }) => liftedBy) : []

  const itemResult = (): ItemResult => {
    const { reasonsForControl, ...classification } = classify(
      near,
      tested,
      deal,
      (fact, saw, source) => factSentence(fact, saw, source, wording),
    )
    return {
      index: deal.index,
      product: deal.product,
      quantity: deal.quantity,
      outcome,
      classification,
      circuits: deal.circuits(),
      remarks: [...deal.remarks()],
      reasonsForControl: [...reasonsForControl],
    }
  }

  return {
    outcome,
    textOutcome,
    because: because(outcome, found),
    findings: found,
    redFlags: redFlags(near, tested, posture, item),
    obligations: obligations(near, tested, new Set(used), posture, item, deal.facts),
    open: openProvisions(near, tested, posture, claim),
    review: reviewPolicy(near, tested, outcome, found, posture),
    // What only a whole determination shows is made when it is asked for.
    item: itemResult,
    exceptions: () => exceptionResults(near, tested, posture, item, clause),
    considered: () => considered(law, tested, deal.facts, posture, item, clause),
    notices: () => notices(near, tested, outcome, textOutcome),
  }
}
