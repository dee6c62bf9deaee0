import type { Chunk, ChunkResult, Rejected } from './chunk.ts'
import { deciderOf, type Decided, type Means } from './decider.ts'
import type { Decision } from './decision.ts'
import { layoutOf } from './layout.ts'
import { filled, HAS_MARK } from './marks.ts'
import { Memo } from './memo.ts'
import { partyKey, type Party, type Verdict } from './parties.ts'
import type { Plan } from './plan.ts'
import { rowsOf, type Row } from './read/cells.ts'
import { resultWriter } from './result-rows.ts'
import { cellOf, rowSays } from './row-says.ts'
import { carriedFault, shapeFault, STRANGE, type RowFault } from './row-faults.ts'
import { urgencyOf, urgentRows, type UrgentRow } from './summary/urgent-rows.ts'
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
  /** Decides a chunk whose parties were screened. @throws where a verdict is missing, or rows do not add up. */
  readonly decide: (read: ReadChunk, verdicts: (key: string) => Verdict | undefined) => ChunkResult
}

/** What the rows of one key share, as the writer writes it. */
interface Shared {
  readonly decision: Pick<Decision, 'outcome' | 'names'>
  readonly words: Words
  /** When the rows need a person; undefined where they need none. */
  readonly urgency: number | undefined
  /** What screening found, where the names of the row are part of its key. */
  readonly found: string
  /** What is said of a company of which nothing was found, by its place in the layout. */
  readonly said: ReadonlyMap<number, string>
}

