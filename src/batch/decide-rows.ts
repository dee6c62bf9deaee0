import type { Chunk, ChunkResult, Rejected } from './chunk.ts'
import { deciderOf, type Means } from './decider.ts'
import { GrowingBytes } from './growing-bytes.ts'
import { layoutOf } from './layout.ts'
import { filled, HAS_MARK } from './marks.ts'
import { Memo } from './memo.ts'
import type { Party, Verdict } from './parties.ts'
import { placer, type Keyed, type NamedParties, type Place } from './places.ts'
import type { Plan } from './plan.ts'
import { rowsOf, type Row } from './read/cells.ts'
import { resultWriter, suffixOf } from './result-rows.ts'
import { ownWords, rowEnds, type Own } from './row-ends.ts'
import { STRANGE, type RowFault } from './row-faults.ts'
import { cellOf, rowSays } from './row-says.ts'
import { lettersOf, SharedWords, type Decisions, type Settled, type Shared } from './shared.ts'
import { urgentRows, type UrgentRow } from './summary/urgent-rows.ts'
import { count, countAlone, noTallies } from './tally.ts'
import { whereIn, type Where } from './where.ts'

/** A chunk with its rows read. */
export interface ReadChunk {
  readonly index: number
  readonly rows: readonly Row[]
  /** The companies of each row. */
  readonly parties: readonly NamedParties[]
  /** Where a row stands; asked of rows in their order. */
  readonly where: (at: number) => Where
  /** Whether any of its text holds letters of which a row must be looked at more closely. */
  readonly isStrange: boolean
}

/** Decides chunks of one plan, each from its own rows alone; what it remembers only saves time. */
export interface RowDecider {
  readonly read: (chunk: Chunk) => ReadChunk
  /** The distinct parties of a chunk that are to be screened, by key. */
  readonly parties: (read: ReadChunk) => Map<string, Party>
  /** Says by which key each row is decided. @throws where a verdict is missing. */
  readonly place: (read: ReadChunk, verdicts: (key: string) => Verdict | undefined) => PlacedChunk
  /** The keys of a chunk on which nothing is known here. */
  readonly missing: (placed: PlacedChunk) => string[]
  /** Decides some keys of a chunk. */
  readonly settle: (placed: PlacedChunk, keys: readonly string[]) => Decisions
  /** Takes over what was decided elsewhere. */
  readonly learn: (placed: PlacedChunk, decisions: Decisions) => void
  /** Decides the rows of a chunk, and what of its keys is not settled yet. */
  readonly decide: (placed: PlacedChunk) => ChunkResult
}

/** A chunk of which each row is known by its key. */
export interface PlacedChunk {
  readonly read: ReadChunk
  readonly places: readonly Place[]
  /** The first row of each key. */
  readonly first: ReadonlyMap<string, number>
  readonly settled: Map<string, Settled>
}

type Judged =
  | { readonly fault: RowFault }
  | { readonly fault?: undefined; readonly shared: Shared; readonly own: Own }

/** Letters of decisions that are remembered, about 130 MB. */
const MOST_LETTERS = 64_000_000

