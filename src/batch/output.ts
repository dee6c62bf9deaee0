import { createHash } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { Fault, type Issue } from '../errors.ts'
import { safeCell } from '../tables/csv.ts'
import type { ChunkResult, Rejected } from './chunk.ts'
import type { Sink } from './run.ts'
import { mostUrgent, type UrgentRow } from './summary/urgent-rows.ts'
import { addTallies, noTallies, type Tallies } from './tally.ts'

/** How far a run had come when it last said so. */
interface State {
  /** What the run is: input, plan, law, lists. Another run starts again. */
  readonly run: string
  readonly today: string
  readonly chunksDone: number
  readonly bytes: readonly [results: number, errors: number]
  readonly totals: Totals
}

/** What a run came to. */
export interface Totals {
  rows: number
  decided: number
  rejected: number
  readonly tallies: Tallies
  /** The rows that most need a person, the first of them first. */
  urgent: readonly UrgentRow[]
}

/** Output files of a run that grow by whole chunks, and that a run that was killed takes up where it was. */
export interface Output extends Sink {
  readonly totals: Totals
  readonly partial: { readonly results: string; readonly errors: string }
  /** Keeps what is written so far, whether the run is done or ends here and may be taken up. */
  readonly close: () => void
}

export const ERROR_COLUMNS = [
  'row',
  'line',
  'sheet',
  'column',
  'code',
  'message',
  'help',
  'record',
] as const

/** A digest of what makes a run the same run. */
export const runDigest = (parts: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex')

/** The law date for rows without one of a run that was cut short, so that going on after midnight changes nothing. */
export const todayOf = (stateFile: string): string | undefined => stateOf(stateFile)?.today

/** Milliseconds between two times that the state is made durable. */
const EVERY_MS = 500

export function openOutput(
  files: { readonly results: string; readonly errors: string; readonly state: string },
  run: {
    readonly digest: string
    readonly today: string
    readonly resume: boolean
    /** Whether the first row that can't be judged ends the run. */
    readonly stops?: boolean
    /** The table, as messages name it. */
    readonly file: string
  },
  heading: string,
): Output {
  mkdirSync(dirname(files.state), { recursive: true })
  const found = run.resume ? stateOf(files.state) : undefined
  const before = found?.run === run.digest && existsSync(files.results) ? found : undefined
  const results = growing(files.results, before?.bytes[0])
  const errors = growing(files.errors, before?.bytes[1])
  if (before === undefined) {
    results.write(Buffer.from(heading))
    errors.write(Buffer.from(`${ERROR_COLUMNS.join(',')}\n`))
  }
  const totals: Totals = {
    rows: 0,
    decided: 0,
    rejected: 0,
    urgent: [],
    ...before?.totals,
    tallies: noTallies(),
  }
  // Names of products and countries are anyone's words, and a parsed object would take some for its own.
  if (before !== undefined) addTallies(totals.tallies, before.totals.tallies)
  let chunksDone = before?.chunksDone ?? 0
  let last = performance.now()
  const save = (): void => {
    results.sync()
    errors.sync()
    const state: State = {
      run: run.digest,
      today: run.today,
      chunksDone,
      bytes: [results.bytes(), errors.bytes()],
      totals,
    }
    const beside = `${files.state}.${process.pid}`
    writeFileSync(beside, JSON.stringify(state))
    renameSync(beside, files.state)
    last = performance.now()
  }
  return {
    chunksDone,
    totals,
    partial: files,
    take: (result: ChunkResult) => {
      if (result.index !== chunksDone)
        throw new Error(`chunk ${result.index} came where ${chunksDone} was to come`)
      const [first] = result.rejected
      if (run.stops === true && first !== undefined) throw new Fault(4, [stopped(first, run.file)])
      results.write(result.results)
      if (result.rejected.length > 0)
        errors.write(Buffer.from(result.rejected.map(errorRow).join('')))
      totals.rows += result.rows
      totals.decided += result.decided
      totals.rejected += result.rejected.length
      addTallies(totals.tallies, result.tallies)
      totals.urgent = mostUrgent([...totals.urgent, ...result.urgent])
      chunksDone += 1
      if (performance.now() - last > EVERY_MS) save()
    },
    close: () => {
      save()
      results.close()
      errors.close()
    },
  }
}

function growing(
  file: string,
  from: number | undefined,
): {
  readonly write: (bytes: Uint8Array) => void
  readonly bytes: () => number
  readonly sync: () => void
  readonly close: () => void
} {
  const handle = openSync(file, from === undefined ? 'w' : 'r+')
  let bytes = from ?? 0
  ftruncateSync(handle, bytes)
  return {
    write: (all) => {
      for (let at = 0; at < all.length;)
        at += writeSync(handle, all, at, all.length - at, bytes + at)
      bytes += all.length
    },
    bytes: () => bytes,
    sync: () => fsyncSync(handle),
    close: () => closeSync(handle),
  }
}

function stopped({ row, line, column, issue }: Rejected, file: string): Issue {
  const where = column === undefined ? `row ${row}` : `row ${row}, column ${column}`
  return {
    ...issue,
    message: `${where}: ${issue.message}`,
    at: { file, ...(line !== undefined && { line }) },
  }
}

function errorRow({ row, line, sheet, column, issue, record }: Rejected): string {
  const cells = [
    String(row),
    line === undefined ? '' : String(line),
    sheet ?? '',
    column ?? '',
    issue.code,
    issue.message,
    issue.help ?? '',
    record,
  ]
  return `${cells.map(safeCell).join(',')}\n`
}

function stateOf(file: string): State | undefined {
  if (!existsSync(file)) return undefined
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as State
  } catch {
    return undefined
  }
}