/** What rows of many keys have in common. */
interface Words extends Pick<Decision, 'reasons' | 'questions'> {
  /** The end of a row but for what screening found, where no row has anything else of its own in it. */
  readonly stem: string | undefined
  /** The values of a decision in which each row has its own names. */
  readonly values: readonly string[] | undefined
  readonly reviewPolicy: string
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
const MOST_PARTIES = 100_000
const MOST_TEXTS = 20_000

export function rowDecider(plan: Plan, means: Means, foldNames: boolean): RowDecider {
  const layout = layoutOf(plan)
  const says = rowSays(layout)
  const decider = deciderOf(plan, layout, means)
  const writer = resultWriter(plan)
  const isScreened = plan.screen && means.lists !== undefined && !layout.namesDecide
  const known = new Memo<Shared | RowFault>(MOST_LETTERS, weightOf)
  const keys = new Memo<string>(MOST_PARTIES)
  const texts = new Memo<Words>(MOST_TEXTS)
  const deciding = layout.deciding.map(({ at }) => at)

  const keyOf = (party: Party): string => {
    const raw = partyKey(party, true)
    let key = keys.get(raw)
    if (key === undefined) keys.set(raw, (key = partyKey(party, !foldNames)))
    return key
  }

  const parties = ({ rows }: ReadChunk): Map<string, Party> => {
    const found = new Map<string, Party>()
    if (!isScreened) return found
    for (const { cells } of rows)
      for (const party of says.companies(cells)) {
        if (party === undefined) continue
        const key = keyOf(party)
        if (!found.has(key)) found.set(key, party)
      }
    return found
  }

  /** Many keys come to the same words, which are kept once. */
  const wordsOf = ({ values, reasons, questions }: Decision): Words => {
    const isOwn = values.some((value) => HAS_MARK.test(value))
    const text = isOwn ? values.join('\u0001') : writer.stem(values)
    const found = texts.get(text)
    if (found !== undefined) return found
    const words = {
      reasons,
      questions,
      reviewPolicy: values[1]!,
      stem: isOwn ? undefined : text,
      values: isOwn ? values : undefined,
    }
    texts.set(text, words)
    return words
  }

  const sharedOf = (decided: Decided): Shared | RowFault => {
    if ('issue' in decided) return decided
    const { outcome, names } = decided.decision
    return {
      decision: { outcome, names },
      words: wordsOf(decided.decision),
      urgency: urgencyOf(decided.decision, decided.isHitOpen === true),
      found: decided.found ?? '',
      said: decided.said ?? NOBODY,
    }
  }

  const decide = (
    { chunk, rows, lineOf, isStrange }: ReadChunk,
    verdicts: (key: string) => Verdict | undefined,
  ): ChunkResult => {
    const rejected: Rejected[] = []
    const tallies = noTallies()
    const urgent = urgentRows()
    const counted = new Map<Shared, { rows: number; readonly country: string }>()
    let [decided, results] = [0, '']
    for (const [i, row] of rows.entries()) {
      const { cells, text } = row
      const one = judged(row, isStrange, verdicts)
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
    for (const [{ decision }, { rows: some, country }] of counted)
      count(tallies, decision.outcome, { ...decision.names, country: [country] }, some)
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
    { decision, words, urgency }: Shared,
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
      items: decision.names.item,
      outcome: decision.outcome,
      reviewPolicy: words.reviewPolicy,
      reasons: words.reasons,
      questions: words.questions.map((one) => filled(one, filling)),
      screening: own.said,
    }
  }

  const judged = (
    row: Row,
    isStrange: boolean,
    verdicts: (key: string) => Verdict | undefined,
  ): Judged => {
    const { cells, text } = row
    if (
      row.fault !== undefined ||
      cells.length !== plan.headings.length ||
      isStrange ||
      isBare(text)
    ) {
      const fault = shapeFault(row, plan)
      if (fault !== undefined) return rejectedBy(fault)
    }
    const fault = layout.carried.length === 0 ? undefined : carriedFault(cells, layout)
    if (fault !== undefined) return rejectedBy(fault)
    if (layout.namesDecide || (isStrange && HAS_MARK.test(text))) {
      const shared = alone(cells)
      if ('issue' in shared) return rejectedBy(shared)
      return judgedOf(shared, { named: NONE, found: [], said: shared.found })
    }
    let key = ''
    for (const at of deciding) key += `${cells[at]}\u0001`
    const named = layout.named.length === 0 ? NONE : says.companies(cells)
    const found: (Verdict | undefined)[] = []
    for (const [i, party] of named.entries()) {
      const verdict = party === undefined || !isScreened ? undefined : verdicts(keyOf(party))
      if (party !== undefined && isScreened && verdict === undefined)
        throw new Error(`no verdict on a party of a row of ${plan.file}`)
      found.push(verdict)
      // Whether a parent is its own party, or no name at all, is told by its column being empty or not.
      const isEmpty = party === undefined && cellOf(cells, layout.named[i]!.name) === ''
      key += isEmpty ? '-\u0001' : party === undefined ? '=\u0001' : `${classOf(verdict)}\u0001`
    }
    let shared = known.get(key)
    if (shared === undefined) {
      shared = sharedOf(decider.shared(cells, marksOf(cells, named), found))
      known.set(key, shared)
    }
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
  const alone = (cells: readonly string[]): Shared | RowFault => {
    const columns = layout.namesDecide ? layout.deciding : plan.columns
    const key = `\u0001${columns.map(({ at }) => cells[at]).join('\u0001')}`
    let shared = known.get(key)
    if (shared === undefined) known.set(key, (shared = sharedOf(decider.own(cells))))
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
      const one = shared.said.get(i) ?? found[i]?.found ?? ''
      if (party !== undefined && one !== '')
        said += `${said === '' ? '' : ' | '}${party.name}: ${one}`
    }
    return said
  }

  /** The end of a row, with the names of its companies and what was found of them. */
  const suffixOf = ({ words: { stem, values } }: Shared, own: Own): string => {
    if (stem !== undefined) return stem + writer.last(own.said)
    const words = ownWords(own)
    return writer.suffix([...values!.map((value) => filled(value, words)), own.said])
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
const NOBODY: ReadonlyMap<number, string> = new Map()

const valuesOfRejected = ({ issue, column }: RowFault): string[] => [
  'rejected',
  '',
  '',
  '',
  column === undefined ? issue.message : `${column}: ${issue.message}`,
  ...Array.from({ length: 6 }, () => ''),
]

/** Party class: all of a verdict that a decision may turn on. */
const classOf = (verdict: Verdict | undefined): string =>
  verdict === undefined ? '?' : `${verdict.reached} ${verdict.known.join(',')}`

/** What a remembered decision takes, by its letters. */
const weightOf = (shared: Shared | RowFault): number =>
  'issue' in shared
    ? 500
    : 500 +
      (shared.words.stem?.length ?? 0) +
      (shared.words.values ?? []).reduce((sum, one) => sum + one.length, 0)

/** A row of nothing but delimiters and blanks. */
const isBare = (text: string): boolean => text.length < MOST_BARE && !/[^\s,;|"]/.test(text)
const MOST_BARE = 4096

function linesIn(text: string, end: number): number {
  let lines = 0
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) lines += 1
  return lines
}
