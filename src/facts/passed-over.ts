import type { Source, Value } from '../logic/facts.ts'
import type { Case } from './case.ts'
import type { Dictionary, PassedOver } from './dictionary.ts'
import { saidAt } from './layer.ts'

/**
 * Reads an answer to a broader fact as one to the narrower facts that the case passes over, so that a
 * deal is not asked for each of them. What a case says to be unknown stays so. The rules choose whether
 * they rest on this reading or on what is stated; docs/decisions/0010.
 */
export function coverPassedOver(
  values: Record<string, Value | undefined>,
  sources: Record<string, Source | undefined>,
  input: Case,
  dictionary: Dictionary,
): void {
  for (const { fact, stated, broader, eitherWay } of coveredBy(dictionary)) {
    const isSilent = values[stated] === undefined && saidAt(input, stated) === undefined
    const answer = values[broader]
    const isCovered = isSilent && (answer === false || (answer === true && eitherWay === true))
    values[fact] = isCovered ? false : values[stated]
    const source = sources[isCovered ? broader : stated]
    sources[fact] =
      isCovered && source !== undefined && source.from !== 'assumed'
        ? { from: 'derived', text: `${broader}: ${answer ? 'yes' : 'no'}` }
        : source
  }
}

interface Covered extends PassedOver {
  readonly fact: string
}

const ofDictionary = new WeakMap<Dictionary, readonly Covered[]>()

function coveredBy(dictionary: Dictionary): readonly Covered[] {
  const known = ofDictionary.get(dictionary)
  if (known !== undefined) return known
  const covered = [...dictionary.values()].flatMap(({ name, passedOver }) =>
    passedOver === undefined ? [] : [{ fact: name, ...passedOver }],
  )
  ofDictionary.set(dictionary, covered)
  return covered
}
