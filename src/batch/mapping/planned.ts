import type { Issue, Result } from '../../errors.ts'
import { suggest } from '../../suggest.ts'
import { keysBelow, kindAt, stepsOf, type SchemaNode } from '../path-kinds.ts'
import type { Column, Constant } from '../plan.ts'
import type { Mapping } from './mapping.ts'

/** The columns and constants of a mapping, for a table with these headings; else all that is wrong with it. */
export function plannedColumns(
  mapping: Mapping,
  headings: readonly string[],
  schema: SchemaNode,
  file: string,
): Result<{ columns: Column[]; constants: Constant[] }> {
  const issues: Issue[] = []
  const columns: Column[] = []
  const taken = new Map<string, string>()
  for (const [heading, path] of Object.entries(mapping.columns)) {
    const steps = stepsOf(path)
    const kind = kindAt(schema, steps)
    const places = headings.flatMap((own, i) => (own === heading ? [i] : []))
    if (places.length === 0) issues.push(noColumn(heading, headings, file))
    else if (places.length > 1)
      issues.push({
        code: 'duplicate-column',
        message: `the table has ${places.length} columns \`${heading}\``,
        at: { file },
        help: 'give each its own heading',
      })
    else if (kind === undefined) issues.push(noPath(path, steps, schema, file))
    else if (taken.has(steps.join('.')))
      issues.push({
        code: 'duplicate-path',
        message: `\`${path}\` is read from two columns: \`${taken.get(steps.join('.'))}\` and \`${heading}\``,
        at: { file },
        help: 'keep one; the other may stand under `ignore`',
      })
    else {
      taken.set(steps.join('.'), heading)
      const values = mapping.values[heading]
      columns.push({
        at: places[0]!,
        heading,
        path: steps,
        kind,
        ...(values !== undefined && { values }),
      })
    }
  }
  for (const heading of Object.keys(mapping.values))
    if (!Object.hasOwn(mapping.columns, heading))
      issues.push(noColumn(heading, Object.keys(mapping.columns), file))
  const constants: Constant[] = []
  for (const [path, value] of Object.entries({ kind: 'transaction', ...mapping.constants })) {
    const steps = stepsOf(path)
    if (kindAt(schema, steps) === undefined) issues.push(noPath(path, steps, schema, file))
    else constants.push({ path: steps, value })
  }
  issues.push(...withoutRole(columns, constants, file))
  return issues.length > 0
    ? { ok: false, issues }
    : { ok: true, value: { columns: columns.sort((a, b) => a.at - b.at), constants } }
}

/** A party without a role would have every row rejected. */
function withoutRole(
  columns: readonly Column[],
  constants: readonly Constant[],
  file: string,
): Issue[] {
  const parties = new Set(
    columns.flatMap(({ path: [first, second, third] }) =>
      first === 'parties' && typeof second === 'number' && third !== undefined ? [second] : [],
    ),
  )
  const roles = new Set([...columns, ...constants].map(({ path }) => path.join('.')))
  return [...parties]
    .filter((party) => !roles.has(`parties.${party}.role`))
    .map((party) => ({
      code: 'missing-role',
      message: `nothing says which role \`parties.${party}\` has`,
      at: { file },
      help: `add a column \`parties.${party}.role\`, or \`constants: { parties.${party}.role: end-user }\` to the mapping`,
    }))
}

function noColumn(heading: string, headings: readonly string[], file: string): Issue {
  const near = suggest(heading, headings)
  return {
    code: 'unknown-column',
    message: `no column \`${heading}\``,
    at: { file },
    help: near === undefined ? `columns here: ${headings.join(', ')}` : `did you mean \`${near}\`?`,
  }
}

function noPath(
  path: string,
  steps: readonly (string | number)[],
  schema: SchemaNode,
  file: string,
): Issue {
  const wrong = steps.findIndex((_, i) => kindAt(schema, steps.slice(0, i + 1)) === undefined)
  const known = keysBelow(schema, steps.slice(0, wrong))
  const near = suggest(String(steps[wrong]), known)
  return {
    code: 'unknown-path',
    message: `a case has no \`${path}\``,
    at: { file },
    help:
      near === undefined
        ? `keys there: ${known.join(', ')}`
        : `did you mean \`${[...steps.slice(0, wrong), near, ...steps.slice(wrong + 1)].join('.')}\`?`,
  }
}
