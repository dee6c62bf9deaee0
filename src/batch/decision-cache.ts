import { createHash } from 'node:crypto'
import { closeSync, existsSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
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
const FORM = 2

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

/** Decisions of a file, where they rest on this; a line that a killed run left unfinished is none. */
export function readDecisions(file: string, basis: string): Map<string, Settled> {
  if (!existsSync(file)) return new Map()
  const [first, ...lines] = readFileSync(file, 'utf8').split('\n')
  if (first !== basis) return new Map()
  try {
    // What follows the last line end is empty, or was being written.
    return decisionsOf(lines.slice(0, -1).map((line) => JSON.parse(line) as Line))
  } catch {
    return new Map()
  }
}

function decisionsOf(lines: readonly Line[]): Map<string, Settled> {
  const decisions = new Map<string, Settled>()
  const all: Words[] = []
  for (const line of lines) {
    if ('words' in line) all.push(line.words)
    else if ('fault' in line) decisions.set(line.key, line.fault)
    else decisions.set(line.key, { ...line.own, words: all[line.of]! })
  }
  return decisions
}

/** Keeps decisions for the next run: what was known before, then what is told. */
export function openDecisions(
  file: string,
  basis: string,
  before: Iterable<readonly [string, Settled]>,
): { readonly tell: (made: Decisions) => void; readonly close: () => void } {
  const beside = `${file}.${process.pid}`
  const handle = openSync(beside, 'w')
  const numbers = new Map<string, number>()
  const numberOf = (words: Words, lines: Line[]): number => {
    const text = JSON.stringify(words)
    let number = numbers.get(text)
    if (number === undefined) {
      numbers.set(text, (number = numbers.size))
      lines.push({ words })
    }
    return number
  }
  const tell = (made: Iterable<readonly [string, Settled]>): void => {
    const lines: Line[] = []
    for (const [key, settled] of made) {
      if ('issue' in settled) lines.push({ key, fault: settled })
      else {
        const { words, ...own } = settled
        lines.push({ key, of: numberOf(words, lines), own })
      }
    }
    if (lines.length > 0)
      writeSync(handle, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  }
  writeSync(handle, `${basis}\n`)
  tell(before)
  renameSync(beside, file)
  return { tell, close: () => closeSync(handle) }
}
