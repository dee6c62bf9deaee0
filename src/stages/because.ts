import type { Finding, Outcome } from '../determination.ts'

/** The provisions that decide an outcome: what a reader must look up to check it. */
export function because(outcome: Outcome, findings: readonly Finding[]): string[] {
  const ids = findings
    .filter((finding) => decides(outcome, finding))
    .flatMap(({ id, liftedBy }) =>
      outcome === 'permitted-with-conditions' ? [id, ...liftedBy] : [id],
    )
  return [...new Set(ids)]
}

/** What an exception or a general license may lift. */
const isLiftable = (kind: Finding['kind']): boolean =>
  kind === 'requirement' || kind === 'prohibition'

function decides(outcome: Outcome, { kind, verdict, liftedBy }: Finding): boolean {
  const applies = verdict === 'yes'
  switch (outcome) {
    case 'prohibited':
      return applies && kind === 'prohibition' && liftedBy.length === 0
    case 'license-required':
      return applies && kind === 'requirement' && liftedBy.length === 0
    case 'needs-facts':
      return verdict === 'unknown' || (isLiftable(kind) && liftedBy.length === 0)
    case 'needs-review':
      return applies && (!isLiftable(kind) || liftedBy.length > 0)
    case 'permitted-with-conditions':
      return isLiftable(kind)
    case 'not-subject':
    case 'no-license-required':
      return false
  }
}
