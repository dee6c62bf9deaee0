import { compiler, type Compiled } from './compile.ts'
import type { Book, Condition, Test } from './condition.ts'
import type { Facts, Value } from './facts.ts'
import { isMemberFact } from './members.ts'
import type { Verdict } from './verdict.ts'

/** The rules that can apply to a deal, found so that cost follows them and not the size of the pack. */
export interface RuleIndex {
  /**
   * Calls `visit` with the number of every rule whose condition may be yes or unknown, each once, in
   * the same order for the same facts. A rule that is not visited is certainly no.
   */
  readonly candidates: (facts: Facts, visit: (rule: number) => void) => void
  /** Calls `visit` with every rule whose condition is yes or unknown, and which of the two. */
  readonly verdicts: (facts: Facts, visit: (rule: number, verdict: Verdict) => void) => void
}

/** For each fact of the deal or item, the values outside which a condition is certainly no. */
type Guards = ReadonlyMap<string, ReadonlySet<Value>>

/** The rules that one fact guards. `whole` tests all of a rule, `rest` all but its guard. */
interface Posting {
  readonly fact: string
  readonly every: Filed[]
  readonly byValue: Map<Value, Filed[]>
}

interface Filed {
  readonly rule: number
  readonly whole: Compiled
  readonly rest: Compiled
}

/**
 * Files each rule under one guard: a fact that must have one of a few values for the rule to apply.
 * Of several guards the cheapest is taken. A rule without a guard is always a candidate, and so
 * is every rule whose guard fact is missing, a range or a set: unknown is never no.
 */
export function ruleIndex(rules: readonly { readonly when: Condition }[], book: Book): RuleIndex {
  const compile = compiler(book)
  const guards = rules.map((rule) => guardsOf(rule.when, book))
  const uses = usesOf(guards)
  const always: Filed[] = []
  const byFact = new Map<string, Posting>()

  rules.forEach(({ when }, rule) => {
    const found = guards[rule]!
    const fact = cheapest(found, uses)
    let made: Compiled | undefined
    const whole: Compiled = (facts) => (made ??= compile(when))(facts)
    if (fact === undefined) {
      always.push({ rule, whole, rest: whole })
      return
    }
    const values = found.get(fact)!
    const filed = { rule, whole, rest: compile(without(when, fact, values, book)) }
    const posting: Posting = byFact.get(fact) ?? { fact, every: [], byValue: new Map() }
    byFact.set(fact, posting)
    posting.every.push(filed)
    for (const value of values) {
      const list = posting.byValue.get(value)
      if (list === undefined) posting.byValue.set(value, [filed])
      else list.push(filed)
    }
  })
  const postings = [...byFact.values()]

  return {
    candidates: (facts, visit) => {
      for (const { rule } of always) visit(rule)
      for (const posting of postings) {
        for (const { rule } of filedUnder(posting, facts.values[posting.fact])) visit(rule)
      }
    },
    verdicts: (facts, visit) => {
      for (let i = 0; i < always.length; i++) {
        const verdict = always[i]!.whole(facts)
        if (verdict !== 'no') visit(always[i]!.rule, verdict)
      }
      for (let p = 0; p < postings.length; p++) {
        const saw = facts.values[postings[p]!.fact]
        const found = filedUnder(postings[p]!, saw)
        const settled = isSettled(saw)
        for (let i = 0; i < found.length; i++) {
          const verdict = settled ? found[i]!.rest(facts) : found[i]!.whole(facts)
          if (verdict !== 'no') visit(found[i]!.rule, verdict)
        }
      }
    },
  }
}

const none: readonly Filed[] = []

function filedUnder(posting: Posting, saw: Value | undefined): readonly Filed[] {
  return isSettled(saw) ? (posting.byValue.get(saw) ?? none) : posting.every
}

/** Whether a value is one thing: a range or a set of names may pass a guard that equality would not. */
const isSettled = (saw: Value | undefined): saw is string | number | boolean =>
  saw !== undefined && typeof saw !== 'object'

/**
 * The guards of a condition. Facts of a party or circuit are left out, since they have no single
 * value in a deal, and so are lists and negations.
 */
function guardsOf(condition: Condition, book: Book): Guards {
  switch (condition.kind) {
    case 'leaf': {
      const values = isMemberFact(condition.fact) ? undefined : valuesOf(condition.is, book)
      return new Map(values === undefined ? [] : [[condition.fact, values]])
    }
    case 'holds':
      return guardsOf(book.definition(condition.id), book)
    case 'all':
      return guardsOfAll(condition.of.map((part) => guardsOf(part, book)))
    case 'any':
      return guardsOfAny(condition.of.map((part) => guardsOf(part, book)))
    default:
      return new Map()
  }
}

function valuesOf(is: Test, book: Book): ReadonlySet<Value> | undefined {
  switch (is.test) {
    case 'is':
      return new Set([is.value])
    case 'one_of':
      return new Set(is.value)
    case 'in_group':
    case 'in_table':
      return book.members(is.value)
    default:
      return undefined
  }
}

/** All must hold, so any part's guard will do; of two on one fact, the one with fewer values. */
function guardsOfAll(parts: readonly Guards[]): Guards {
  const joined = new Map<string, ReadonlySet<Value>>()
  for (const part of parts) {
    for (const [fact, values] of part) {
      const other = joined.get(fact)
      if (other === undefined || values.size < other.size) joined.set(fact, values)
    }
  }
  return joined
}

/** One must hold, so only a fact that guards every part counts, with the values of all of them. */
function guardsOfAny(parts: readonly Guards[]): Guards {
  const joined = new Map<string, Set<Value>>()
  for (const fact of parts[0]?.keys() ?? []) {
    const sets = parts.map((part) => part.get(fact))
    if (sets.includes(undefined)) continue
    joined.set(fact, new Set(sets.flatMap((values) => [...values!])))
  }
  return joined
}

/** The condition without the parts that are yes for each of the guard's values. */
function without(when: Condition, fact: string, values: ReadonlySet<Value>, book: Book): Condition {
  if (when.kind !== 'all') return when
  const passed = (part: Condition): boolean => {
    if (part.kind !== 'leaf' || part.fact !== fact) return false
    const accepts = valuesOf(part.is, book)
    return accepts !== undefined && [...values].every((value) => accepts.has(value))
  }
  return { ...when, of: when.of.filter((part) => !passed(part)) }
}

/** How often a fact could be a guard, and how many different values the rules tell apart on it. */
interface Use {
  rules: number
  readonly values: Set<Value>
}

function usesOf(guards: readonly Guards[]): ReadonlyMap<string, Use> {
  const uses = new Map<string, Use>()
  for (const found of guards) {
    for (const [fact, values] of found) {
      const use = uses.get(fact) ?? { rules: 0, values: new Set<Value>() }
      uses.set(fact, use)
      use.rules++
      for (const value of values) use.values.add(value)
    }
  }
  return uses
}

/**
 * The guard that costs least: the share of deals that pass it, were all values of the fact and one
 * more equally common, and the reading of the fact, which is shared by the rules that it can guard.
 */
function cheapest(guards: Guards, uses: ReadonlyMap<string, Use>): string | undefined {
  let best: string | undefined
  let least = Infinity
  for (const [fact, values] of guards) {
    const use = uses.get(fact)!
    const cost = values.size / (use.values.size + 1) + 1 / use.rules
    if (cost >= least) continue
    least = cost
    best = fact
  }
  return best
}
