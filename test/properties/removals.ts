import { placed, stepsOf, valueAt } from '../../src/explain/place.ts'
import type { Case } from '../../src/facts/case.ts'
import { scopeOf, type Scope } from '../../src/facts/dictionary.ts'
import { isHosted } from '../../src/facts/hosted.ts'
import { engine } from '../engine.ts'

/** One thing that a deal says and might not have said. */
export interface Removal {
  readonly path: string
  /** Whether the case may say `unknown` there instead of nothing. */
  readonly unknowable: boolean
  /** Whether the place must say something, so that only `unknown` can stand there. */
  readonly required: boolean
}

/** What the exporter chooses or claims, and the frame that a party stands in: no facts that could be unknown. */
const ELECTIONS = new Set(['item.eccn', 'party.role'])

/** Where the facts of a scope stand, and the keys that lead there. */
const placesOf = (scope: Scope): { readonly at: string; readonly keys: readonly string[] }[] =>
  [...engine.dictionary.values()]
    .filter(({ name, at }) => at !== 'derived' && scopeOf(name) === scope && !ELECTIONS.has(name))
    .map(({ at }) => ({ at, keys: at.split('.') }))
const PLACES = {
  deal: placesOf('deal'),
  item: placesOf('item'),
  circuit: placesOf('circuit'),
  party: placesOf('party'),
  input: placesOf('input'),
}

const below = (node: unknown, keys: readonly string[]): unknown =>
  keys.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined,
    node,
  )

/**
 * Places at which silence says something: what nobody saw raises no red flag, and a no to a broader end
 * use covers what a case passes over. Only `unknown` takes them away.
 */
const PASSED_OVER = new Set([
  'business',
  'containsCircuit',
  'designTechnology',
  'ecadOrTcad',
  'endUse.advancedNodeDesign',
  'endUse.fabOfUnknownNode',
  'endUse.navalNuclear',
  'endUse.semiconductorEquipment',
  'generalLicenses',
  'weightsPublished',
  'identityVerified',
  'kyc.flags',
  'licenseKey.purpose',
])

/**
 * What is sent under this activity is the weights of a model where its form is passed over; and the machines of
 * hosted computing stay where they are unless the case says that they are handed over (docs/decisions/0027).
 */
const isPassedOver = (deal: Case, at: string): boolean =>
  PASSED_OVER.has(at) ||
  (at === 'form' && deal['activity'] === 'weights-transfer') ||
  (at === 'delivered' && isHosted(deal))

/**
 * Everything that a deal gives and that somebody may not know: each fact, and the frames around facts.
 * No party, item or circuit is taken out of its list, since the list would then say that it is not there.
 */
export function removals(deal: Case): Removal[] {
  const found: Removal[] = []
  const add = (path: string, unknowable: boolean, required = false): void => {
    if (valueAt(deal, path) !== undefined) found.push({ path, unknowable, required })
  }
  const facts = (prefix: string, scope: keyof typeof PLACES): void => {
    const base = prefix === '' ? deal : valueAt(deal, prefix)
    for (const { at, keys } of PLACES[scope]) {
      if (below(base, keys) === undefined) continue
      found.push({ path: prefix + at, unknowable: true, required: isPassedOver(deal, at) })
    }
  }
  const circuit = (prefix: string): void => {
    for (const frame of ['product', 'count', 'specs', 'specs.throughput'])
      add(prefix + frame, false)
    facts(`${prefix}specs.`, 'circuit')
  }
  facts('', 'deal')
  for (const frame of ['parties', 'letters', 'redFlags', 'endUse', 'evidence']) add(frame, false)
  deal.via?.forEach((_, i) => add(`via[${i}]`, true, true))
  deal.items?.forEach(({ circuits, listFacts, production }, i) => {
    facts(`items[${i}].`, 'item')
    for (const frame of ['quantity', 'unitValue', 'circuits']) add(`items[${i}].${frame}`, false)
    Object.keys(listFacts ?? {}).forEach((id) => add(`items[${i}].listFacts.${id}`, true))
    for (const key of ['inputs', 'content', 'fairMarketValue'])
      add(`items[${i}].production.${key}`, false)
    production?.inputs?.forEach((_, j) => {
      // U.S.-origin inputs of which nobody says whether they are subject to the EAR are, and that is no doubt.
      const isStanding = (at: string): boolean => at === 'subjectToEar'
      PLACES.input.forEach(({ at }) =>
        add(`items[${i}].production.inputs[${j}].${at}`, true, isStanding(at)),
      )
    })
    add(`items[${i}].production.contentComplete`, true)
    production?.content?.forEach((given, j) => {
      const prefix = `items[${i}].production.content[${j}].`
      add(`${prefix}value`, false)
      // Content of which nobody says where it is from counts as U.S. content, and that is no doubt.
      add(`${prefix}usOrigin`, true, true)
      for (const key of Object.keys(given)) {
        if (!['kind', 'value', 'usOrigin'].includes(key)) add(prefix + key, true)
      }
    })
    circuit(`items[${i}].`)
    circuits?.forEach((_, j) => circuit(`items[${i}].circuits[${j}].`))
  })
  deal.parties?.forEach(({ owners }, i) => {
    facts(`parties[${i}].`, 'party')
    for (const frame of ['owners', 'ultimateParent']) add(`parties[${i}].${frame}`, false)
    owners?.forEach((_, j) => {
      add(`parties[${i}].owners[${j}].share`, true, true)
      for (const fact of ['country', 'headquarters', 'lists'])
        add(`parties[${i}].owners[${j}].${fact}`, true)
    })
  })
  return found
}

/** The deal without one thing that it says, or with `unknown` in its place. */
export function without(
  deal: Case,
  { path, unknowable, required }: Removal,
  sayUnknown: boolean,
): Case {
  if (valueAt(deal, path) === undefined) return deal
  if (required || (unknowable && sayUnknown)) return placed(deal, path, 'unknown')
  const steps = stepsOf(path)
  const last = String(steps.pop())
  return remove(deal, steps, last) as Case
}

function remove(
  node: unknown,
  [step, ...rest]: readonly (string | number)[],
  key: string,
): unknown {
  if (step === undefined) {
    const { [key]: _, ...others } = node as Record<string, unknown>
    return others
  }
  if (Array.isArray(node)) return node.map((one, i) => (i === step ? remove(one, rest, key) : one))
  return {
    ...(node as object),
    [step]: remove((node as Record<string | number, unknown>)[step], rest, key),
  }
}
