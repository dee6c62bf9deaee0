import type { Condition } from '../logic/condition.ts'
import type { Provision } from '../rules/provision.ts'

/** A node of a condition with its path in the YAML, and the nodes that it stands in, outermost first. */
export interface Node {
  readonly condition: Condition
  readonly path: readonly PropertyKey[]
  readonly within: readonly Condition[]
}

/** A condition of a provision and the days on which it counts; `until` is exclusive. */
export interface Dated {
  readonly condition: Condition
  readonly path: readonly PropertyKey[]
  readonly from: string
  readonly until: string | undefined
}

/** The conditions of a provision: of each text, and of each enforcement that narrows it. */
export function conditionsOf({ text, enforcement }: Provision): Dated[] {
  return [
    ...text.map(({ when, effective }, i) => ({
      condition: when,
      path: ['text', i, 'when'],
      from: effective.from,
      until: effective.until,
    })),
    ...enforcement.flatMap(({ only_when: condition, from }, i) =>
      condition === undefined
        ? []
        : [
            {
              condition,
              path: ['enforcement', i, 'only_when'],
              from,
              until: enforcement[i + 1]?.from,
            },
          ],
    ),
  ]
}

/** The parts of a condition with their paths, one level down. */
export function parts(condition: Condition, path: readonly PropertyKey[]): Omit<Node, 'within'>[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.map((part, i) => ({
        condition: part,
        path: [...path, condition.kind, i],
      }))
    case 'unless':
      return [{ condition: condition.of, path: [...path, 'unless'] }]
    case 'some':
    case 'every':
      return [{ condition: condition.where, path: [...path, condition.kind, 'where'] }]
    default:
      return []
  }
}

/** Every node of a condition, the root first. */
export function nodesOf(
  condition: Condition,
  path: readonly PropertyKey[],
  within: readonly Condition[] = [],
): Node[] {
  const inner = parts(condition, path).flatMap((part) =>
    nodesOf(part.condition, part.path, [...within, condition]),
  )
  return [{ condition, path, within }, ...inner]
}

/** Path of what a node tests: the key below its mapping. */
export function keyPath({ condition, path }: Pick<Node, 'condition' | 'path'>): PropertyKey[] {
  return [...path, condition.kind === 'leaf' ? condition.fact : condition.kind]
}

/** The ids of the definitions that a condition rests on. */
export function definitionsIn(condition: Condition): string[] {
  return nodesOf(condition, []).flatMap((node) =>
    node.condition.kind === 'holds' ? [node.condition.id] : [],
  )
}
