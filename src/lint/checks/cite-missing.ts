import type { Condition } from '../../logic/condition.ts'
import type { Provision } from '../../rules/provision.ts'
import type { ReadPack } from '../../rules/read.ts'
import { conditionsOf, nodesOf, parts, type Node } from '../conditions.ts'
import type { LintFinding } from '../finding.ts'

const check = 'cite-missing'

/** Provisions that name no paragraph, and alternatives of a requirement or an exception that do not. */
export function citeMissing(read: ReadPack): LintFinding[] {
  return read.pack.provisions.flatMap((provision) => [
    ...lawMissing(read, provision),
    ...branchesMissing(read, provision),
  ])
}

function lawMissing({ placeIn }: ReadPack, { id, law }: Provision): LintFinding[] {
  if (law.trim() !== '') return []
  return [
    {
      check,
      level: 'error',
      message: `${id} names no paragraph of law`,
      at: placeIn(id, ['law']),
      help: 'write the pinpoint citation under `law`',
    },
  ]
}

function branchesMissing({ placeIn }: ReadPack, provision: Provision): LintFinding[] {
  if (provision.kind !== 'requirement' && provision.kind !== 'exception') return []
  return conditionsOf(provision)
    .flatMap(({ condition, path }) => nodesOf(condition, path))
    .filter(isUncited)
    .map(({ path }) => ({
      check,
      level: 'warning',
      message: 'an alternative names no sub-paragraph, so a report cannot say which one applied',
      at: placeIn(provision.id, path),
      help: 'add `cite:` to each branch of `any`',
    }))
}

/** A branch of `any` that no citation covers: neither its own, nor one above it or below it. */
function isUncited({ condition, path, within }: Node): boolean {
  if (within.at(-1)?.kind !== 'any') return false
  return !within.some(({ cite }) => cite !== undefined) && !isCited(condition, path)
}

/** A definition has a citation of its own. */
const isCited = (condition: Condition, path: readonly PropertyKey[]): boolean =>
  condition.cite !== undefined ||
  condition.kind === 'holds' ||
  parts(condition, path).some((part) => isCited(part.condition, part.path))
