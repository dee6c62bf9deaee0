import { WHOLE } from './percent.ts'
import type { Register, Share } from './register.ts'
import { upstreamOf } from './upstream.ts'

// A circle is an endless sum. One that has not come to rest after so many rounds is not settled.
const ROUNDS = 10_000

/**
 * The most of a company that can come down to owners in `among` where it holds shares in its own
 * owners, in units; 0 where it is in no circle. Two companies that own 60 percent of each other, the
 * rest of both being one party's, belong to that party, although neither share alone reaches 50
 * percent. The law does not say how to add this up, so that it can keep an answer open but never
 * give one. Circles without an owner from outside come to 0.
 */
export function circleReader(
  register: Register,
): (id: string, among: ReadonlySet<string>) => number {
  const knotted = knots(register)
  const groups = new Map<string, readonly string[]>()
  const groupOf = (id: string): readonly string[] => {
    const known = groups.get(id)
    if (known !== undefined) return known
    const below = downstreamOf(register, id)
    const group = upstreamOf(register, id).filter((other) => below.has(other))
    for (const member of group) groups.set(member, group)
    return group
  }
  return (id, among) => {
    const group = knotted.has(id) ? groupOf(id) : [id]
    if (group.length === 1) return 0
    const others = new Set(among)
    others.delete(id)
    return Math.round(settle(register, group, others).get(id)! * WHOLE)
  }
}

/** The companies that stand in a circle or between two: what is left once all ends are taken off. */
function knots(register: Register): Set<string> {
  const left = new Set(register.ids)
  const owners = (id: string): readonly string[] => register.owners(id).map(({ holder }) => holder)
  takeOff(left, owners, register.holds)
  takeOff(left, register.holds, owners)
  return left
}

/** Takes off whoever has nobody left before it, again and again. */
function takeOff(
  left: Set<string>,
  before: (id: string) => readonly string[],
  after: (id: string) => readonly string[],
): void {
  const open = new Map(
    [...left].map((id) => [id, before(id).filter((one) => left.has(one)).length]),
  )
  const ends = [...left].filter((id) => open.get(id) === 0)
  for (const id of ends) {
    left.delete(id)
    for (const next of after(id)) {
      const remaining = (open.get(next) ?? 0) - 1
      open.set(next, remaining)
      if (remaining === 0) ends.push(next)
    }
  }
}

function downstreamOf(register: Register, id: string): Set<string> {
  const below = new Set([id])
  for (const holder of below) for (const held of register.holds(holder)) below.add(held)
  return below
}

/** The part of each member, from 0 to 1, that comes down to owners in `among`. */
function settle(
  register: Register,
  group: readonly string[],
  among: ReadonlySet<string>,
): Map<string, number> {
  const parts = new Map(group.map((id) => [id, among.has(id) ? 1 : 0]))
  const passed = ({ holder }: Share): number => (among.has(holder) ? 1 : (parts.get(holder) ?? 0))
  for (let round = 0; round < ROUNDS; round++) {
    let changed = false
    for (const id of group) {
      const next = Math.max(parts.get(id)!, mostOf(register, id, passed))
      if (next > parts.get(id)!) changed = true
      parts.set(id, next)
    }
    if (!changed) return parts
  }
  return new Map(group.map((id) => [id, 1]))
}

/** The most of a company, from 0 to 1, that is passed down to it by its owners. */
export function mostOf(register: Register, id: string, passed: (share: Share) => number): number {
  if (register.isContradictory(id)) return 1
  let named = 0
  let others = 0
  for (const share of register.owners(id)) {
    named += (share.high / WHOLE) * passed(share)
    others += (share.low / WHOLE) * (1 - passed(share))
  }
  return register.isOpen(id) ? 1 - others : Math.min(1 - others, named)
}
