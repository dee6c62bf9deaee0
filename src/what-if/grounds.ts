import { contextOf, type CheckOptions } from '../check.ts'
import type { Determination } from '../determination.ts'
import type { Engine } from '../engine.ts'
import { sendsItem } from '../facts/activity.ts'
import type { Case } from '../facts/case.ts'
import { dealItems } from '../facts/deal.ts'
import { settled } from '../screening/screen-parties.ts'
import { jurisdictionOf, type JurisdictionTest } from '../stages/jurisdiction.ts'
import { outcomeFlips, type OutcomeFlips } from './outcome-flips.ts'

/** What a record of a determination holds beyond it: on what the answer rests. */
export interface Grounds {
  readonly jurisdiction: readonly JurisdictionTest[]
  readonly flips: OutcomeFlips
}

/** More missing facts than these are not tried: they come in the order that settles most. */
const MOST_QUESTIONS = 12

/** The grounds of a determination: its jurisdiction, and the facts that would change its outcome. */
export function grounds(
  engine: Engine,
  input: Case,
  { basis, screening, questions }: Determination,
  profiles: CheckOptions['profiles'],
): Grounds {
  const law = engine.lawOn(basis.lawDate, basis.includeProposed)
  const screened = settled(input, screening)
  const trial = { posture: basis.posture, profiles }
  const deals = dealItems(screened, contextOf(engine, law, trial))
  const asked = questions.slice(0, MOST_QUESTIONS)
  return {
    jurisdiction: sendsItem(screened) === false ? [] : jurisdictionOf(law, deals, basis.posture),
    flips: outcomeFlips(engine, law, screened, asked, trial),
  }
}
