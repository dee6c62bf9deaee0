import { hasOtherScript, plain } from './fold.ts'

/** The lists that a case states of a party, and where. */
export interface StatedOf {
  readonly lists: readonly string[]
  /** `parties[0]` */
  readonly at: string
  readonly places: readonly string[]
}

/** Whom a case names, and the countries in which it is or has its headquarters, as far as it says so. */
export interface Placed {
  readonly name?: unknown
  readonly places: readonly string[]
}

/** A party of a case, and on which lists it is said to be. */
export interface Stating extends Placed {
  readonly stated: readonly string[] | undefined
}

/**
 * Finds the lists that a case states of a party of the same name. Two parties of one name that are said to be
 * on different lists say nothing, nor does one in another country.
 */
export function statedByName(
  parties: readonly Stating[],
): (mention: Placed) => StatedOf | undefined {
  const byName = new Map<string, StatedOf | 'differs'>()
  for (const [i, { name, stated, places }] of parties.entries()) {
    if (typeof name !== 'string' || stated === undefined) continue
    for (const key of namesIn(name)) {
      const had = byName.get(key)
      if (had === undefined) byName.set(key, { lists: stated, at: `parties[${i}]`, places })
      else if (had === 'differs' || !isSame(had.lists, stated)) byName.set(key, 'differs')
    }
  }
  return ({ name, places }) => {
    const found = typeof name === 'string' ? byName.get(keyOf(name)) : undefined
    if (found === undefined || found === 'differs') return undefined
    const isElsewhere =
      places.length > 0 &&
      found.places.length > 0 &&
      !places.some((place) => found.places.includes(place))
    return isElsewhere ? undefined : found
  }
}

/** Whether what is stated of one of these names may count for another. */
export function isNamedTwice(names: readonly string[]): boolean {
  const seen = new Set<string>()
  return names.some((name) =>
    namesIn(name).some((key) => {
      const had = seen.has(key)
      seen.add(key)
      return had
    }),
  )
}

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((list) => b.includes(list))

const keyOf = (name: string): string => plain(name).replace(/\s+/g, ' ').trim()

const TWO_SCRIPTS = /^(.*\S)\s*\(([^()]+)\)$/

/**
 * A name, and both of its halves where it is one name in two scripts: `华为技术有限公司 (Huawei Technologies Co.,
 * Ltd.)`. A bracket in the same script tells branches apart, as one word does in another: `(UK)`.
 */
function namesIn(name: string): string[] {
  const whole = keyOf(name)
  const [, before, inside] = TWO_SCRIPTS.exec(whole) ?? []
  if (before === undefined || inside === undefined) return [whole]
  const latin = [before, inside].find((half) => !hasOtherScript(half))
  const other = [before, inside].find((half) => hasOtherScript(half) && !/[a-z]/.test(half))
  return latin !== undefined && other !== undefined && /[a-z]{2,} \S/.test(latin)
    ? [whole, before, inside]
    : [whole]
}
