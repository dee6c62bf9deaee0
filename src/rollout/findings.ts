import { OUTCOMES, type Outcome } from '../determination.ts'
import type { Place } from '../errors.ts'
import type { Answer, Cell, RolloutFinding } from './rollout.ts'

/** A cell that is to be switched on, and the word of the manifest that says so. */
export interface Wanted {
  readonly cell: Cell
  readonly path: readonly PropertyKey[]
}

const GO: ReadonlySet<Outcome> = new Set([
  'not-subject',
  'no-license-required',
  'permitted-with-conditions',
])

/** Whether a cell may be switched on, its conditions met. */
export const mayGo = ({ outcome }: Pick<Cell, 'outcome'>): boolean => GO.has(outcome)

/** Whether the provider's own terms bar it or may, whatever the law says. */
export const heldByPolicy = ({ grounds }: Answer): boolean => grounds.policy.outcome !== null

/**
 * What stands in the way of the cells that are to be switched on: one finding for each word of the
 * manifest, column, date and answer, with the places that it brings in.
 */
export function findings(
  wanted: readonly Wanted[],
  answers: readonly Answer[],
  placeOf: (path: readonly PropertyKey[]) => Place,
): RolloutFinding[] {
  const found = new Map<string, RolloutFinding>()
  for (const { cell, path } of wanted) {
    const byPolicy = mayGo(cell)
    if (byPolicy && !heldByPolicy(answers[cell.answer]!)) continue
    const { place, feature, model, customers, asOf, outcome, because, answer } = cell
    const key = JSON.stringify([path, feature, model, customers, asOf, answer])
    const known = found.get(key)
    if (known !== undefined) {
      known.places.push(place)
      continue
    }
    const { file, line, column, path: said } = placeOf(path)
    found.set(key, {
      file,
      line: line ?? null,
      column: column ?? null,
      path: said ?? '',
      feature,
      model,
      customers,
      asOf: [asOf],
      places: [place],
      outcome,
      byPolicy,
      because: byPolicy ? answers[answer]!.grounds.policy.because : because,
      answer,
    })
  }
  return onAllDays([...found.values()]).sort(
    (a, b) => OUTCOMES.indexOf(b.outcome) - OUTCOMES.indexOf(a.outcome),
  )
}

/** Findings that differ in nothing but the law date are one. */
function onAllDays(found: readonly RolloutFinding[]): RolloutFinding[] {
  const merged = new Map<string, RolloutFinding>()
  for (const finding of found) {
    const key = JSON.stringify({ ...finding, asOf: null })
    const known = merged.get(key)
    if (known === undefined) merged.set(key, finding)
    else known.asOf.push(...finding.asOf)
  }
  return [...merged.values()]
}
