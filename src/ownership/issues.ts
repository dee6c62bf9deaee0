import type { Holding, OwnershipGraph } from './graph.ts'
import { unitsOf, WHOLE } from './percent.ts'

/** A fault in a graph. The answer stays usable: what is at fault counts as unknown. */
export interface Issue {
  readonly kind:
    | 'repeated-entity'
    | 'unknown-entity'
    | 'bad-percent'
    | 'bad-date'
    | 'repeated-holding'
    | 'self-holding'
    | 'over-100-percent'
  readonly text: string
  /** The entity that it concerns: of a holding, the company that is held. */
  readonly entity: string
}

/** The faults of a graph on a day, in the order of the graph. */
export function issuesOf(graph: OwnershipGraph, asOf: string): Issue[] {
  const ids = new Set<string>()
  const issues: Issue[] = []
  const add = (kind: Issue['kind'], entity: string, text: string): void => {
    issues.push({ kind, entity, text })
  }
  for (const { id } of graph.entities) {
    if (ids.has(id)) add('repeated-entity', id, `${id} stands twice among the entities`)
    ids.add(id)
  }
  const sums = new Map<string, number>()
  const pairs = new Set<string>()
  for (const holding of graph.holdings) {
    const { holder, held } = holding
    const what = `${holder} in ${held}`
    for (const id of [holder, held]) {
      if (!ids.has(id)) add('unknown-entity', held, `${what}: there is no entity ${id}`)
    }
    if (!hasDates(holding))
      add('bad-date', held, `${what}: the dates are not two ISO days in order`)
    if (!hasPercent(holding)) {
      add('bad-percent', held, `${what}: the share is not a percent from 0 to 100, or two in order`)
    }
    if (!isHeldOn(holding, asOf)) continue
    if (holder === held) {
      add(
        'self-holding',
        held,
        `${held} holds its own shares: percents are of the shares of others`,
      )
      continue
    }
    const pair = JSON.stringify([holder, held])
    if (pairs.has(pair)) add('repeated-holding', held, `${what}: held twice on ${asOf}`)
    pairs.add(pair)
    if (hasPercent(holding)) sums.set(held, (sums.get(held) ?? 0) + boundsOf(holding).low)
  }
  for (const [held, sum] of sums) {
    if (sum > WHOLE)
      add('over-100-percent', held, `the owners of ${held} hold more than 100 percent`)
  }
  return issues
}

const DAY = /^\d{4}-\d\d-\d\d$/

/** Whether the dates of a holding, as far as given, are ISO days in order. */
export function hasDates({ from, until }: Holding): boolean {
  const isDay = (day: string | undefined): boolean => day === undefined || DAY.test(day)
  return isDay(from) && isDay(until) && (from === undefined || until === undefined || from < until)
}

/** Whether the share is `unknown` or lies between 0 and 100 percent. */
export function hasPercent({ percent }: Holding): boolean {
  if (percent === 'unknown') return true
  const [low, high] = typeof percent === 'number' ? [percent, percent] : percent
  return low >= 0 && low <= high && high <= 100
}

/** Whether a holding counts on a day; with faulty dates it may. */
export function isHeldOn(holding: Holding, asOf: string): boolean {
  if (!hasDates(holding)) return true
  const { from, until } = holding
  return (from === undefined || from <= asOf) && (until === undefined || asOf < until)
}

/** Bounds of a share in units: a faulty percent is unknown, faulty dates may mean that nothing is held. */
export function boundsOf(holding: Holding): { low: number; high: number } {
  const { percent } = holding
  if (percent === 'unknown' || !hasPercent(holding)) return { low: 0, high: WHOLE }
  const [low, high] = typeof percent === 'number' ? [percent, percent] : percent
  return { low: hasDates(holding) ? unitsOf(low).low : 0, high: unitsOf(high).high }
}
