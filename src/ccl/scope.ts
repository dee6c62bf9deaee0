import { all, any, not, type Verdict } from '../logic/verdict.ts'
import type { Scope } from './entry.ts'

/** What is known of an item beside its ECCN; what is left out is unknown. */
export interface Given {
  /** For software and technology: the ECCNs or paragraphs of what it is for, such as `3A090.a`. */
  readonly relatedTo?: readonly string[]
  /** Answers to the questions of `rules/ccl/questions.yaml`, by id. */
  readonly answers?: ReadonlyMap<string, Verdict>
}

/** Whether a line reaches an item, and what would settle it where that is open. */
export interface Reach {
  readonly verdict: Verdict
  readonly why: string | undefined
  readonly questions: readonly string[]
}

/**
 * Whether a line of an entry reaches an item in a paragraph of it. A paragraph is reached where
 * the line names it or one above it; a paragraph above a named one, or none (`null`), is unknown.
 */
export function reach(scope: Scope, paragraph: string | null, given: Given): Reach {
  if (scope === 'entire') return { verdict: 'yes', why: undefined, questions: [] }
  const parts: { readonly verdict: Verdict; readonly why: string; readonly question?: string }[] =
    []
  if (scope.paragraphs !== undefined) {
    const verdict = within(scope.paragraphs, paragraph)
    parts.push({ verdict, why: `reaches only .${scope.paragraphs.join(', .')}` })
  }
  if (scope.except !== undefined) {
    const verdict = not(within(scope.except, paragraph))
    parts.push({ verdict, why: `does not reach .${scope.except.join(', .')}` })
  }
  if (scope.for !== undefined || scope.forExcept !== undefined) {
    const why = `depends on what it is for: ${relatedWords(scope)}`
    parts.push({ verdict: relates(scope, given.relatedTo), why })
  }
  if (scope.when !== undefined) {
    const verdict = given.answers?.get(scope.when) ?? 'unknown'
    parts.push({ verdict, why: `depends on ${scope.when}`, question: scope.when })
  }
  if (scope.unless !== undefined) {
    const verdict = not(given.answers?.get(scope.unless) ?? 'unknown')
    parts.push({ verdict, why: `depends on ${scope.unless}`, question: scope.unless })
  }
  if (scope.prose !== undefined) parts.push({ verdict: 'unknown', why: scope.prose })
  const verdict = all(parts.map((part) => part.verdict))
  const open = parts.filter((part) => part.verdict === 'unknown')
  if (verdict !== 'unknown') return { verdict, why: undefined, questions: [] }
  return {
    verdict,
    why: open.map(({ why }) => why).join('; '),
    questions: open.flatMap(({ question }) => (question === undefined ? [] : [question])),
  }
}

function within(named: readonly string[], paragraph: string | null): Verdict {
  if (paragraph === null) return 'unknown'
  return any(named.map((name) => covers(name, paragraph)))
}

/** Whether a named place holds another: yes where it is that or above it, unknown where below. */
function covers(name: string, place: string): Verdict {
  if (place === name || place.startsWith(`${name}.`)) return 'yes'
  return name.startsWith(`${place}.`) ? 'unknown' : 'no'
}

function relates(
  scope: Exclude<Scope, 'entire'>,
  relatedTo: readonly string[] | undefined,
): Verdict {
  if (relatedTo === undefined || relatedTo.length === 0) return 'unknown'
  const on = (names: readonly string[], item: string): Verdict =>
    any(names.map((name) => (name.length === 2 ? inGroup(name, item) : covers(name, item))))
  return any(
    relatedTo.map((item) =>
      all([
        scope.for === undefined ? 'yes' : on(scope.for, item),
        scope.forExcept === undefined ? 'yes' : not(on(scope.forExcept, item)),
      ]),
    ),
  )
}

/** `3B` holds every entry of product group B of category 3. */
const inGroup = (group: string, item: string): Verdict => (item.startsWith(group) ? 'yes' : 'no')

function relatedWords(scope: Exclude<Scope, 'entire'>): string {
  const inside = scope.for === undefined ? 'any item' : scope.for.join(', ')
  return scope.forExcept === undefined ? inside : `${inside}, not ${scope.forExcept.join(', ')}`
}
