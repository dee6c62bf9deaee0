import type { Pack } from '../rules/pack.ts'
import { fileEntries, type Filing } from './append.ts'
import type {
  AdjudicationBody,
  DecisionBody,
  DecisionName,
  DeterminationBody,
  Drawn,
  SecondPersonFor,
} from './bodies.ts'
import { entriesIn, type Book } from './book.ts'
import { drawOn } from './draw.ts'
import type { Draft, Entry, Filer, ObjectRef } from './entry.ts'
import { drafted, nonce } from './events.ts'
import { fault } from './faults.ts'
import { policyOf, type Policy } from './policy.ts'
import { determinationOf, recordIn, type BookRecord, type Told } from './records.ts'
import { registered } from './register.ts'
import { folded } from './search.ts'

/** What a person decides on a record. */
export interface ToDecide {
  readonly record: string
  readonly decision: DecisionName
  readonly reason: string
  readonly authority?: string | undefined
  /** For whom the person stands in. */
  readonly onBehalfOf?: string | undefined
  /** The number of the authorization that a release rests on. */
  readonly authorization: string | undefined
  readonly evidence: readonly ObjectRef[]
}

/** What became of it. */
export interface Decided {
  readonly entry: Entry
  readonly record: string
  readonly body: DecisionBody
}

/**
 * Files a decision. A release that the policy of the book gives to two people stands only when a second,
 * different one has filed it too; a hold or an escalation in between begins it anew.
 * @throws Fault (exit 4) where the record is superseded or decided, the outcome is one that nobody can
 * release, or the authorization does not cover it.
 */
export function decide(
  book: Book,
  wanted: ToDecide,
  by: Filer,
  pack: Pack,
  filing: Filing,
): Decided {
  let made: { record: string; body: DecisionBody } | undefined
  const decision = (): Draft => {
    const entries = entriesIn(book)
    const record = recordIn(book, wanted.record, entries)
    const body = decisionOn(book, entries, record, wanted, by, pack, filing.now().slice(0, 10))
    made = { record: record.id, body }
    return drafted(book, 'decision', record.id, by, body, wanted.evidence)
  }
  const [entry] = fileEntries(book, () => [decision()], filing)
  return { entry: entry!, ...made! }
}

function decisionOn(
  book: Book,
  entries: readonly Entry[],
  record: BookRecord,
  wanted: ToDecide,
  by: Filer,
  pack: Pack,
  today: string,
): DecisionBody {
  const determination = determinationOf(record)
  const { outcome } = determination.determination
  const policy = policyOf(book, entries)
  checkStanding(record, wanted)
  const common = {
    nonce: nonce(),
    decision: wanted.decision,
    outcome,
    reason: wanted.reason,
    authority: wanted.authority ?? null,
    onBehalfOf: wanted.onBehalfOf ?? null,
    evidence: wanted.evidence.map(({ sha256 }) => sha256),
  }
  if (wanted.decision !== 'release')
    return { ...common, secondPersonFor: [], standing: 'complete', completes: null, drawn: null }
  checkReleasable(record, outcome, policy, wanted)
  const drawn = drawnBy(book, entries, wanted, determination, pack, today)
  const secondPersonFor = whySecond(policy, determination.determination, record.adjudications)
  const first = firstOf(record)
  if (secondPersonFor.length === 0)
    return { ...common, secondPersonFor, standing: 'complete', completes: null, drawn }
  if (first === undefined)
    return { ...common, secondPersonFor, standing: 'first', completes: null, drawn }
  const already = personOf(first, by, wanted)
  if (already !== undefined)
    throw fault(
      'same-person',
      `${already} has released ${record.id} already, in entry ${first.entry.seq}; a second, different person must agree`,
      'book',
    )
  if ((first.body?.drawn?.authorization ?? null) !== (drawn?.authorization ?? null))
    throw fault(
      'other-authorization',
      `entry ${first.entry.seq} rests on ${first.body?.drawn?.authorization ?? 'no authorization'}, this on ${drawn?.authorization ?? 'none'}`,
      'book',
      'both must rest on the same',
    )
  return { ...common, secondPersonFor, standing: 'complete', completes: first.entry.seq, drawn }
}

