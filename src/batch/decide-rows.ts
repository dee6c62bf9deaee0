import type { Chunk, ChunkResult, Rejected } from './chunk.ts'
import { deciderOf, type Decider, type Means } from './decider.ts'
import { GrowingBytes } from './growing-bytes.ts'
import { layoutOf } from './layout.ts'
import { BETWEEN, filled, HAS_MARK } from './marks.ts'
import { Memo } from './memo.ts'
import type { Party, Verdict } from './parties.ts'
import type { KnownParty } from './party-keys.ts'
import { placer, type Place, type Placer, type Shareable } from './places.ts'
import type { Plan } from './plan.ts'
import { eachRow, splitCells } from './read/cells.ts'
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
  readonly rows: readonly ReadRow[]
  /** Its parties on which no verdict is known here, each once. */
  readonly unknown: ReadonlyMap<KnownParty, Party>
  /** Where a row stands; asked of rows in their order. */
  readonly where: (at: number) => Where
}

/** A row that waits for what is found of its parties. Its cells are split again rather than kept: they take most of it. */
interface ReadRow {
  readonly text: string
  readonly place: Place
  /** Kept where they can't be split from the text, or are not as many as the headings. */
  readonly cells: readonly string[] | undefined
}

/** Decides chunks of one plan, each from its own rows alone; what it remembers only saves time. */
export interface RowDecider extends Pick<Decider, 'news'>, Pick<Placer, 'hold'> {
  readonly read: (chunk: Chunk) => ReadChunk
  /** Says by which key each row is decided, given what was found of its unknown parties. @throws where one is missing. */
  readonly place: (read: ReadChunk, verdicts: (key: string) => Verdict | undefined) => PlacedChunk
  /** The keys of a chunk on which nothing is known here. */
  readonly missing: (placed: PlacedChunk) => string[]
  /** Decides some keys of a chunk. */
  readonly settle: (placed: PlacedChunk, keys: readonly string[]) => Decisions
  /** Takes over what was decided elsewhere of kinds of deals. */
  readonly learnKinds: Decider['learn']
  /** Takes over what was decided elsewhere of keys. */
  readonly learn: (placed: PlacedChunk, decisions: Decisions) => void
  /** Decides the rows of a chunk, and what of its keys is not settled yet. */
  readonly decide: (placed: PlacedChunk) => ChunkResult
}

/** A chunk of which each row is known by its key. */
export interface PlacedChunk {
  readonly read: ReadChunk
  /** The key of each row; undefined where it has none. */
  readonly keys: readonly (KeyRows | undefined)[]
  readonly known: ReadonlyMap<string, KeyRows>
}

