import { isOrIsBelow } from '../../rules/on-day.ts'
import type { Kind, Provision } from '../../rules/provision.ts'
import type { ReadPack } from '../../rules/read.ts'
import { suggest } from '../../suggest.ts'
import { conditionsOf, keyPath, nodesOf, type Dated, type Node } from '../conditions.ts'
import { cycles } from '../definition-cycles.ts'
import type { LintFinding } from '../finding.ts'
import { placeInFile } from '../places.ts'

const check = 'dangling-reference'

/** Names in the pack that stand for nothing, and definitions that rest on themselves. */
export function danglingReference(read: ReadPack): LintFinding[] {
  const definitions = new Map(
    read.pack.provisions
      .filter(({ kind }) => kind === 'definition')
      .map((found) => [found.id, found]),
  )
  const tables = read.pack.tables.map(({ id }) => id)
  return [
    ...read.pack.provisions.flatMap((provision) => [
      ...relations(read, provision),
      ...conditionsOf(provision).flatMap((dated) =>
        nodesOf(dated.condition, dated.path).flatMap((node) =>
          names(read, provision, dated, node, definitions, tables),
        ),
      ),
    ]),
    ...cycles(definitions).map((cycle) => ({
      check,
      level: 'error' as const,
      message: `the definition rests on itself: ${cycle.join(' > ')}`,
      at: read.placeIn(cycle[0]!, ['text']),
    })),
    ...coverage(read),
  ]
}

function names(
  { placeIn }: ReadPack,
  { id }: Provision,
  dated: Dated,
  node: Node,
  definitions: ReadonlyMap<string, Provision>,
  tables: readonly string[],
): LintFinding[] {
  const { condition } = node
  const at = placeIn(id, keyPath(node))
  if (
    condition.kind === 'leaf' &&
    (condition.is.test === 'in_table' || condition.is.test === 'in_group')
  ) {
    const name = condition.is.value
    return tables.includes(name)
      ? []
      : [missing(`no table is called \`${name}\``, at, name, tables)]
  }
  if (condition.kind !== 'holds') return []
  const definition = definitions.get(condition.id)
  if (definition === undefined)
    return [
      missing(`no definition is called \`${condition.id}\``, at, condition.id, definitions.keys()),
    ]
  const end = definition.text.at(-1)!.effective.until
  if (end === undefined || (dated.until !== undefined && dated.until <= end)) return []
  return [
    {
      check,
      level: 'warning',
      message: `\`${condition.id}\` ends on ${end}, and this text goes on`,
      at,
      help: 'nothing meets a definition that has ended',
    },
  ]
}

const RELATIONS: readonly (readonly ['lifts' | 'bars' | 'reviews', readonly Kind[]])[] = [
  ['lifts', ['requirement', 'prohibition']],
  ['bars', ['exception']],
  ['reviews', ['requirement']],
]

function relations({ pack, placeIn }: ReadPack, provision: Provision): LintFinding[] {
  return RELATIONS.flatMap(([key, kinds]) =>
    provision[key].flatMap((name, i) => {
      const found = pack.provisions.some(
        (other) => kinds.includes(other.kind) && isOrIsBelow(other.id, name),
      )
      if (found) return []
      const ids = pack.provisions.filter((other) => kinds.includes(other.kind)).map(({ id }) => id)
      return [
        missing(
          `\`${key}\` names \`${name}\`, and no ${kinds.join(' or ')} is called so`,
          placeIn(provision.id, [key, i]),
          name,
          ids,
        ),
      ]
    }),
  )
}

function coverage(read: ReadPack): LintFinding[] {
  const ids = read.pack.provisions.map(({ id }) => id)
  return read.pack.coverage.flatMap(({ provisions }, i) =>
    provisions.flatMap((name, j) =>
      ids.some((id) => isOrIsBelow(id, name))
        ? []
        : [
            missing(
              `no provision is called \`${name}\``,
              placeInFile(read, 'coverage.yaml', ['coverage', i, 'provisions', j]),
              name,
              ids,
            ),
          ],
    ),
  )
}

function missing(
  message: string,
  at: LintFinding['at'],
  name: string,
  known: Iterable<string>,
): LintFinding {
  const near = suggest(name, known)
  return {
    check,
    level: 'error',
    message,
    at,
    ...(near === undefined ? {} : { help: `did you mean \`${near}\`?` }),
  }
}
