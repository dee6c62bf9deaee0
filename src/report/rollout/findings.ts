import type { Rollout, RolloutFinding } from '../../rollout/rollout.ts'
import { say, type Wording } from '../../wording/wording.ts'
import { columnText, fewPlaces, outcomeText } from './words.ts'

/** `manifest.yaml:16:80: api, 2026-11-22: License required in Iran (IR) (note 3)`. */
export function findingLine(rollout: Rollout, finding: RolloutFinding, wording: Wording): string {
  return `${spotText(finding)}: ${findingText(rollout, finding, wording)}`
}

export const spotText = ({ file, line, column }: RolloutFinding): string =>
  [file, line, column].filter((part) => part !== null).join(':')

/** What a finding says, without its place in the manifest. */
export function findingText(rollout: Rollout, finding: RolloutFinding, wording: Wording): string {
  return say(wording, finding.byPolicy ? 'rollout.policy-finding' : 'rollout.finding', {
    column: columnText(rollout, finding),
    day: finding.asOf.join(', '),
    outcome: outcomeText(wording, finding.outcome),
    places: fewPlaces(wording, finding.places, rollout.places),
    note: finding.answer + 1,
  })
}
