import type { Book, Condition, Test } from '../../src/logic/condition.ts'
import type { Facts, List, Source, Value } from '../../src/logic/facts.ts'

const CASE: Source = { from: 'case' }

/** Facts as a test writes them: values only, each from the case, with paths below `at`. */
export function facts(
  values: Record<string, Value>,
  lists: Record<string, List> = {},
  at = 'deal',
): Facts {
  const each = <T>(of: (name: string) => T): Record<string, T> =>
    Object.fromEntries(Object.keys(values).map((name) => [name, of(name)]))
  return {
    values,
    sources: each(() => CASE),
    paths: each((name) => `${at}.${name}`),
    lists,
    label: at,
  }
}

export const leaf = (fact: string, is: Test): Condition => ({ kind: 'leaf', fact, is })

/** A book with country group D:5 and the given definitions. */
export function bookOf(definitions: Record<string, Condition> = {}): Book {
  const group = new Set<Value>(['CN', 'MO'])
  return {
    definition: (id) => {
      const found = definitions[id]
      if (found === undefined) throw new Error(`no definition ${id}`)
      return found
    },
    members: () => group,
  }
}
