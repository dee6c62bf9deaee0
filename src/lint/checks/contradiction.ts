import type { Condition } from '../../logic/condition.ts'
import type { ReadPack } from '../../rules/read.ts'
import { conditionsOf, keyPath, parts } from '../conditions.ts'
import type { LintFinding } from '../finding.ts'
import { EVERYTHING, insideList, narrowed, type Room, type Surroundings } from '../satisfiable.ts'
import { surroundingsOf } from '../surroundings.ts'

interface Dead {
  readonly path: readonly PropertyKey[]
  readonly fact: string
}

/** Parts of a condition that no value of a fact could ever meet. */
export function contradiction(read: ReadPack): LintFinding[] {
  const around = surroundingsOf(read)
  return read.pack.provisions.flatMap((provision) =>
    conditionsOf(provision).flatMap((dated) =>
      deadParts(dated.condition, dated.path, EVERYTHING, around(dated)).map(({ path, fact }) => ({
        check: 'contradiction',
        level: 'error' as const,
        message: `this can never hold: no value of \`${fact}\` is left`,
        at: read.placeIn(provision.id, path),
        help: 'remove it, or mend the test that rules it out',
      })),
    ),
  )
}

function deadParts(
  condition: Condition,
  path: readonly PropertyKey[],
  room: Room,
  around: Surroundings,
): Dead[] {
  const here = narrowed(room, condition, around)
  if (typeof here === 'string')
    return condition.kind === 'all'
      ? firstDead(condition, path, room, around)
      : [{ path: keyPath({ condition, path }), fact: here }]
  switch (condition.kind) {
    case 'all':
    case 'any':
      return parts(condition, path).flatMap((part) =>
        deadParts(part.condition, part.path, here, around),
      )
    case 'unless':
      // The room that an exclusion leaves is just what it excludes not, so what it excludes is looked at apart.
      return parts(condition, path).flatMap((part) =>
        deadParts(part.condition, part.path, EVERYTHING, around),
      )
    case 'some':
    case 'every':
      return parts(condition, path).flatMap((part) =>
        deadParts(part.condition, part.path, insideList(here), around),
      )
    default:
      return []
  }
}

/** The first part of a conjunction that the parts before it leave no room for. */
function firstDead(
  condition: Condition,
  path: readonly PropertyKey[],
  room: Room,
  around: Surroundings,
): Dead[] {
  let left = room
  for (const part of parts(condition, path)) {
    const next = narrowed(left, part.condition, around)
    if (typeof next === 'string') {
      const own = deadParts(part.condition, part.path, left, around)
      return own.length > 0 ? own : [{ path: part.path, fact: next }]
    }
    left = next
  }
  return []
}
