/**
 * Licet as a library: load a rule pack once, judge many cases.
 *
 * ```ts
 * const engine = loadEngine()
 * for (const result of readCases(text, 'deal.yaml', engine.schema)) {
 *   if (result.ok) console.log(check(engine, result.value.case, options).outcome)
 * }
 * ```
 */
export { check, type CheckOptions } from './check.ts'
export {
  OUTCOMES,
  REVIEW_POLICIES,
  type Determination,
  type Outcome,
  type Posture,
  type ReviewPolicy,
} from './determination.ts'
export { engineOf, type Engine } from './engine.ts'
export { Fault, say as sayIssue, type Issue, type Place, type Result } from './errors.ts'
export { profileSchema, type Profile } from './facts/assumptions.ts'
export type { Case } from './facts/case.ts'
export { readCases, type CaseResult, type ReadCase } from './facts/read-case.ts'
export {
  findInstance,
  findRegion,
  type Cloud,
  type Instance,
  type Region,
  type Resolved,
} from './catalog/cloud.ts'
export { checkProposal } from './proposal/check-proposal.ts'
export type { Proposal } from './proposal/input.ts'
export { PROPOSAL_OUTCOMES, type ProposalOutcome, type ProposalResult } from './proposal/result.ts'
export { proposalSchema } from './proposal/schema.ts'
export { loadEngine } from './rules/load.ts'
export type { Pack } from './rules/pack.ts'
export { recordOf } from './report/record.ts'
export { VERSION } from './version.ts'
export { openLists, type Lists } from './lists/open.ts'
export type { Answer, Hit, Threshold } from './screening/answer.ts'
export type { Subject } from './screening/screen.ts'
export type { Affected, ListChange } from './lists/affected.ts'
export type { PartyFinding, Terms } from './screening/screen-party.ts'
