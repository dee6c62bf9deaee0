/** Counts of rows, by outcome, for each of some names. */
export type Tally = Record<string, Record<string, number>>

/**
 * What rows are counted by: their destination, their items, the provisions that decide them, the facts that
 * a profile stood in for, and the outcome of the text alone where it is another.
 */
const OF_WORDS = ['provision', 'assumed', 'textOnly'] as const
const KINDS = ['country', 'item', ...OF_WORDS] as const
type Kind = (typeof KINDS)[number]

/** What the rows of a chunk, or of a run, came to. */
export interface Tallies extends Readonly<Record<Kind, Tally>> {
  readonly outcome: Record<string, number>
}

export const noTallies = (): Tallies => ({
  outcome: Object.create(null) as Record<string, number>,
  country: Object.create(null) as Tally,
  item: Object.create(null) as Tally,
  provision: Object.create(null) as Tally,
  assumed: Object.create(null) as Tally,
  textOnly: Object.create(null) as Tally,
})

/** What some rows of one decision are counted by. */
export interface Tallied {
  readonly words: {
    readonly outcome: string
    readonly names: Readonly<Record<(typeof OF_WORDS)[number], readonly string[]>>
  }
  readonly items: readonly string[]
  readonly country: string
}

/** Counts some rows of one decision. */
export function count(
  tallies: Tallies,
  { words: { outcome, names }, items, country }: Tallied,
  rows: number,
): void {
  countAlone(tallies, outcome, rows)
  add(tallies.country, country, outcome, rows)
  for (const item of items) add(tallies.item, item, outcome, rows)
  for (const kind of OF_WORDS)
    for (const name of names[kind]) add(tallies[kind], name, outcome, rows)
}

/** Counts rows that have an outcome and nothing else that is known. */
export function countAlone(tallies: Tallies, outcome: string, rows: number): void {
  tallies.outcome[outcome] = (tallies.outcome[outcome] ?? 0) + rows
}

/**
 * Names of a kind that a run counts one by one; rows of any further name are counted together, so that a
 * table in which every row has a name of its own takes no more memory than another.
 */
const MOST_NAMES = 10_000
/** Stands for them; no row that is decided holds this letter. */
export const OTHERS = '\u0001'

function add(tally: Tally, name: string, outcome: string, rows: number): void {
  const own = (tally[name] ??= Object.create(null) as Record<string, number>)
  own[outcome] = (own[outcome] ?? 0) + rows
}

/** Adds the counts of a chunk to those of a run. */
export function addTallies(into: Tallies, tallies: Tallies): void {
  for (const [name, rows] of Object.entries(tallies.outcome)) countAlone(into, name, rows)
  for (const kind of KINDS) addTally(into[kind], tallies[kind])
}

function addTally(into: Tally, tally: Tally): void {
  let names = Object.keys(into).length
  for (const [name, own] of Object.entries(tally)) {
    const isNew = into[name] === undefined
    const isOver = isNew && names >= MOST_NAMES
    if (isNew && !isOver) names += 1
    for (const [result, rows] of Object.entries(own))
      add(into, isOver ? OTHERS : name, result, rows)
  }
}
