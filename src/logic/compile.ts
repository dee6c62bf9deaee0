import type { Book, Condition, Test } from './condition.ts'
import type { Facts, Value } from './facts.ts'
import { hasRole, isMemberFact, isOpen } from './members.ts'
import { passes } from './passes.ts'
import { not, type Verdict } from './verdict.ts'

/** A condition as a function of the facts: the same verdict as its proof, without the proof. */
export type Compiled = (facts: Facts, member?: Facts) => Verdict

type Leaf = Extract<Condition, { kind: 'leaf' }>

/** Turns conditions of one book into closures, each once. */
export type Compile = (condition: Condition) => Compiled

/**
 * Turns conditions into closures. Sets and definitions are resolved once, branches end early.
 * Holds the same three-valued meaning as `prove`; a property test keeps the two equal.
 */
export function compiler(book: Book): Compile {
  const definitions = new Map<string, Compiled>()
  const known = new WeakMap<Condition, Compiled>()
  // The law asks the same of a fact in many places: one closure for all of them stays in the cache.
  const leaves = new Map<string, Compiled>()

  const definition = (id: string): Compiled => {
    const made = definitions.get(id)
    if (made !== undefined) return made
    const fresh = remembering(compile(book.definition(id)))
    definitions.set(id, fresh)
    return fresh
  }

  const compile = (condition: Condition): Compiled => {
    const made = known.get(condition)
    if (made !== undefined) return made
    const fresh = closureOf(condition)
    known.set(condition, fresh)
    return fresh
  }

  const leafOf = ({ fact, is }: Leaf, negated: boolean): Compiled => {
    const key = `${negated} ${fact} ${is.test} ${JSON.stringify(is.value)}`
    const made = leaves.get(key)
    if (made !== undefined) return made
    const fresh = leaf(fact, is, book, negated)
    leaves.set(key, fresh)
    return fresh
  }

  const closureOf = (condition: Condition): Compiled => {
    switch (condition.kind) {
      case 'all':
        return conjunction(leavesFirst(condition.of).map(compile))
      case 'any':
        return disjunction(leavesFirst(condition.of).map(compile))
      case 'unless': {
        const { of } = condition
        if (of.kind === 'leaf') return leafOf(of, true)
        const inner = compile(of)
        return (facts, member) => not(inner(facts, member))
      }
      case 'holds':
        return definition(condition.id)
      case 'some':
      case 'every':
        return quantifier(condition.kind, condition.list, condition.roles, compile(condition.where))
      case 'leaf':
        return leafOf(condition, false)
    }
  }
  return compile
}

/** Many conditions of one deal rest on the same definition: its last verdict is kept until the facts are others. */
function remembering(inner: Compiled): Compiled {
  let lastFacts: Facts | undefined
  let lastMember: Facts | undefined
  let verdict: Verdict = 'unknown'
  return (facts, member) => {
    if (facts !== lastFacts || member !== lastMember) {
      verdict = inner(facts, member)
      lastFacts = facts
      lastMember = member
    }
    return verdict
  }
}

/** The order of the parts does not change a verdict, and a single test settles it soonest. */
function leavesFirst(parts: readonly Condition[]): Condition[] {
  const isLeaf = (part: Condition): boolean =>
    (part.kind === 'unless' ? part.of : part).kind === 'leaf'
  return [...parts.filter(isLeaf), ...parts.filter((part) => !isLeaf(part))]
}

function conjunction(parts: readonly Compiled[]): Compiled {
  if (parts.length === 1) return parts[0]!
  return (facts, member) => {
    let verdict: Verdict = 'yes'
    for (let i = 0; i < parts.length; i++) {
      const part = parts[i]!(facts, member)
      if (part === 'no') return 'no'
      if (part === 'unknown') verdict = 'unknown'
    }
    return verdict
  }
}

