import type { FactDefinition } from '../facts/dictionary.ts'
import type { Test } from '../logic/condition.ts'
import type { Value } from '../logic/facts.ts'

type Bound = { readonly at: number | string; readonly open: boolean }

/** The values of one fact that a conjunction lets through: bounds, and names that it keeps or leaves out. */
export interface Domain {
  readonly low?: Bound
  readonly high?: Bound
  readonly only?: ReadonlySet<Value>
  readonly not: ReadonlySet<Value>
}

/** The members of a table over a span of days: on any day of it, and on every day of it. */
export interface Members {
  readonly ever: ReadonlySet<Value>
  readonly always: ReadonlySet<Value>
}

const NOTHING: ReadonlySet<Value> = new Set()

/** Every value that a fact may have. */
export function domainOf({ type, values, min, max }: FactDefinition): Domain {
  if (type === 'boolean') return { only: new Set([true, false]), not: NOTHING }
  return {
    not: NOTHING,
    ...(type === 'one-of' && values !== undefined ? { only: new Set(values) } : {}),
    ...(min === undefined ? {} : { low: { at: min, open: false } }),
    ...(max === undefined ? {} : { high: { at: max, open: false } }),
  }
}

/**
 * The values that pass a test, or, negated, that fail it. Undefined where a test does not bound one
 * value. Of a table whose members change it keeps the larger set, so that nothing is wrongly ruled out.
 */
export function passing(
  is: Test,
  negated: boolean,
  members: (name: string) => Members,
): Domain | undefined {
  switch (is.test) {
    case 'is':
    case 'one_of': {
      const named = new Set<Value>(is.test === 'is' ? [is.value] : is.value)
      return negated ? { not: named } : { only: named, not: NOTHING }
    }
    case 'in_group':
    case 'in_table': {
      const { ever, always } = members(is.value)
      return negated ? { not: always } : { only: ever, not: NOTHING }
    }
    case 'at_least':
    case 'on_or_after':
      return negated ? below(is.value, true) : above(is.value, false)
    case 'more_than':
      return negated ? below(is.value, false) : above(is.value, true)
    case 'at_most':
      return negated ? above(is.value, true) : below(is.value, false)
    case 'less_than':
    case 'before':
      return negated ? above(is.value, false) : below(is.value, true)
    default:
      return undefined
  }
}

const above = (at: number | string, open: boolean): Domain => ({ low: { at, open }, not: NOTHING })
const below = (at: number | string, open: boolean): Domain => ({ high: { at, open }, not: NOTHING })

/** The values in both of two domains. */
export function both(a: Domain, b: Domain): Domain {
  const low = stricter(a.low, b.low, (x, y) => x > y)
  const high = stricter(a.high, b.high, (x, y) => x < y)
  const only =
    a.only && b.only
      ? new Set([...a.only].filter((value) => b.only!.has(value)))
      : (a.only ?? b.only)
  return {
    not: new Set([...a.not, ...b.not]),
    ...(low && { low }),
    ...(high && { high }),
    ...(only && { only }),
  }
}

function stricter(
  a: Bound | undefined,
  b: Bound | undefined,
  tighter: (x: Bound['at'], y: Bound['at']) => boolean,
): Bound | undefined {
  if (a === undefined || b === undefined) return a ?? b
  if (a.at === b.at) return a.open ? a : b
  return tighter(a.at, b.at) ? a : b
}

/** Whether no value is left. */
export function isEmpty(domain: Domain): boolean {
  const { low, high, only } = domain
  if (only !== undefined) return ![...only].some((value) => admits(domain, value))
  if (low === undefined || high === undefined) return false
  return (
    low.at > high.at || (low.at === high.at && (low.open || high.open || domain.not.has(low.at)))
  )
}

function admits({ low, high, only, not }: Domain, value: Value): boolean {
  if (not.has(value) || only?.has(value) === false) return false
  if (typeof value !== 'number' && typeof value !== 'string') return true
  const aboveLow = low === undefined || value > low.at || (!low.open && value === low.at)
  const belowHigh = high === undefined || value < high.at || (!high.open && value === high.at)
  return aboveLow && belowHigh
}

/** Whether every value of `inner` is one of `outer`. */
export function isWithin(inner: Domain, outer: Domain): boolean {
  if (inner.only !== undefined) {
    return [...inner.only].every((value) => !admits(inner, value) || admits(outer, value))
  }
  if (outer.only !== undefined) return false
  return (
    isInside(inner.low, outer.low, (x, y) => x > y) &&
    isInside(inner.high, outer.high, (x, y) => x < y) &&
    [...outer.not].every((value) => !admits(inner, value))
  )
}

function isInside(
  inner: Bound | undefined,
  outer: Bound | undefined,
  tighter: (x: Bound['at'], y: Bound['at']) => boolean,
): boolean {
  if (outer === undefined) return true
  if (inner === undefined) return false
  return inner.at === outer.at ? inner.open || !outer.open : tighter(inner.at, outer.at)
}
