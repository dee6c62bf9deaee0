import type { CheckFlags, PartyFlags } from '../commands/check.ts'
import type { RolloutFormat } from '../commands/rollout.ts'

/** What the options of `licet rollout` say. */
export interface RolloutFlags extends Omit<CheckFlags, 'asOf'>, PartyFlags {
  readonly asOf: readonly string[]
  readonly since?: string
  readonly cell?: string
  readonly case?: boolean
  readonly explain?: boolean
  readonly format: readonly RolloutFormat[]
  readonly out?: string
}