function disjunction(parts: readonly Compiled[]): Compiled {
  if (parts.length === 1) return parts[0]!
  return (facts, member) => {
    let verdict: Verdict = 'no'
    for (let i = 0; i < parts.length; i++) {
      const part = parts[i]!(facts, member)
      if (part === 'yes') return 'yes'
      if (part === 'unknown') verdict = 'unknown'
    }
    return verdict
  }
}

function quantifier(
  kind: 'some' | 'every',
  name: string,
  roles: readonly string[] | undefined,
  where: Compiled,
): Compiled {
  const settles: Verdict = kind === 'some' ? 'yes' : 'no'
  const otherwise: Verdict = kind === 'some' ? 'no' : 'yes'
  return (facts) => {
    const list = facts.lists[name]
    let verdict: Verdict = otherwise
    let matching = 0
    if (list !== undefined) {
      for (const member of list.members) {
        if (!hasRole(member, roles)) continue
        matching++
        const part = where(facts, member)
        if (part === settles) return settles
        if (part === 'unknown') verdict = 'unknown'
      }
    }
    return isOpen(list, matching, roles) ? 'unknown' : verdict
  }
}

/**
 * One closure a leaf, for the kinds of value that are common; the others, such as ranges, go to
 * `passes`. A negated leaf answers the other way round. The line that reads the fact stands in each
 * closure, because a shared function would cost a call a leaf.
 */
function leaf(fact: string, is: Test, book: Book, negated: boolean): Compiled {
  const ofMember = isMemberFact(fact)
  const yes: Verdict = negated ? 'no' : 'yes'
  const no: Verdict = negated ? 'yes' : 'no'
  const slowly = (saw: Value | undefined): Verdict => {
    if (saw === undefined) return 'unknown'
    const verdict = passes(is, saw, book)
    return negated ? not(verdict) : verdict
  }

  switch (is.test) {
    case 'is': {
      const { value } = is
      if (typeof value === 'string') {
        return (facts, member) => {
          const saw = (ofMember && member !== undefined ? member : facts).values[fact]
          return typeof saw !== 'string' ? slowly(saw) : saw === value ? yes : no
        }
      }
      return (facts, member) => {
        const saw = (ofMember && member !== undefined ? member : facts).values[fact]
        return typeof saw !== 'boolean' ? slowly(saw) : saw === value ? yes : no
      }
    }
    case 'one_of':
    case 'in_group':
    case 'in_table': {
      const members: ReadonlySet<Value> =
        is.test === 'one_of' ? new Set(is.value) : book.members(is.value)
      return (facts, member) => {
        const saw = (ofMember && member !== undefined ? member : facts).values[fact]
        return typeof saw !== 'string' ? slowly(saw) : members.has(saw) ? yes : no
      }
    }
    case 'at_least':
    case 'less_than': {
      const line = is.value
      const above = is.test === 'at_least' ? yes : no
      const below = is.test === 'at_least' ? no : yes
      return (facts, member) => {
        const saw = (ofMember && member !== undefined ? member : facts).values[fact]
        return typeof saw !== 'number'
          ? slowly(saw)
          : saw >= line
            ? above
            : saw < line
              ? below
              : 'unknown'
      }
    }
    case 'more_than':
    case 'at_most': {
      const line = is.value
      const above = is.test === 'more_than' ? yes : no
      const below = is.test === 'more_than' ? no : yes
      return (facts, member) => {
        const saw = (ofMember && member !== undefined ? member : facts).values[fact]
        return typeof saw !== 'number'
          ? slowly(saw)
          : saw > line
            ? above
            : saw <= line
              ? below
              : 'unknown'
      }
    }
    case 'on_or_after':
    case 'before': {
      const day = is.value
      const later = is.test === 'on_or_after' ? yes : no
      const earlier = is.test === 'on_or_after' ? no : yes
      return (facts, member) => {
        const saw = (ofMember && member !== undefined ? member : facts).values[fact]
        return typeof saw !== 'string' ? slowly(saw) : saw >= day ? later : earlier
      }
    }
    default:
      return (facts, member) =>
        slowly((ofMember && member !== undefined ? member : facts).values[fact])
  }
}