export function rowDecider(plan: Plan, means: Means, foldNames: boolean): RowDecider {
  const layout = layoutOf(plan)
  const says = rowSays(layout)
  const decider = deciderOf(plan, layout, means)
  const writer = resultWriter(plan)
  const writeEnd = rowEnds(writer)
  const results = new GrowingBytes()
  const known = new Memo<Settled>(MOST_LETTERS, lettersOf())
  const texts = new SharedWords()
  const { named, telling, placeOf } = placer(plan, layout, means, foldNames)

  const parties = ({ parties: rows }: ReadChunk): Map<string, Party> => {
    const found = new Map<string, Party>()
    for (const row of rows)
      for (const [i, key] of row.keys.entries())
        if (key !== undefined && !found.has(key)) found.set(key, telling(row.named[i]!))
    return found
  }

  const place = (read: ReadChunk, verdicts: (key: string) => Verdict | undefined): PlacedChunk => {
    const places: Place[] = []
    const first = new Map<string, number>()
    const settled = new Map<string, Settled>()
    for (const [i, row] of read.rows.entries()) {
      const one = placeOf(row, read.parties[i]!, read.isStrange, verdicts)
      places.push(one)
      if (one.key === undefined || first.has(one.key)) continue
      first.set(one.key, i)
      const decided = known.get(one.key)
      // Kept with the chunk, since the memory may let go of it before the chunk is decided.
      if (decided !== undefined) settled.set(one.key, decided)
    }
    return { read, places, first, settled }
  }

  const settle = ({ read, places, first, settled }: PlacedChunk, key: string): Settled => {
    const at = first.get(key)!
    const { cells } = read.rows[at]!
    const one = places[at] as Keyed
    const decided = texts.of(decider.shared(cells, marksOf(cells, one.named), one.found))
    known.set(key, decided)
    settled.set(key, decided)
    return decided
  }

  const learn = ({ settled }: PlacedChunk, decisions: Decisions): void => {
    for (const [key, one] of decisions) {
      const kept = texts.kept(one)
      known.set(key, kept)
      settled.set(key, kept)
    }
  }

  const decide = (placed: PlacedChunk): ChunkResult => {
    const { index, rows, where } = placed.read
    const rejected: Rejected[] = []
    const tallies = noTallies()
    const urgent = urgentRows()
    const counted = new Map<Shared, { rows: number; readonly country: string }>()
    let decided = 0
    for (const [i, { cells, text }] of rows.entries()) {
      const one = judged(cells, placed.places[i]!, placed)
      results.text(writer.row(text, cells))
      if (one.fault !== undefined) {
        const { issue, column } = one.fault
        results.text(suffixOf(writer, valuesOfRejected(one.fault)))
        rejected.push({ ...where(i), ...(column !== undefined && { column }), issue, record: text })
        countAlone(tallies, 'rejected', 1)
      } else {
        const { shared, own } = one
        writeEnd(shared.words, own, results)
        urgent.offer(shared.urgency, () => urgentRow(where(i), cells, shared, own))
        // The destination is part of the key, so that all rows of a decision have the same.
        const times = counted.get(shared)
        if (times !== undefined) times.rows += 1
        else counted.set(shared, { rows: 1, country: says.country(cells) })
        decided += 1
      }
    }
    for (const [{ words, items }, { rows: some, country }] of counted)
      count(tallies, words.outcome, { ...words.names, item: items, country: [country] }, some)
    return {
      index,
      rows: rows.length,
      decided,
      rejected,
      results: results.take(),
      tallies,
      urgent: urgent.rows(),
    }
  }

  const urgentRow = (
    where: Where,
    cells: readonly string[],
    { items, words, urgency }: Shared,
    own: Own,
  ): UrgentRow => {
    const filling = ownWords(own)
    return {
      urgency: urgency!,
      ...where,
      id: says.id(cells),
      parties: [...new Set(layout.named.map(({ name }) => cellOf(cells, name)))].filter(
        (name) => name !== '',
      ),
      country: says.country(cells),
      items,
      outcome: words.outcome,
      reviewPolicy: words.reviewPolicy,
      reasons: words.reasons,
      questions: words.questions.map((one) => filled(one, filling)),
      screening: own.said,
    }
  }

  const judged = (cells: readonly string[], one: Place, placed: PlacedChunk): Judged => {
    if (one.fault !== undefined) return { fault: one.fault }
    const shared =
      one.key === undefined
        ? alone(cells)
        : (placed.settled.get(one.key) ?? settle(placed, one.key))
    if ('issue' in shared) return { fault: shared }
    if (one.key === undefined)
      return { shared, own: { named: NOBODY, found: NOTHING, said: shared.found } }
    const { named: companies, found } = one
    return { shared, own: { named: companies, found, said: saidOf(shared, companies, found) } }
  }

  /** The decision of a row with its own names, which its key must hold whether or not they decide elsewhere. */
  const alone = (cells: readonly string[]): Settled => {
    const columns = layout.namesDecide ? layout.deciding : plan.columns
    const key = `\u0001${columns.map(({ at }) => cells[at]).join('\u0001')}`
    let shared = known.get(key)
    if (shared === undefined) known.set(key, (shared = texts.of(decider.own(cells))))
    return shared
  }

  const marksOf = (
    cells: readonly string[],
    companies: readonly (Party | undefined)[],
  ): (number | undefined)[] =>
    layout.named.map(({ name, parentOf }, i) => {
      if (cellOf(cells, name) === '') return undefined
      return companies[i] === undefined ? parentOf : i
    })

  return {
    read: (chunk) => {
      const { index, text } = chunk
      const rows = rowsOf(chunk, plan.delimiter)
      return {
        index,
        rows,
        parties: rows.map(named),
        where: whereIn(chunk),
        isStrange: STRANGE.test(text) || HAS_MARK.test(text),
      }
    },
    parties,
    place,
    missing: ({ first, settled }) => [...first.keys()].filter((key) => !settled.has(key)),
    settle: (placed, some) => some.map((key) => [key, settle(placed, key)]),
    learn,
    decide,
  }
}

const NOBODY: readonly (Party | undefined)[] = []
const NOTHING: readonly (Verdict | undefined)[] = []

/** What screening found of the companies of a row. */
function saidOf(
  shared: Shared,
  named: readonly (Party | undefined)[],
  found: readonly (Verdict | undefined)[],
): string {
  let said = ''
  for (const [i, party] of named.entries()) {
    const one = shared.said.find(([at]) => at === i)?.[1] ?? found[i]?.found ?? ''
    if (party !== undefined && one !== '')
      said += `${said === '' ? '' : ' | '}${party.name}: ${one}`
  }
  return said
}

const valuesOfRejected = ({ issue, column }: RowFault): string[] => [
  'rejected',
  '',
  '',
  '',
  column === undefined ? issue.message : `${column}: ${issue.message}`,
  ...Array.from({ length: 6 }, () => ''),
]
