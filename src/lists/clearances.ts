import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import canonicalize from 'canonicalize'
import { z } from 'zod'
import { Fault } from '../errors.ts'
import type { AnswerOptions, Decision } from '../screening/answer.ts'
import type { Subject } from '../screening/screen.ts'

/** Name of the file of decisions, in the folder that has the lists. */
export const CLEARANCES = 'clearances.jsonl'

const schema = z.strictObject({
  hit: z.string(),
  entry: z.string(),
  entryDigest: z.string(),
  subjectDigest: z.string(),
  reason: z.string(),
  by: z.string(),
  evidence: z.string(),
  until: z.string().nullable(),
  /** The day on which it was recorded, ISO. */
  on: z.string(),
  /** SHA-256 of the record before this one; empty for the first. */
  previous: z.string(),
})

/** One person's decision that a hit is another party. */
export type Clearance = z.infer<typeof schema>

/**
 * SHA-256 of what was screened: the name as it was written, without spaces at its ends, with the country
 * and the address. A decision is bound to it, and lapses when any of it changes.
 */
export function subjectDigest({ name, country, address }: Subject): string {
  const said = { name: name.trim(), country: country ?? null, address: address?.trim() ?? null }
  return sha256(canonicalize(said)!)
}

/** How a hit is called in a decision: the entry, and the start of the subject's digest. */
export const hitName = (subject: Subject, entry: string): string =>
  `${entry}/${subjectDigest(subject).slice(0, 12)}`

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Reads the decisions of a file. @throws Fault (exit 3) where it is broken or a record was changed. */
export function readClearances(file: string): Clearance[] {
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
  let previous = ''
  return lines.map((line, i) => {
    const broken = (message: string): Fault =>
      new Fault(3, [{ code: 'broken-record', message, at: { file, line: i + 1 } }])
    let read: Clearance
    try {
      read = schema.parse(JSON.parse(line))
    } catch {
      throw broken('not a decision')
    }
    if (read.previous !== previous)
      throw broken('a record before this one was changed or taken out')
    previous = sha256(line)
    return read
  })
}

/** Records a decision at the end of the file, bound to the records before it. */
export function addClearance(file: string, clearance: Omit<Clearance, 'previous'>): void {
  readClearances(file)
  mkdirSync(dirname(file), { recursive: true })
  const last = existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .at(-1)
    : undefined
  const previous = last === undefined ? '' : sha256(last)
  appendFileSync(file, `${canonicalize({ ...clearance, previous })}\n`)
}

/**
 * What the decisions say of a hit on a day: cleared by one person, or by two where its list takes two;
 * lapsed where the entry is no longer what it was or the date has passed.
 */
export function deciderOf(
  clearances: readonly Clearance[],
  today: string,
): NonNullable<AnswerOptions['decide']> {
  const byPair = new Map<string, Clearance[]>()
  for (const one of clearances) {
    const key = `${one.entry} ${one.subjectDigest}`
    byPair.set(key, [...(byPair.get(key) ?? []), one])
  }
  return (subject, { id, digest, consequence }) => {
    const all = byPair.get(`${id} ${subjectDigest(subject)}`)
    if (all === undefined) return undefined
    const holding = all.filter(
      ({ entryDigest, until }) => entryDigest === digest && (until === null || until >= today),
    )
    const people = peopleOf(holding)
    const last = (holding.at(-1) ?? all.at(-1))!
    return {
      state: stateOf(people.length, consequence.twoPeople),
      by: people.length > 0 ? people : [last.by],
      reason: last.reason,
      until: last.until,
      lapsed:
        people.length > 0
          ? null
          : last.entryDigest === digest
            ? `it held until ${last.until}`
            : 'the entry has changed since',
    }
  }
}

/** Different people by their names, which one may write in another case, width or spacing. */
export function peopleOf(decisions: readonly Pick<Clearance, 'by'>[]): string[] {
  const people = new Map<string, string>()
  for (const { by } of decisions) {
    const name = by.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
    if (!people.has(name)) people.set(name, by)
  }
  return [...people.values()]
}

function stateOf(people: number, takesTwo: boolean): Decision['state'] {
  if (people === 0) return 'lapsed'
  return takesTwo && people < 2 ? 'waits for a second person' : 'cleared'
}
