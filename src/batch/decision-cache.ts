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
    .update(JSON.stringify([program, how, asOf === undefined ? today : null, day, standing]))
    .digest('hex')
}

/** How lists stand on a day, without how many entries they have. */
function standingOn(lists: IndexMeta, day: string, terms: Terms): unknown {
  const { stale, ...on } = listsOn(lists, day, terms)
  const ages = stale.map(({ code, date, ageDays, staleAfter }) => [code, date, ageDays, staleAfter])
  return { ...on, ages }
}

/** What many decisions have in common, in a line of its own before the first of them. */
type Common = readonly [words: Words, decision: Omit<Shared['decision'], 'items'>]
type Line =
  | { readonly common: Common }
  | {
      readonly key: string
      readonly of: number
      readonly own: Omit<Shared, 'words' | 'decision'> & { readonly items: readonly string[] }
    }
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
  const common: Common[] = []
  for (const line of lines) {
    if ('common' in line) common.push(line.common)
    else if ('fault' in line) decisions.set(line.key, line.fault)
    else {
      const [words, decision] = common[line.of]!
      const { items, ...own } = line.own
      decisions.set(line.key, { ...own, words, decision: { ...decision, items } })
    }
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
  const numberOf = (common: Common, lines: Line[]): number => {
    const text = JSON.stringify(common)
    let number = numbers.get(text)
    if (number === undefined) {
      numbers.set(text, (number = numbers.size))
      lines.push({ common })
    }
    return number
  }
  const tell = (made: Iterable<readonly [string, Settled]>): void => {
    const lines: Line[] = []
    for (const [key, settled] of made) {
      if ('issue' in settled) lines.push({ key, fault: settled })
      else {
        const { words, decision, ...own } = settled
        const { items, ...rest } = decision
        lines.push({ key, of: numberOf([words, rest], lines), own: { ...own, items } })
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
