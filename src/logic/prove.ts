import type { Book, Condition } from './condition.ts'
import type { Facts, List, Source, Value } from './facts.ts'
import { hasRole, isMemberFact, isOpen } from './members.ts'
import { passes } from './passes.ts'
import { not, type Verdict } from './verdict.ts'

/** Why a condition is yes, no or unknown: a tree that has the shape of the condition. */
export interface Proof {
  readonly verdict: Verdict
  /** What was tested: a connective, a definition's id, a list, or a fact. */
  readonly claim: Claim
  readonly cite?: string
  /** The value that a leaf saw, and where it came from. */
  readonly saw?: Value
  readonly source?: Source
  /** The fact that would settle an unknown leaf, and its path in the case. */
  readonly asks?: { readonly fact: string; readonly path: string }
  readonly because: readonly Proof[]
}

export type Claim =
  | { readonly kind: 'all' | 'any' | 'unless' }
  | { readonly kind: 'holds'; readonly id: string }
  | { readonly kind: 'some' | 'every'; readonly list: string; readonly roles?: readonly string[] }
  | { readonly kind: 'member'; readonly index: number; readonly label: string }
  | { readonly kind: 'leaf'; readonly fact: string; readonly test: string; readonly value: unknown }
  | { readonly kind: 'incomplete'; readonly list: string }

/**
 * The proofs of definitions, by the party or circuit that they were proved of and, for the rest, by the
 * deal. Holds good for one deal and one book.
 */
export type Proved = Map<Facts, Map<string, Proof>>

/** Proves one condition of a deal; what a definition was proved to be is kept in `proved`. */
export type Prover = (facts: Facts, member?: Facts, proved?: Proved) => Proof

/**
 * The meaning of a condition: visits every branch, so that the proof shows what did not matter as
 * well as what did. Facts of a party or circuit are read from `member`, all others from `facts`.
 * Many conditions of one deal rest on the same definitions: with `proved`, each is proved once.
 */
export function prove(
  condition: Condition,
  facts: Facts,
  book: Book,
  member?: Facts,
  proved?: Proved,
): Proof {
  const { cite } = condition
  switch (condition.kind) {
    case 'all':
    case 'any': {
      const { kind, of } = condition
      // An array made by length here would be kept in old memory by the engine: proofs are short-lived.
      const because = of.map((part) => prove(part, facts, book, member, proved))
      return branch(kind === 'all' ? all(because) : any(because), claims[kind], cite, because)
    }
    case 'unless': {
      const inner = prove(condition.of, facts, book, member, proved)
      return branch(not(inner.verdict), claims.unless, cite, [inner])
    }
    case 'holds': {
      const inner = proveDefinition(condition.id, facts, book, member, proved)
      return branch(inner.verdict, { kind: 'holds', id: condition.id }, cite, [inner])
    }
    case 'some':
    case 'every':
      return proveList(condition, facts, book, proved)
    case 'leaf':
      return proveLeaf(condition, claimOf(condition), scopeOf(condition, facts, member), book)
  }
}

// Proofs are built by the million: their nodes are whole literals, claims are shared where they can be.
const claims: Readonly<Record<'all' | 'any' | 'unless', Claim>> = {
  all: { kind: 'all' },
  any: { kind: 'any' },
  unless: { kind: 'unless' },
}
export const nothing: readonly Proof[] = []

/** A node above the leaves. */
export function branch(
  verdict: Verdict,
  claim: Claim,
  cite: string | undefined,
  because: readonly Proof[],
): Proof {
  return cite === undefined ? { verdict, claim, because } : { verdict, claim, cite, because }
}

const all = (parts: readonly Proof[]): Verdict => join(parts, 'no', 'yes')
const any = (parts: readonly Proof[]): Verdict => join(parts, 'yes', 'no')

