import type { Value } from './facts.ts'

/** How a leaf compares. The words are the law's: "or more" is `at_least`, "exceeding" is `more_than`. */
export type Test =
  | { readonly test: 'is'; readonly value: string | number | boolean }
  | { readonly test: 'one_of'; readonly value: readonly (string | number)[] }
  | { readonly test: 'at_least' | 'more_than' | 'at_most' | 'less_than'; readonly value: number }
  | { readonly test: 'on_or_after' | 'before'; readonly value: string }
  | { readonly test: 'in_group' | 'in_table'; readonly value: string }
  | { readonly test: 'includes'; readonly value: string }
  | { readonly test: 'includes_any'; readonly value: readonly string[] }
  | { readonly test: 'known'; readonly value: true }

/** A condition of the law. `cite` is the sub-paragraph that the branch encodes. */
export type Condition = { readonly cite?: string } & (
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'unless'; readonly of: Condition }
  | { readonly kind: 'holds'; readonly id: string }
  | {
      readonly kind: 'some' | 'every'
      readonly list: string
      readonly roles?: readonly string[]
      readonly where: Condition
    }
  | { readonly kind: 'leaf'; readonly fact: string; readonly is: Test }
)

/** What a condition may refer to by name, as it stands on one day. */
export interface Book {
  /** The condition of a definition. @throws when the day has no such text; lint finds that first. */
  readonly definition: (id: string) => Condition
  /** The members of a country group or table. */
  readonly members: (name: string) => ReadonlySet<Value>
}