function checkStanding({ id, standing, supersededBy }: BookRecord, { decision }: ToDecide): void {
  if (supersededBy !== null)
    throw fault(
      'superseded',
      `${id} is superseded by ${supersededBy}`,
      'book',
      'decide on that one',
    )
  if (standing === 'released' && decision === 'release')
    throw fault('released', `${id} is released already`, 'book')
}

function checkReleasable(
  { id, adjudications }: BookRecord,
  outcome: DeterminationBody['determination']['outcome'],
  { neverReleased }: Policy,
  { authorization }: ToDecide,
): void {
  const confirmed = adjudications.find(
    ({ body, voidedBy }) => voidedBy === null && body?.verdict === 'confirmed',
  )
  if (confirmed !== undefined)
    throw fault(
      'confirmed-hit',
      `${confirmed.body!.party} was confirmed to be ${confirmed.body!.hit} of the list ${confirmed.body!.list}, in entry ${confirmed.entry.seq}`,
      'book',
      'put the list into the case and check it again',
    )
  if (neverReleased.includes(outcome))
    throw fault(
      'not-releasable',
      `${id} is ${outcome}, which nobody can release`,
      'book',
      outcome === 'needs-facts'
        ? 'answer its questions and file it anew: licet ask, licet check --record'
        : 'change the deal and file it anew',
    )
  if (outcome === 'license-required' && authorization === undefined)
    throw fault(
      'no-authorization',
      `${id} needs a license`,
      'book',
      'name one of the register: --license NUMBER; add it with licet book authorize',
    )
}

function drawnBy(
  book: Book,
  entries: readonly Entry[],
  { authorization: number }: ToDecide,
  determination: DeterminationBody,
  pack: Pack,
  today: string,
): Drawn | null {
  if (number === undefined) return null
  const register = registered(book, entries)
  const found = register.get(number)
  if (found === undefined)
    throw fault(
      'unknown-authorization',
      `the register has no authorization ${number}`,
      'book',
      register.size === 0
        ? 'add it: licet book authorize FILE'
        : `it has ${[...register.keys()].join(', ')}`,
    )
  const { type } = found.authorization
  if (determination.determination.outcome === 'license-required' && type !== 'license')
    throw fault(
      'no-license',
      `${number} is of the type ${type}, and ${determination.identity.case} needs a license`,
      'book',
      'name a license of the register: --license NUMBER',
    )
  return drawOn(found, determination, pack, today)
}

/**
 * Why a release needs two people: its outcome, or a hit on a list that the policy names and that was
 * cleared, of this record or before it was screened.
 */
function whySecond(
  { secondPerson }: Policy,
  { outcome, screening }: DeterminationBody['determination'],
  adjudications: readonly Told<AdjudicationBody>[],
): SecondPersonFor[] {
  const cleared = adjudications.flatMap(({ body, voidedBy }) =>
    voidedBy === null &&
    body?.verdict === 'cleared' &&
    isNamed(body.list, secondPerson.clearedLists)
      ? [{ clearedList: body.list, party: body.party }]
      : [],
  )
  const setAside = screening.flatMap(({ name, cleared: hits }) =>
    hits.flatMap(({ lists }) =>
      lists
        .filter((list) => isNamed(list, secondPerson.clearedLists))
        .map((clearedList) => ({ clearedList, party: name })),
    ),
  )
  const byOutcome = secondPerson.outcomes.includes(outcome) ? [{ outcome }] : []
  const all = [...byOutcome, ...cleared, ...setAside]
  return [...new Map(all.map((one) => [Object.values(one).join('\n'), one])).values()]
}

/** `entity-list-footnote-4` is of the list `entity-list`. */
const isNamed = (list: string, names: readonly string[]): boolean =>
  names.some((name) => list === name || list.startsWith(`${name}-`))

/** The person of the first release who decides again, himself or by someone who stands in for him. */
function personOf(
  { entry, body }: Told<DecisionBody>,
  by: Filer,
  { onBehalfOf }: ToDecide,
): string | undefined {
  const first = [entry.by.name, body?.onBehalfOf ?? undefined].map((name) => name && folded(name))
  return [by.name, onBehalfOf].find((name) => name !== undefined && first.includes(folded(name)))
}

/** The first person's release that waits for a second; undefined where none does. */
function firstOf({ decisions }: BookRecord): Told<DecisionBody> | undefined {
  const last = decisions.findLast(({ voidedBy }) => voidedBy === null)
  return last?.body?.standing === 'first' ? last : undefined
}
