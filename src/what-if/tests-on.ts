import type { Book, Condition, Test } from '../logic/condition.ts'
import type { Active, Law } from '../rules/on-day.ts'

/** One test that the law of a day puts to a fact, and where. */
export interface TestOn {
  readonly test: Test
  /** The nearest sub-paragraph around the test, such as `3A090.b.1`; null where the rule names none. */
  readonly cite: string | null
  readonly active: Active
}

/** Every test that provisions put to each fact, their definitions included. */
export function testsOn(
  actives: readonly Active[],
  book: Book,
): ReadonlyMap<string, readonly TestOn[]> {
  const found = new Map<string, TestOn[]>()
  const add = (fact: string, test: TestOn): void => {
    const others = found.get(fact)
    if (others === undefined) found.set(fact, [test])
    else others.push(test)
  }
  for (const active of actives) {
    const seen = new Set<string>()
    const visit = (condition: Condition, around: string | null): void => {
      const cite = condition.cite ?? around
      switch (condition.kind) {
        case 'all':
        case 'any':
          for (const part of condition.of) visit(part, cite)
          return
        case 'unless':
          visit(condition.of, cite)
          return
        case 'holds':
          if (seen.has(condition.id)) return
          seen.add(condition.id)
          visit(book.definition(condition.id), cite)
          return
        case 'some':
        case 'every':
          visit(condition.where, cite)
          return
        case 'leaf':
          add(condition.fact, { test: condition.is, cite, active })
      }
    }
    visit(active.when, null)
    if (active.onlyWhen !== undefined) visit(active.onlyWhen, null)
  }
  return found
}

const ofLaw = new WeakMap<Law, ReadonlyMap<string, readonly TestOn[]>>()

/** Every test that a day's law puts to each fact, found once per law. */
export function testsOfLaw(law: Law): ReadonlyMap<string, readonly TestOn[]> {
  const known = ofLaw.get(law)
  if (known !== undefined) return known
  const found = testsOn(Object.values(law.by).flat(), law.book)
  ofLaw.set(law, found)
  return found
}
