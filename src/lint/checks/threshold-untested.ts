import type { FactDefinition } from '../../facts/dictionary.ts'
import type { ReadPack } from '../../rules/read.ts'
import { conditionsOf, keyPath, nodesOf, type Dated, type Node } from '../conditions.ts'
import type { LintContext, LintFinding } from '../finding.ts'
import type { Observed } from '../legal-cases.ts'

/** How far from a line a case may lie and still be said to test it. */
const NEAR = 0.02
/** What is counted in whole ones is near at one: the 25 days of a notice are tested by 24. */
const WHOLE = ['days', 'year']

/** Lines that a provision draws through a number and that no legal case stands on, just below and just above. */
export function thresholdUntested(read: ReadPack, { observed }: LintContext): LintFinding[] {
  if (observed === undefined) return []
  return read.pack.provisions.flatMap((provision) =>
    conditionsOf(provision).flatMap((dated) =>
      nodesOf(dated.condition, dated.path).flatMap((node) =>
        untested(read, provision.id, dated, node, observed),
      ),
    ),
  )
}

function untested(
  { dictionary, placeIn }: ReadPack,
  id: string,
  dated: Dated,
  node: Node,
  observed: readonly Observed[],
): LintFinding[] {
  const { condition } = node
  if (condition.kind !== 'leaf' || !isLine(condition.is)) return []
  const { fact } = condition
  const line = condition.is.value
  const definition = dictionary.get(fact)!
  const { min = -Infinity, max = Infinity } = definition
  const step = stepAt(line, definition)
  const values = observed
    .filter(
      (seen) =>
        seen.fact === fact &&
        dated.from <= seen.day &&
        (dated.until === undefined || seen.day < dated.until),
    )
    .map(({ value }) => value)
  const sides = [
    ['just below', line <= min || values.some((value) => value < line && value >= line - step)],
    ['exactly', values.includes(line)],
    ['just above', line >= max || values.some((value) => value > line && value <= line + step)],
  ] as const
  const missing = sides.flatMap(([side, tested]) => (tested ? [] : [side]))
  if (missing.length === 0) return []
  return [
    {
      check: 'threshold-untested',
      level: 'warning',
      message: `no legal case has \`${fact}\` ${missing.join(', ')} ${missing.at(-1) === 'exactly' ? 'at ' : ''}${line}`,
      at: placeIn(id, keyPath(node)),
      help: `add a case of ${days(dated)}`,
    },
  ]
}

const isLine = (is: {
  readonly test: string
  readonly value: unknown
}): is is { test: string; value: number } =>
  ['at_least', 'more_than', 'at_most', 'less_than'].includes(is.test)

const stepAt = (line: number, { unit }: FactDefinition): number =>
  line === 0 || (unit !== undefined && WHOLE.includes(unit)) ? 1 : Math.abs(line) * NEAR

const days = ({ from, until }: Dated): string =>
  until === undefined ? `${from} or later` : `${from} or later, before ${until}`
