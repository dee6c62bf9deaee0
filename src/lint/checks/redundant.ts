import type { Condition } from '../../logic/condition.ts'
import type { ReadPack } from '../../rules/read.ts'
import { conditionsOf, keyPath, nodesOf, parts, type Node } from '../conditions.ts'
import type { LintFinding } from '../finding.ts'
import { implies } from '../implies.ts'
import type { Surroundings } from '../satisfiable.ts'
import { surroundingsOf } from '../surroundings.ts'

/** Parts of a condition that change nothing, because a part beside them says as much or more. */
export function redundant(read: ReadPack): LintFinding[] {
  const around = surroundingsOf(read)
  return read.pack.provisions.flatMap((provision) =>
    conditionsOf(provision)
      .flatMap((dated) =>
        nodesOf(dated.condition, dated.path).flatMap((node) => idle(node, around(dated))),
      )
      .map(({ node, kind }) => ({
        check: 'redundant',
        level: 'warning' as const,
        message:
          kind === 'all'
            ? 'this adds nothing: another part of the same `all` demands as much'
            : 'this adds nothing: another branch of the same `any` holds wherever it does',
        at: read.placeIn(provision.id, keyPath(node)),
        help: 'remove it, or mend the one that covers it',
      })),
  )
}

function idle(
  { condition, path }: Node,
  around: Surroundings,
): { node: Omit<Node, 'within'>; kind: 'all' | 'any' }[] {
  if (condition.kind !== 'all' && condition.kind !== 'any') return []
  const { kind } = condition
  // In `all` a part is idle where another implies it, in `any` where it implies another.
  const covers = (other: Condition, one: Condition): boolean =>
    kind === 'all' ? implies(other, one, around) : implies(one, other, around)
  const all = parts(condition, path)
  return all
    .filter((one, i) =>
      all.some(
        (other, j) =>
          i !== j &&
          covers(other.condition, one.condition) &&
          (j < i || !covers(one.condition, other.condition)),
      ),
    )
    .map((node) => ({ node, kind }))
}
