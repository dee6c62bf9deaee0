import type { ReadPack } from '../../rules/read.ts'
import { conditionsOf, definitionsIn } from '../conditions.ts'
import type { LintFinding } from '../finding.ts'

/** Definitions that nothing rests on. */
export function deadDefinition({ pack, placeIn }: ReadPack): LintFinding[] {
  const used = new Set<string>()
  for (const provision of pack.provisions) {
    for (const { condition } of conditionsOf(provision)) {
      for (const id of definitionsIn(condition)) if (id !== provision.id) used.add(id)
    }
  }
  return pack.provisions
    .filter(({ id, kind }) => kind === 'definition' && !used.has(id))
    .map(({ id }) => ({
      check: 'dead-definition',
      level: 'warning',
      message: `nothing rests on the definition ${id}`,
      at: placeIn(id, ['id']),
      help: 'use it with `holds`, or remove it',
    }))
}