/** The rows of a chunk that have one key. */
interface KeyRows {
  readonly key: string
  /** The first of them. */
  readonly first: ReadRow & { readonly place: Shareable }
  rows: number
  settled: Settled | undefined
}

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
  const { hold, placeOf, keyOf } = placer(plan, layout, means, foldNames)
  const cellsOf = ({ text, cells }: ReadRow): readonly string[] =>
    cells ?? splitCells(text, plan.delimiter)!

  const read = (chunk: Chunk): ReadChunk => {
    const isStrange = STRANGE.test(chunk.text) || HAS_MARK.test(chunk.text)
    const rows = new Array<ReadRow>(chunk.ends.length)
    const unknown = new Map<KnownParty, Party>()
    eachRow(chunk, plan.delimiter, (row, at) => {
      const place = placeOf(row, isStrange, (party, as) => unknown.set(party, as))
      const isWhole = row.cells.length === plan.headings.length
      rows[at] = { text: row.text, place, cells: row.isPlain && isWhole ? undefined : row.cells }
    })
    return { index: chunk.index, rows, unknown, where: whereIn(chunk) }
  }

  const place = (chunk: ReadChunk, verdicts: (key: string) => Verdict | undefined): PlacedChunk => {
    for (const party of chunk.unknown.keys()) party.verdict = verdicts(party.key)
    const all = new Map<string, KeyRows>()
    const keys = chunk.rows.map((row) => {
      if (row.place.by !== 'key') return undefined
      const key = keyOf(row.place)
      let one = all.get(key)
      if (one === undefined) {
        const first = row as KeyRows['first']
        all.set(key, (one = { key, first, rows: 0, settled: known.get(key) }))
      }
      one.rows += 1
      return one
    })
    return { read: chunk, keys, known: all }
  }

  const settle = (one: KeyRows): Settled => {
    const { first, key } = one
    const cells = cellsOf(first)
    const verdicts = first.place.parties.map((party) => party?.verdict)
    const settled = texts.of(decider.shared(cells, marksOf(cells), verdicts), says.country(cells))
    known.set(key, settled)
    return (one.settled = settled)
  }

  const learn = ({ known: here }: PlacedChunk, decisions: Decisions): void => {
    for (const [key, decision] of decisions) {
      const settled = texts.kept(decision)
      known.set(key, settled)
      const one = here.get(key)
      if (one !== undefined) one.settled = settled
    }
  }

  const decide = ({ read: { index, rows, where }, keys, known: all }: PlacedChunk): ChunkResult => {
    const rejected: Rejected[] = []
    const tallies = noTallies()
    const urgent = urgentRows()
    let decided = 0
    for (const [i, row] of rows.entries()) {
      const { text, place: by } = row
      const key = keys[i]
      const one =
        by.by === 'nothing'
          ? by.fault
          : key === undefined
            ? alone(cellsOf(row))
            : (key.settled ?? settle(key))
      const isWhole = row.cells === undefined || row.cells.length === plan.headings.length
      results.text(writer.row(text, isWhole, () => cellsOf(row)))
      if ('issue' in one) {
        results.text(suffixOf(writer, valuesOfRejected(one)))
        const { issue, column } = one
        rejected.push({ ...where(i), ...(column !== undefined && { column }), issue, record: text })
        countAlone(tallies, 'rejected', 1)
      } else {
        const own = ownOf(row, one)
        writeEnd(one.words, own, results)
        urgent.offer(one.urgency, () => urgentRow(where(i), cellsOf(row), one, own))
        if (key === undefined) count(tallies, one, 1)
        decided += 1
      }
    }
    for (const { rows: some, settled } of all.values())
      if (settled !== undefined && !('issue' in settled)) count(tallies, settled, some)
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
    { items, country, words, urgency }: Shared,
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
      country,
      items,
      outcome: words.outcome,
      reviewPolicy: words.reviewPolicy,
      reasons: words.reasons,
      questions: words.questions.map((one) => filled(one, filling)),
      screening: own.said,
    }
  }

  const ownOf = (row: ReadRow, shared: Shared): Own => {
    const named = (): readonly (Party | undefined)[] => says.companies(cellsOf(row))
    if (row.place.by !== 'key') return { named, parties: NOBODY, said: shared.found }
    const { parties } = row.place
    return { named, parties, said: saidOf(shared, parties, named) }
  }

  /** The decision of a row with its own names, which its key must hold whether or not they decide elsewhere. */
  const alone = (cells: readonly string[]): Settled => {
    const columns = layout.namesDecide ? layout.deciding : plan.columns
    const key = `${BETWEEN}${columns.map(({ at }) => cells[at]).join(BETWEEN)}`
    let shared = known.get(key)
    if (shared === undefined)
      known.set(key, (shared = texts.of(decider.own(cells), says.country(cells))))
    return shared
  }

  const marksOf = (cells: readonly string[]): (number | undefined)[] => {
    const companies = says.companies(cells)
    return layout.named.map(({ name, parentOf }, i) => {
      if (cellOf(cells, name) === '') return undefined
      return companies[i] === undefined ? parentOf : i
    })
  }

  return {
    hold,
    read,
    place,
    missing: ({ known: all }) =>
      [...all.values()].flatMap(({ key, settled }) => (settled === undefined ? key : [])),
    settle: ({ known: all }, some) => some.map((key) => [key, settle(all.get(key)!)]),
    news: decider.news,
    learnKinds: decider.learn,
    learn,
    decide,
  }
}

const NOBODY: readonly (KnownParty | undefined)[] = []

/** What screening found of the companies of a row. */
function saidOf(
  shared: Shared,
  parties: readonly (KnownParty | undefined)[],
  named: () => readonly (Party | undefined)[],
): string {
  if (shared.said.length === 0 && parties.every((one) => (one?.verdict?.found ?? '') === ''))
    return ''
  let said = ''
  for (const [i, party] of named().entries()) {
    const one = shared.said.find(([at]) => at === i)?.[1] ?? parties[i]?.verdict?.found ?? ''
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
