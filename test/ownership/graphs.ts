import type { Entity, Holding, OwnershipGraph } from '../../src/ownership/graph.ts'
import { ownershipOf, type Ownership } from '../../src/ownership/ownership.ts'
import type { Operator } from '../../src/ownership/operator.ts'
import { bis } from './operators.ts'

export const DAY = '2025-10-15'

const entity = (id: string, lists: Entity['lists']): Entity => ({ id, name: id, lists })

export const listed = (id: string, ...lists: string[]): Entity =>
  entity(id, lists.length === 0 ? ['entity-list'] : lists)
export const unscreened = (id: string): Entity => entity(id, 'unknown')
/** Screened, but nobody knows who else owns it. */
export const open = (id: string): Entity => entity(id, [])
/** Screened, and no owner counts but for those in the graph. */
export const clean = (id: string): Entity => ({ ...entity(id, []), unnamedOwners: 'not-counted' })

/** `A > T` and a share. */
export function holds(
  pair: string,
  percent: Holding['percent'],
  more: Partial<Holding> = {},
): Holding {
  const [holder = '', held = ''] = pair.split(' > ')
  return { holder, held, percent, ...more }
}

export const graph = (
  entities: readonly Entity[],
  ...holdings: readonly Holding[]
): OwnershipGraph => ({ entities, holdings })

/** The answer for T. */
export const ask = (of: OwnershipGraph, operator: Operator = bis, asOf = DAY): Ownership =>
  ownershipOf(of, 'T', asOf, operator)
