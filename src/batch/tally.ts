/** Counts of rows, by outcome, for each of some names. */
export type Tally = Record<string, Record<string, number>>

/** What the rows of a chunk, or of a run, came to. */
export interface Tallies {
  readonly outcome: Record<string, number>
  readonly country: Tally
  readonly item: Tally
  readonly provision: Tally
}

export const noTallies = (): Tallies => ({
  outcome: Object.create(null) as Record<string, number>,
  country: Object.create(null) as Tally,
  item: Object.create(null) as Tally,
  provision: Object.create(null) as Tally,
})

/** Counts some rows of one decision. */
export function count(
  tallies: Tallies,
  outcome: string,
  of: {
    readonly country: string
    readonly items: readonly string[]
    readonly provisions: readonly string[]
  },
  rows: number,
): void {
  tallies.outcome[outcome] = (tallies.outcome[outcome] ?? 0) + rows
  add(tallies.country, of.country, outcome, rows)
  for (const item of of.items) add(tallies.item, item, outcome, rows)
  for (const provision of of.provisions) add(tallies.provision, provision, outcome, rows)
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
export function addTallies(into: Tallies, { outcome, ...tallies }: Tallies): void {
  const names = { country: 0, item: 0, provision: 0 }
  for (const kind of KINDS) names[kind] = Object.keys(into[kind]).length
  for (const [name, rows] of Object.entries(outcome))
    into.outcome[name] = (into.outcome[name] ?? 0) + rows
  for (const kind of KINDS)
    for (const [name, own] of Object.entries(tallies[kind])) {
      const isNew = into[kind][name] === undefined
      const isOver = isNew && names[kind] >= MOST_NAMES
      if (isNew && !isOver) names[kind] += 1
      for (const [result, rows] of Object.entries(own))
        add(into[kind], isOver ? OTHERS : name, result, rows)
    }
}

const KINDS = ['country', 'item', 'provision'] as const
