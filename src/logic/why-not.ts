import type { Book, Condition } from './condition.ts'
import type { Facts } from './facts.ts'
import { hasRole, isOpen, prove, type Proof } from './prove.ts'

/**
 * The first leaf that makes a condition say no, or undefined where it says something else: what a
 * proof would show as its failing clause, without building the proof.
 */
export function whyNot(
  condition: Condition,
  facts: Facts,
  book: Book,
  member?: Facts,
): Proof | undefined {
  const inner = (part: Condition): Proof | undefined => whyNot(part, facts, book, member)
  switch (condition.kind) {
    case 'all':
      return firstOf(condition.of, inner)
    case 'any':
      return firstIfEvery(condition.of, inner)
    case 'unless':
      return whyYes(condition.of, facts, book, member)
    case 'holds':
      return inner(book.definition(condition.id))
    case 'some':
    case 'every': {
      const list = facts.lists[condition.list]
      const members = (list?.members ?? []).filter((one) => hasRole(one, condition.roles))
      const ofMember = (one: Facts): Proof | undefined => whyNot(condition.where, facts, book, one)
      if (condition.kind === 'every') return firstOf(members, ofMember)
      return isOpen(list, members.length, condition.roles)
        ? undefined
        : firstIfEvery(members, ofMember)
    }
    case 'leaf':
      return ifVerdict('no', prove(condition, facts, book, member))
  }
}

function whyYes(
  condition: Condition,
  facts: Facts,
  book: Book,
  member: Facts | undefined,
): Proof | undefined {
  const inner = (part: Condition): Proof | undefined => whyYes(part, facts, book, member)
  switch (condition.kind) {
    case 'all':
      return firstIfEvery(condition.of, inner)
    case 'any':
      return firstOf(condition.of, inner)
    case 'unless':
      return whyNot(condition.of, facts, book, member)
    case 'holds':
      return inner(book.definition(condition.id))
    case 'some':
    case 'every': {
      const list = facts.lists[condition.list]
      const members = (list?.members ?? []).filter((one) => hasRole(one, condition.roles))
      const ofMember = (one: Facts): Proof | undefined => whyYes(condition.where, facts, book, one)
      if (condition.kind === 'some') return firstOf(members, ofMember)
      return isOpen(list, members.length, condition.roles)
        ? undefined
        : firstIfEvery(members, ofMember)
    }
    case 'leaf':
      return ifVerdict('yes', prove(condition, facts, book, member))
  }
}

const ifVerdict = (verdict: Proof['verdict'], proof: Proof): Proof | undefined =>
  proof.verdict === verdict ? proof : undefined

function firstOf<T>(
  parts: readonly T[],
  leafOf: (part: T) => Proof | undefined,
): Proof | undefined {
  for (const part of parts) {
    const leaf = leafOf(part)
    if (leaf !== undefined) return leaf
  }
  return undefined
}

function firstIfEvery<T>(
  parts: readonly T[],
  leafOf: (part: T) => Proof | undefined,
): Proof | undefined {
  let first: Proof | undefined
  for (const part of parts) {
    const leaf = leafOf(part)
    if (leaf === undefined) return undefined
    first ??= leaf
  }
  return first
}
