/** A number that is only known to lie between two bounds, both included. */
export interface Range {
  readonly low: number
  readonly high: number
}

/** What a fact can say. A `readonly string[]` is a set of names, such as the lists that a party is on. */
export type Value = boolean | number | string | Range | readonly string[]

/** Where a value came from: the case itself, a document, the catalogue, arithmetic, an assumption. */
export interface Source {
  readonly from: 'case' | 'catalogue' | 'derived' | 'assumed' | 'table'
  readonly text?: string
  readonly confidence?: 'A' | 'B' | 'C'
}

/** The facts of one thing: a deal with one item, one party, one circuit. A missing name is unknown. */
export interface Facts {
  readonly values: Readonly<Record<string, Value | undefined>>
  readonly sources: Readonly<Record<string, Source | undefined>>
  /** Path in the case at which each fact stands or would stand, for questions: `parties[0].headquarters`. */
  readonly paths: Readonly<Record<string, string | undefined>>
  readonly lists: Readonly<Record<string, List | undefined>>
  /** How a person would call it: a party's role and name, a circuit's product name. */
  readonly label: string
}

/** The parties of a deal or the circuits in an item. An incomplete list can say yes, but never no. */
export interface List {
  readonly members: readonly Facts[]
  readonly complete: boolean
  /** Whether nobody has the roles that none of the members has: a service has no consignee. */
  readonly closed?: boolean
  /** The question that an incomplete list leaves, as a fact name of the dictionary. */
  readonly asks: string
}