/** The `all` and `any` of verdict.ts, read off the parts without a list of their verdicts. */
function join(parts: readonly Proof[], settles: Verdict, otherwise: Verdict): Verdict {
  let verdict = otherwise
  for (const part of parts) {
    if (part.verdict === settles) return settles
    if (part.verdict === 'unknown') verdict = 'unknown'
  }
  return verdict
}

function proveDefinition(
  id: string,
  facts: Facts,
  book: Book,
  member: Facts | undefined,
  proved: Proved | undefined,
): Proof {
  if (proved === undefined) return prove(book.definition(id), facts, book, member)
  const of = member ?? facts
  let known = proved.get(of)
  if (known === undefined) proved.set(of, (known = new Map()))
  let proof = known.get(id)
  if (proof === undefined)
    known.set(id, (proof = prove(book.definition(id), facts, book, member, proved)))
  return proof
}

function proveList(
  condition: Extract<Condition, { kind: 'some' | 'every' }>,
  facts: Facts,
  book: Book,
  proved: Proved | undefined,
): Proof {
  const { kind, list: name, roles, cite } = condition
  const list = facts.lists[name]
  const because: Proof[] = []
  for (const [index, member] of (list?.members ?? []).entries()) {
    if (!hasRole(member, roles)) continue
    const inner = prove(condition.where, facts, book, member, proved)
    because.push({
      verdict: inner.verdict,
      claim: { kind: 'member', index, label: member.label },
      because: [inner],
    })
  }
  if (isOpen(list, because.length, roles)) because.push(openList(name, list, facts))
  const claim: Claim = { kind, list: name, ...(roles ? { roles } : {}) }
  return branch(kind === 'some' ? any(because) : all(because), claim, cite, because)
}

/** Says of a list that it is not known to be whole, and asks for the rest. */
export function openList(name: string, list: List | undefined, facts: Facts): Proof {
  const fact = list?.asks ?? name
  return {
    verdict: 'unknown',
    claim: { kind: 'incomplete', list: name },
    asks: { fact, path: facts.paths[fact] ?? fact },
    because: nothing,
  }
}

type Leaf = Extract<Condition, { kind: 'leaf' }>

/** Proves one test of one fact, many times: the claim is made once. */
export function leafProver(leaf: Leaf, book: Book): Prover {
  const claim = claimOf(leaf)
  return (facts, member) => proveLeaf(leaf, claim, scopeOf(leaf, facts, member), book)
}

const claimOf = ({ fact, is }: Leaf): Claim => ({
  kind: 'leaf',
  fact,
  test: is.test,
  value: is.value,
})

/** A fact of a party or circuit belongs to the member at hand, every other to the deal and its item. */
const scopeOf = ({ fact }: Leaf, facts: Facts, member: Facts | undefined): Facts =>
  member !== undefined && isMemberFact(fact) ? member : facts

// Proofs are built by the million: their nodes are whole literals.
function proveLeaf({ fact, is, cite }: Leaf, claim: Claim, scope: Facts, book: Book): Proof {
  const saw = scope.values[fact]
  if (saw === undefined) {
    const asks = asksAt(fact, scope)
    return cite === undefined
      ? { verdict: 'unknown', claim, asks, because: nothing }
      : { verdict: 'unknown', claim, cite, asks, because: nothing }
  }
  const source = scope.sources[fact]
  const verdict = passes(is, saw, book)
  if (verdict === 'unknown') {
    const seen = source === undefined ? { saw } : { saw, source }
    const named = cite === undefined ? { verdict, claim } : { verdict, claim, cite }
    return { ...named, ...seen, asks: asksAt(fact, scope), because: nothing }
  }
  if (source === undefined) {
    return cite === undefined
      ? { verdict, claim, saw, because: nothing }
      : { verdict, claim, cite, saw, because: nothing }
  }
  return cite === undefined
    ? { verdict, claim, saw, source, because: nothing }
    : { verdict, claim, cite, saw, source, because: nothing }
}

const asksAt = (fact: string, { paths }: Facts): { fact: string; path: string } => ({
  fact,
  path: paths[fact] ?? fact,
})
