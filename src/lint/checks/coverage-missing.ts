import { isOrIsBelow } from '../../rules/on-day.ts'
import type { ReadPack } from '../../rules/read.ts'
import type { LintFinding } from '../finding.ts'

/** Families of provisions that the coverage registry does not list. */
export function coverageMissing({ pack, placeIn }: ReadPack): LintFinding[] {
  const covered = pack.coverage.flatMap(({ provisions }) => provisions)
  const families = new Map<string, string>()
  for (const { id, kind } of pack.provisions) {
    if (kind === 'definition' || covered.some((name) => isOrIsBelow(id, name))) continue
    const family = id.split('.').slice(0, 3).join('.')
    if (!families.has(family)) families.set(family, id)
  }
  return [...families].map(([family, id]) => ({
    check: 'coverage-missing',
    level: 'warning',
    message: `coverage.yaml does not say how far ${family} is modeled`,
    at: placeIn(id, ['id']),
    help: 'add the paragraph to coverage.yaml, with its state and why',
  }))
}
