import type { Source, Value } from '../logic/facts.ts'
import type { Case } from './case.ts'
import { saidAt } from './layer.ts'

/** An end use that a no to a broader one covers where a case passes it over, and the fact that holds the answer. */
interface Covered {
  readonly fact: string
  readonly stated: string
  readonly broader: string
  /** Whether a yes to the broader one settles it as well: who knows the node, knows it either way. */
  readonly eitherWay?: true
}

const COVERED: readonly Covered[] = [
  {
    fact: 'endUse.computingForEquipment',
    stated: 'endUse.semiconductorEquipment',
    broader: 'endUse.advancedNode',
  },
  {
    fact: 'endUse.designElsewhere',
    stated: 'endUse.advancedNodeDesign',
    broader: 'endUse.advancedNode',
  },
  {
    fact: 'endUse.nodeUnknown',
    stated: 'endUse.fabOfUnknownNode',
    broader: 'endUse.advancedNode',
    eitherWay: true,
  },
  {
    fact: 'endUse.navalPropulsion',
    stated: 'endUse.navalNuclear',
    broader: 'endUse.nuclear',
  },
]

/**
 * Reads a no to an end use as a no to the narrower ones that the case passes over, so that a deal is not
 * asked for each of them. What a case says to be unknown stays so. The rules choose whether they rest on
 * this reading or on what is stated.
 */
export function coverPassedOver(
  values: Record<string, Value | undefined>,
  sources: Record<string, Source | undefined>,
  input: Case,
): void {
  for (const { fact, stated, broader, eitherWay } of COVERED) {
    const isSilent = values[stated] === undefined && saidAt(input, stated) === undefined
    const answer = values[broader]
    const isCovered = isSilent && (answer === false || (answer === true && eitherWay === true))
    values[fact] = isCovered ? false : values[stated]
    const source = sources[isCovered ? broader : stated]
    sources[fact] =
      isCovered && source?.from !== 'assumed'
        ? { from: 'derived', text: `${broader}: ${answer ? 'yes' : 'no'}` }
        : source
  }
}
