import { isNamedTwice } from '../screening/stated-names.ts'
import type { Chunk, ChunkResult, Rejected } from './chunk.ts'
import { deciderOf, type Means } from './decider.ts'
import { layoutOf } from './layout.ts'
import { filled, HAS_MARK } from './marks.ts'
import { Memo } from './memo.ts'
import type { Party, Verdict } from './parties.ts'
import { classOf, partyKeys } from './party-keys.ts'
import type { Plan } from './plan.ts'
import { rowsOf, type Row } from './read/cells.ts'
import { resultWriter } from './result-rows.ts'
import { cellOf, rowSays } from './row-says.ts'
import { carriedFault, shapeFault, STRANGE, type RowFault } from './row-faults.ts'
import { lettersOf, SharedWords, type Decisions, type Settled, type Shared } from './shared.ts'
import { urgentRows, type UrgentRow } from './summary/urgent-rows.ts'
import { count, countAlone, noTallies } from './tally.ts'

/** A chunk with its rows read. */
export interface ReadChunk {
  readonly chunk: Omit<Chunk, 'text' | 'ends' | 'bad'>
  readonly rows: readonly Row[]
  /** The line on which a row begins, where the file has lines. */
  readonly lineOf: (row: number) => number | undefined
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

/** How a row is decided: by its key, by itself, or not at all. */
type Place = Keyed | { readonly fault?: RowFault; readonly key?: undefined }

interface Keyed {
  readonly key: string
  readonly fault?: undefined
  readonly named: readonly (Party | undefined)[]
  readonly found: readonly (Verdict | undefined)[]
}

/** The companies of a row, what was found of each, and how the results say it. */
interface Own {
  readonly named: readonly (Party | undefined)[]
  readonly found: readonly (Verdict | undefined)[]
  readonly said: string
}

type Where = Pick<Rejected, 'row' | 'line' | 'sheet'>

type Judged =
  | { readonly shared: Shared; readonly suffix: string; readonly own: Own }
  | { readonly shared: RowFault; readonly suffix: string; readonly own?: undefined }

/** Letters of decisions that are remembered, about 130 MB. */
const MOST_LETTERS = 64_000_000

export function rowDecider(plan: Plan, means: Means, foldNames: boolean): RowDecider {
  const layout = layoutOf(plan)
  const says = rowSays(layout)
  const decider = deciderOf(plan, layout, means)
  const writer = resultWriter(plan)
  const isScreened = plan.screen && means.lists !== undefined && !layout.namesDecide
  const known = new Memo<Settled>(MOST_LETTERS, lettersOf())
  const texts = new SharedWords()
  const keys = partyKeys(means, foldNames)
  const deciding = layout.deciding.map(({ at }) => at)

  const parties = ({ rows }: ReadChunk): Map<string, Party> => {
    const found = new Map<string, Party>()
    if (!isScreened) return found
    for (const { cells } of rows)
      for (const party of says.companies(cells)) {
        if (party === undefined) continue
        const key = keys.of(party)
        if (!found.has(key)) found.set(key, keys.telling(party))
      }
    return found
  }

  const place = (read: ReadChunk, verdicts: (key: string) => Verdict | undefined): PlacedChunk => {
    const places: Place[] = []
    const first = new Map<string, number>()
    for (const [i, row] of read.rows.entries()) {
      const one = placeOf(row, read.isStrange, verdicts)
      places.push(one)
      if (typeof one.key === 'string' && !first.has(one.key)) first.set(one.key, i)
    }
    const settled = new Map<string, Settled>()
    for (const key of first.keys()) {
      const one = known.get(key)
      // Kept with the chunk, since the memory may let go of it before the chunk is decided.
      if (one !== undefined) settled.set(key, one)
    }
    return { read, places, first, settled }
  }

  const settle = ({ read, places, first, settled }: PlacedChunk, key: string): Settled => {
    const at = first.get(key)!
    const { cells } = read.rows[at]!
    const { named, found } = places[at] as Keyed
    const one = texts.of(decider.shared(cells, marksOf(cells, named), found), writer)
    known.set(key, one)
    settled.set(key, one)
    return one
  }

  const learn = ({ settled }: PlacedChunk, decisions: Decisions): void => {
    for (const [key, one] of decisions) {
      const kept = texts.kept(one)
      known.set(key, kept)
      settled.set(key, kept)
    }
  }

  const decide = (placed: PlacedChunk): ChunkResult => {
    const { chunk, rows, lineOf } = placed.read
    const rejected: Rejected[] = []
    const tallies = noTallies()
    const urgent = urgentRows()
    const counted = new Map<Shared, { rows: number; readonly country: string }>()
    let [decided, results] = [0, '']
    for (const [i, row] of rows.entries()) {
      const { cells, text } = row
      const one = judged(cells, placed.places[i]!, placed)
      const where = (): Where => {
        const line = lineOf(i)
        return {
          row: chunk.firstRow + i,
          ...(line !== undefined && { line }),
          ...(chunk.sheet !== undefined && { sheet: chunk.sheet }),
        }
      }
      results += writer.row(text, cells, one.suffix)
      if (one.own === undefined) {
        const { issue, column } = one.shared
        rejected.push({ ...where(), ...(column !== undefined && { column }), issue, record: text })
        countAlone(tallies, 'rejected', 1)
      } else {
        const { shared, own } = one
        urgent.offer(shared.urgency, () => urgentRow(where(), cells, shared, own))
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
      index: chunk.index,
      rows: rows.length,
      decided,
      rejected,
      results: new TextEncoder().encode(results),
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

  /** The key of a row, or what is wrong with it; neither where it is decided by itself. */
  const placeOf = (
    row: Row,
    isStrange: boolean,
    verdicts: (key: string) => Verdict | undefined,
  ): Place => {
    const { cells, text } = row
    if (
      row.fault !== undefined ||
      cells.length !== plan.headings.length ||
      isStrange ||
      isBare(text)
    ) {
      const fault = shapeFault(row, plan)
      if (fault !== undefined) return { fault }
    }
    const fault = layout.carried.length === 0 ? undefined : carriedFault(cells, layout)
    if (fault !== undefined) return { fault }
    if (layout.namesDecide || (isStrange && HAS_MARK.test(text))) return ALONE
    let key = ''
    for (const at of deciding) key += `${cells[at]}\u0001`
    const named = layout.named.length === 0 ? NONE : says.companies(cells)
    if (isScreened && layout.statesLists && isNamedTwice(named.flatMap((one) => one?.name ?? [])))
      return ALONE
    const found: (Verdict | undefined)[] = []
    for (const [i, party] of named.entries()) {
      const verdict = party === undefined || !isScreened ? undefined : verdicts(keys.of(party))
      if (party !== undefined && isScreened && verdict === undefined)
        throw new Error(`no verdict on a party of a row of ${plan.file}`)
      found.push(verdict)
      // Whether a parent is its own party, or no name at all, is told by its column being empty or not.
      const isEmpty = party === undefined && cellOf(cells, layout.named[i]!.name) === ''
      key += isEmpty ? '-\u0001' : party === undefined ? '=\u0001' : `${classOf(verdict)}\u0001`
    }
    return { key, named, found }
  }

  const judged = (cells: readonly string[], one: Place, placed: PlacedChunk): Judged => {
    if (one.fault !== undefined) return rejectedBy(one.fault)
    if (one.key === undefined) {
      const shared = alone(cells)
      if ('issue' in shared) return rejectedBy(shared)
      return judgedOf(shared, { named: NONE, found: [], said: shared.found })
    }
    const { key, named, found } = one
    const shared = placed.settled.get(key) ?? settle(placed, key)
    if ('issue' in shared) return rejectedBy(shared)
    return judgedOf(shared, { named, found, said: saidOf(shared, named, found) })
  }

  const judgedOf = (shared: Shared, own: Own): Judged => ({
    shared,
    suffix: suffixOf(shared, own),
    own,
  })

  const rejectedBy = (shared: RowFault): Judged => ({
    shared,
    suffix: writer.suffix(valuesOfRejected(shared)),
  })

  /** The decision of a row with its own names, which its key must hold whether or not they decide elsewhere. */
  const alone = (cells: readonly string[]): Settled => {
    const columns = layout.namesDecide ? layout.deciding : plan.columns
    const key = `\u0001${columns.map(({ at }) => cells[at]).join('\u0001')}`
    let shared = known.get(key)
    if (shared === undefined) known.set(key, (shared = texts.of(decider.own(cells), writer)))
    return shared
  }

  const marksOf = (
    cells: readonly string[],
    named: readonly (Party | undefined)[],
  ): (number | undefined)[] =>
    layout.named.map(({ name, parentOf }, i) => {
      if (cellOf(cells, name) === '') return undefined
      return named[i] === undefined ? parentOf : i
    })

  /** What screening found of the companies of a row. */
  const saidOf = (
    shared: Shared,
    named: readonly (Party | undefined)[],
    found: readonly (Verdict | undefined)[],
  ): string => {
    let said = ''
    for (const [i, party] of named.entries()) {
      const one = shared.said.find(([at]) => at === i)?.[1] ?? found[i]?.found ?? ''
      if (party !== undefined && one !== '')
        said += `${said === '' ? '' : ' | '}${party.name}: ${one}`
    }
    return said
  }

  /** The end of a row, with the names of its companies and what was found of them. */
  const suffixOf = ({ words: { stem, values } }: Shared, own: Own): string => {
    if (stem !== undefined) return stem + writer.last(own.said)
    const filling = ownWords(own)
    return writer.suffix([...values!.map((value) => filled(value, filling)), own.said])
  }

  return {
    read: (chunk) => {
      const { text, ends, bad, ...rest } = chunk
      return {
        chunk: rest,
        rows: rowsOf({ text, ends, bad }, plan.delimiter),
        lineOf: (row) =>
          rest.firstLine === undefined
            ? undefined
            : rest.firstLine + linesIn(text, row === 0 ? 0 : ends[row - 1]!),
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

/** What fills the marks of a row. */
const ownWords = ({ named, found }: Own): Parameters<typeof filled>[1] => ({
  name: (at) => named[at]?.name ?? '',
  hint: (at) => {
    const one = found[at]?.hint ?? ''
    return one === '' ? '' : ` ${one}`
  },
})

const NONE: readonly (Party | undefined)[] = []
const ALONE: Place = {}

const valuesOfRejected = ({ issue, column }: RowFault): string[] => [
  'rejected',
  '',
  '',
  '',
  column === undefined ? issue.message : `${column}: ${issue.message}`,
  ...Array.from({ length: 6 }, () => ''),
]

/** A row of nothing but delimiters and blanks. */
const isBare = (text: string): boolean => text.length < MOST_BARE && !/[^\s,;|"]/.test(text)
const MOST_BARE = 4096

function linesIn(text: string, end: number): number {
  let lines = 0
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) lines += 1
  return lines
}
