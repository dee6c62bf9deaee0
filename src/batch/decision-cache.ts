import { createHash } from 'node:crypto'
import {
  closeSync,
  copyFileSync,
  existsSync,
  ftruncateSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs'
import { listsOn, type Terms } from '../screening/screen-party.ts'
import type { IndexMeta } from '../screening/index-file.ts'
import { layoutOf } from './layout.ts'
import type { Plan } from './plan.ts'
import type { Decisions, Settled, Shared, Words } from './shared.ts'

/**
 * A digest of all that a decision rests on but its key: the program, the law, how the table is read and
 * written, the law date, and how the lists stand on it. What lists hold is in the key, by what a search found.
 */
export function decisionBasis(
  plan: Plan,
  program: { readonly version: string; readonly pack: string },
  lists: IndexMeta | undefined,
): string {
  const { file: _, today, asOf, ...how } = plan
  const day = asOf ?? today
  const isOneDay = asOf !== undefined || layoutOf(plan).date === undefined
  const standing =
    lists === undefined
      ? null
      : isOneDay
        ? standingOn(lists, day, plan)
        : [lists.lists, plan.mostDays]
  return createHash('sha256')
    .update(JSON.stringify([FORM, program, how, asOf === undefined ? today : null, day, standing]))
    .digest('hex')
}

/** Counts the forms in which decisions were kept. */
const FORM = 3

/** How lists stand on a day, without how many entries they have. */
function standingOn(lists: IndexMeta, day: string, terms: Terms): unknown {
  const { stale, ...on } = listsOn(lists, day, terms)
  const ages = stale.map(({ code, date, ageDays, staleAfter }) => [code, date, ageDays, staleAfter])
  return { ...on, ages }
}

/** Words stand in a line of their own before the first decision that has them, and are called by their number. */
type Line =
  | { readonly words: Words }
  | { readonly key: string; readonly of: number; readonly own: Omit<Shared, 'words'> }
  | { readonly key: string; readonly fault: Exclude<Settled, Shared> }

/** What a file of decisions holds that rests on a basis. */
interface Kept {
  readonly decisions: Map<string, Settled>
  /** Words by their numbers. */
  readonly words: readonly Words[]
  /** Bytes up to the end of the last whole line; none where the file is of another basis. */
  readonly bytes: number
}

/** A file that decisions are told to, and those that it held. */
export interface DecisionsFile {
  readonly before: ReadonlyMap<string, Settled>
  readonly tell: (made: Decisions) => void
  readonly close: () => void
}

/**
 * Keeps decisions for the next run: those of the file, where they rest on this, then what is told. What was there
 * is copied as it lies, and the copy put in its place before anything is added: a file is never added to that
 * another run may have open.
 */
export function openDecisions(file: string, basis: string): DecisionsFile {
  const { decisions, words, bytes } = readDecisions(file, basis)
  const beside = `${file}.${process.pid}`
  if (bytes > 0) copyFileSync(file, beside)
  const handle = openSync(beside, bytes > 0 ? 'r+' : 'w')
  let end = bytes
  const write = (text: string): void => {
    end += writeSync(handle, text, end)
  }
  if (bytes > 0) ftruncateSync(handle, bytes)
  else write(`${basis}\n`)
  renameSync(beside, file)
  const numbers = new Map(words.map((one, number) => [one, number]))
  let count = words.length
  const numberOf = (one: Words, lines: Line[]): number => {
    let number = numbers.get(one)
    if (number === undefined) {
      numbers.set(one, (number = count))
      count += 1
      lines.push({ words: one })
    }
    return number
  }
  return {
    before: decisions,
    tell: (made) => {
      const lines: Line[] = []
      for (const [key, settled] of made) {
        if ('issue' in settled) lines.push({ key, fault: settled })
        else {
          const { words: ofAll, ...own } = settled
          lines.push({ key, of: numberOf(ofAll, lines), own })
        }
      }
      if (lines.length > 0) write(lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
    },
    close: () => closeSync(handle),
  }
}

/** What a file holds, where it rests on this; a line that a killed run left unfinished is no decision. */
function readDecisions(file: string, basis: string): Kept {
  const nothing = { decisions: new Map<string, Settled>(), words: [], bytes: 0 }
  if (!existsSync(file)) return nothing
  const all = readFileSync(file)
  // What follows the last line end was being written.
  const bytes = all.lastIndexOf(LINE_END) + 1
  const [first, ...lines] = all.toString('utf8', 0, bytes).split('\n')
  if (first !== basis || bytes === 0) return nothing
  try {
    const found = decisionsOf(lines.slice(0, -1).map((line) => JSON.parse(line) as Line))
    return { ...found, bytes }
  } catch {
    return nothing
  }
}

const LINE_END = 0x0a

function decisionsOf(lines: readonly Line[]): Omit<Kept, 'bytes'> {
  const decisions = new Map<string, Settled>()
  const words: Words[] = []
  for (const line of lines) {
    if ('words' in line) words.push(line.words)
    else if ('fault' in line) decisions.set(line.key, line.fault)
    else {
      const ofAll = words[line.of]
      if (ofAll === undefined) throw new Error(`no words of number ${line.of}`)
      decisions.set(line.key, { ...line.own, words: ofAll })
    }
  }
  return { decisions, words }
}
