import { z } from 'zod'
import { factSchema, type CountryNames } from './fact-schema.ts'
import type { Frames, Shape } from './frames.ts'
import { scopeOf, type Dictionary, type FactDefinition, type Scope } from './dictionary.ts'

/** The words in which a fact is asked for. */
export type Describe = (name: string) => string

/** The facts of a scope that a case states. */
export function placed(dictionary: Dictionary, scope: Scope): FactDefinition[] {
  return [...dictionary.values()].filter(
    (fact) => fact.at !== 'derived' && scopeOf(fact.name) === scope,
  )
}

interface Branch {
  [key: string]: Branch | FactDefinition
}

/** Turns `endUse.military` and `evidence.nac.cleared` into nested objects of facts, all optional. */
export function nested(
  facts: readonly FactDefinition[],
  countries: CountryNames,
  describe: Describe,
  beside: Frames,
): Shape {
  const root: Branch = {}
  for (const fact of facts) {
    const steps = fact.at.split('.')
    const last = steps.pop()!
    let branch = root
    for (const step of steps) branch = (branch[step] ??= {}) as Branch
    branch[last] = fact
  }
  const shape = shapeOf(root, countries, describe)
  for (const [key, { frame, description }] of Object.entries(beside)) {
    if (!(key in root)) continue
    shape[key] = z
      .strictObject({ ...frame, ...shapeOf(root[key] as Branch, countries, describe) })
      .describe(description)
      .optional()
  }
  return shape
}

function shapeOf(branch: Branch, countries: CountryNames, describe: Describe): Shape {
  return Object.fromEntries(
    Object.entries(branch).map(([key, node]) => [
      key,
      isFact(node)
        ? factSchema(node, countries, describe(node.name)).optional()
        : z.strictObject(shapeOf(node, countries, describe)).optional(),
    ]),
  )
}

const isFact = (node: Branch | FactDefinition): node is FactDefinition =>
  typeof node['name'] === 'string'
