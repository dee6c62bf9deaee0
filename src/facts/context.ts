import type { Catalog } from '../catalog/lookup.ts'
import type { Value } from '../logic/facts.ts'
import type { Profile } from './assumptions.ts'
import type { Operator } from '../ownership/operator.ts'
import type { Destination } from './country-names.ts'
import type { ListLaw } from './list-claim.ts'
import type { Dictionary } from './dictionary.ts'

/** What reading a case needs to know of the pack. */
export interface Context {
  readonly dictionary: Dictionary
  readonly catalog: Catalog
  /** The Commerce Control List and the Country Chart on the law date. */
  readonly list: ListLaw
  readonly destination: (code: string) => Destination
  /** Members of "Macau or D:5" on the law date, for aggregate ownership. */
  readonly macauOrD5: ReadonlySet<Value>
  /** Countries under an embargo of part 746 on the law date. */
  readonly embargoed: ReadonlySet<Value>
  /** How each law adds up ownership on the law date. */
  readonly operators: readonly Operator[]
  readonly day: string
  readonly profiles: readonly Profile[]
}
