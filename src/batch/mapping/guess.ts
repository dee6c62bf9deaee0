import { kindAt, stepsOf, type SchemaNode } from '../path-kinds.ts'
import { USUAL_HEADINGS, USUAL_ROLES } from './headings.ts'
import type { Mapping } from './mapping.ts'

/** What a mapping was guessed from, for a person to confirm. */
export interface Guess {
  readonly mapping: Mapping
  /** Headings that are paths of a case by themselves: nothing of these was guessed. */
  readonly certain: readonly string[]
}

/**
 * Reads headings as paths of a case where they are such, and guesses the others from how orders are usually
 * headed. A heading that is neither is ignored. Nothing is guessed for a path that another column has.
 */
export function guessMapping(headings: readonly string[], schema: SchemaNode): Guess {
  const columns: Record<string, string> = {}
  const certain = headings.filter((heading) => isPath(heading, schema))
  for (const heading of certain) columns[heading] = heading
  const taken = new Set(certain.map((heading) => stepsOf(heading).join('.')))
  for (const [path, usual] of Object.entries(USUAL_HEADINGS)) {
    if (taken.has(path)) continue
    const heading = usual
      .map((one) => headings.find((own) => plain(own) === plain(one)))
      .find((own) => own !== undefined && !Object.hasOwn(columns, own))
    if (heading === undefined) continue
    columns[heading] = path
    taken.add(path)
  }
  const roles = Object.entries(USUAL_ROLES).filter(
    ([party]) => taken.has(`parties.${party}.name`) && !taken.has(`parties.${party}.role`),
  )
  return {
    certain,
    mapping: {
      columns: Object.fromEntries(
        headings.flatMap((heading) =>
          Object.hasOwn(columns, heading) ? [[heading, columns[heading]!]] : [],
        ),
      ),
      ignore: headings.filter((heading) => !Object.hasOwn(columns, heading)),
      constants: Object.fromEntries(roles.map(([party, role]) => [`parties.${party}.role`, role])),
      values: {},
    },
  }
}

/** Whether a heading is a path of a case, which no other word is taken for. */
export function isPath(heading: string, schema: SchemaNode): boolean {
  const steps = stepsOf(heading)
  return kindAt(schema, steps) !== undefined
}

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
