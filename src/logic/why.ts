import type { Compile, Compiled } from './compile.ts'
import type { Book, Condition } from './condition.ts'
import type { Facts } from './facts.ts'
import { hasRole, isOpen } from './members.ts'
import {
  branch,
  leafProver,
  openList,
  type Claim,
  type Proof,
  type Proved,
  type Prover,
} from './prove.ts'
import { not, type Verdict } from './verdict.ts'

/** Builds what carries a verdict that is known already. */
type Why = (verdict: Verdict, facts: Facts, member?: Facts, proved?: Proved) => Proof

/** A condition with its verdict and its reasons. */
interface Part {
  readonly verdict: Compiled
  readonly why: Why
}

/**
 * Turns conditions into provers of what carries their verdict: of an "any" that holds the first branch
 * that does, of an "all" that fails those that fail, of what is not known those that are not known. A
 * connective with one branch left is that branch. Verdicts come from the compiled conditions, so that
 * only what is shown is built. A property test holds it to the whole proof of `prove`.
 */
export function explainer(book: Book, compile: Compile): (condition: Condition) => Prover {
  const known = new WeakMap<Condition, Part>()

  const explain = (condition: Condition): Part => {
    const made = known.get(condition)
    if (made !== undefined) return made
    const fresh = { verdict: compile(condition), why: whyOf(condition) }
    known.set(condition, fresh)
    return fresh
  }

  const whyOf = (condition: Condition): Why => {
    switch (condition.kind) {
      case 'all':
      case 'any':
        return connective(condition, condition.of.map(explain))
      case 'unless': {
        const { cite } = condition
        const { why } = explain(condition.of)
        const claim: Claim = { kind: 'unless' }
        return (verdict, facts, member, proved) =>
          branch(verdict, claim, cite, [why(not(verdict), facts, member, proved)])
      }
      case 'holds': {
        const { id, cite } = condition
        const why = remembered(id, explain(book.definition(id)).why)
        const claim: Claim = { kind: 'holds', id }
        return (verdict, facts, member, proved) =>
          branch(verdict, claim, cite, [why(verdict, facts, member, proved)])
      }
      case 'some':
      case 'every':
        return quantifier(condition, explain(condition.where))
      case 'leaf': {
        const prover = leafProver(condition, book)
        return (_, facts, member) => prover(facts, member)
      }
    }
  }

  return (condition) => {
    const { verdict, why } = explain(condition)
    return (facts, member, proved) => why(verdict(facts, member), facts, member, proved)
  }
}

/** Many conditions of one deal rest on the same definition, whose proof is built once. */
function remembered(id: string, why: Why): Why {
  return (verdict, facts, member, proved) => {
    if (proved === undefined) return why(verdict, facts, member)
    const of = member ?? facts
    let known = proved.get(of)
    if (known === undefined) proved.set(of, (known = new Map()))
    let proof = known.get(id)
    if (proof === undefined) known.set(id, (proof = why(verdict, facts, member, proved)))
    return proof
  }
}

function connective(
  { kind, cite }: Extract<Condition, { kind: 'all' | 'any' }>,
  parts: readonly Part[],
): Why {
  const claim: Claim = { kind }
  return (verdict, facts, member, proved) => {
    const first = kind === 'any' && verdict === 'yes'
    const because: Proof[] = []
    for (let i = 0; i < parts.length; i++) {
      const part = parts[i]!
      if (part.verdict(facts, member) !== verdict) continue
      because.push(part.why(verdict, facts, member, proved))
      if (first) break
    }
    const only = because.length === 1 ? because[0]! : undefined
    if (only === undefined || (cite !== undefined && only.cite !== undefined))
      return branch(verdict, claim, cite, because)
    return cite === undefined ? only : { ...only, cite }
  }
}

function quantifier(
  { kind, list: name, roles, cite }: Extract<Condition, { kind: 'some' | 'every' }>,
  where: Part,
): Why {
  const claim: Claim = { kind, list: name, ...(roles ? { roles } : {}) }
  return (verdict, facts, _, proved) => {
    const first = kind === 'some' && verdict === 'yes'
    const list = facts.lists[name]
    const because: Proof[] = []
    let matching = 0
    for (const [index, one] of (list?.members ?? []).entries()) {
      if (!hasRole(one, roles)) continue
      matching++
      if (where.verdict(facts, one) !== verdict) continue
      because.push({
        verdict,
        claim: { kind: 'member', index, label: one.label },
        because: [where.why(verdict, facts, one, proved)],
      })
      if (first) break
    }
    if (verdict === 'unknown' && isOpen(list, matching, roles))
      because.push(openList(name, list, facts))
    return branch(verdict, claim, cite, because)
  }
}

/** Finds one leaf of a condition; facts of a member of a list come from `member`. */
export type Pointer = (facts: Facts, member?: Facts) => Proof | undefined

/**
 * Turns conditions into pointers at the first leaf that carries their verdict: what a person would name
 * as the reason. Undefined where no leaf does, as of a list without members.
 */
export function pointer(book: Book, compile: Compile): (condition: Condition) => Pointer {
  const known = new WeakMap<Condition, Pointer>()

  const point = (condition: Condition): Pointer => {
    const made = known.get(condition)
    if (made !== undefined) return made
    const fresh = pointerOf(condition)
    known.set(condition, fresh)
    return fresh
  }

  const pointerOf = (condition: Condition): Pointer => {
    switch (condition.kind) {
      case 'all':
      case 'any': {
        const whole = compile(condition)
        const parts = condition.of.map((part) => ({ verdict: compile(part), first: point(part) }))
        const isAny = condition.kind === 'any'
        return (facts, member) => {
          const verdict = whole(facts, member)
          for (const part of parts) {
            if (part.verdict(facts, member) !== verdict) continue
            const found = part.first(facts, member)
            if (found !== undefined || (isAny && verdict === 'yes')) return found
          }
          return undefined
        }
      }
      case 'unless':
        return point(condition.of)
      case 'holds':
        return point(book.definition(condition.id))
      case 'some':
      case 'every': {
        const { list, roles } = condition
        const isSome = condition.kind === 'some'
        const whole = compile(condition)
        const part = compile(condition.where)
        const first = point(condition.where)
        return (facts, member) => {
          const verdict = whole(facts, member)
          for (const one of facts.lists[list]?.members ?? []) {
            if (!hasRole(one, roles) || part(facts, one) !== verdict) continue
            const found = first(facts, one)
            if (found !== undefined || (isSome && verdict === 'yes')) return found
          }
          return undefined
        }
      }
      case 'leaf':
        return leafProver(condition, book)
    }
  }
  return point
}
