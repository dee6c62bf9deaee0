import type { Range } from '../logic/facts.ts'
import { mostOf } from './circle.ts'
import type { OwnershipGraph } from './graph.ts'
import type { Operator } from './operator.ts'
import { sayPercent, WHOLE } from './percent.ts'
import { registerOn, unnamedShare, type Register } from './register.ts'
import { upstreamOf } from './upstream.ts'

/** A share that is multiplied along the chain, for display beside the answers of the law. */
export interface Multiplied {
  /** Percent of the company that comes down to owners that count by themselves. */
  readonly percent: Range
  readonly arithmetic: readonly string[]
}

// A circle makes the shares an endless sum; after so many rounds what is left of it does not show.
const ROUNDS = 1_000

/**
 * The economic share of owners that count, through every chain: 60 percent of a company that holds 80
 * percent is 48 percent. Neither BIS nor OFAC adds ownership up in this way; it settles nothing. To
 * six decimals, and in a circle a sum that is cut off.
 */
export function multipliedShare(
  graph: OwnershipGraph,
  subject: string,
  asOf: string,
  operator: Operator,
): Multiplied {
  const register = registerOn(graph, asOf)
  const upstream = upstreamOf(register, subject)
  const least = spread(register, operator, upstream, leastOwned)
  const most = spread(register, operator, upstream, mostOwned)
  const owned = (id: string): Range => ({
    low: leastOwned(register, id, least),
    high: mostOwned(register, id, most),
  })
  const arithmetic = upstream.flatMap((id) => {
    const terms = register.owners(id).flatMap((share) => {
      const { holder } = share
      const passed = { low: least(holder), high: most(holder) }
      if (passed.high === 0) return []
      const factor = passed.low === 1 ? '' : ` x ${said(passed)}`
      return [`${register.entity(holder).name} ${sayPercent(share)}${factor}`]
    })
    if (register.isOpen(id) && terms.length > 0 && unnamedShare(register, id).high > 0) {
      terms.push(
        `owners not named ${sayPercent({ low: 0, high: unnamedShare(register, id).high })}`,
      )
    }
    if (terms.length === 0) return []
    return [`${register.entity(id).name}: ${terms.join(' + ')} = ${said(owned(id))}`]
  })
  const { low, high } = owned(subject)
  return { percent: { low: shown(low), high: shown(high) }, arithmetic }
}

/** Part of a company that comes down to owners who count, from 0 to 1. */
type Part = (id: string) => number

function spread(
  register: Register,
  operator: Operator,
  upstream: readonly string[],
  owned: (register: Register, id: string, part: Part) => number,
): Part {
  const parts = new Map<string, number>()
  const part: Part = (id) => parts.get(id) ?? 0
  const unscreened = owned === mostOwned ? 1 : 0
  for (let round = 0, changed = true; changed && round < ROUNDS; round++) {
    changed = false
    for (const id of upstream) {
      const counts = operator.counts(register.entity(id))
      const itself = counts === 'yes' ? 1 : counts === 'unknown' ? unscreened : 0
      const next = Math.max(itself, owned(register, id, part))
      if (next === part(id)) continue
      parts.set(id, next)
      changed = true
    }
  }
  return part
}

function leastOwned(register: Register, id: string, part: Part): number {
  let sum = 0
  for (const { holder, low } of register.owners(id)) sum += (low / WHOLE) * part(holder)
  return Math.min(1, sum)
}

const mostOwned = (register: Register, id: string, part: Part): number =>
  mostOf(register, id, ({ holder }) => part(holder))

const shown = (part: number): number => Number((part * 100).toFixed(6))

const said = ({ low, high }: Range): string =>
  shown(low) === shown(high) ? `${shown(low)} %` : `${shown(low)} to ${shown(high)} %`
