import type { Status } from '../determination.ts'
import { compiler, type Compiled } from '../logic/compile.ts'
import type { Book, Condition } from '../logic/condition.ts'
import type { Facts, Value } from '../logic/facts.ts'
import { ruleIndex, type RuleIndex } from '../logic/rule-index.ts'
import { explainer, pointer } from '../logic/why.ts'
import type { Verdict } from '../logic/verdict.ts'
import type { Pack } from './pack.ts'
import { reasonsOf, type Reasoning, type Reasons } from './reasons.ts'
import { KINDS, type Kind, type Provision, type Text } from './provision.ts'
import { membersOn } from './tables.ts'

/** A provision as it stands on one day: its text, its status, and how far it is enforced. */
export interface Active {
  /** Its number among the provisions of the day. */
  readonly number: number
  readonly provision: Provision
  readonly text: Text
  readonly status: Status
  readonly when: Condition
  /** What the agency applies: the text, less of it, nothing, or nobody could verify what. */
  readonly enforced: 'as-codified' | 'partly' | 'not' | 'unverified'
  readonly onlyWhen: Condition | undefined
  readonly enforcementSource: string | undefined
  /** Verdict of the codified text, without its proof. */
  readonly codified: Compiled
  /** Verdict of what is enforced; `codified` where nothing narrows it. */
  readonly applied: Compiled
  readonly reasons: () => Reasons
}

/** The law of one day: what is in force, by kind, and the book that its conditions refer to. */
export interface Law {
  readonly day: string
  readonly book: Book
  /** All provisions in force, by number. */
  readonly all: readonly Active[]
  readonly by: Readonly<Record<Kind, readonly Active[]>>
  /**
   * `no` for each provision whose text certainly does not reach a deal, by number, and undefined for
   * those that may: cost follows the provisions that can apply, not the size of the pack. A fresh list.
   */
  readonly ruledOut: (facts: Facts) => (Verdict | undefined)[]
  /** The classifications, highest rank first. */
  readonly byRank: readonly Active[]
  /** Of each requirement and prohibition, the exceptions or general licenses that can lift it. */
  readonly lifters: ReadonlyMap<Active, readonly Active[]>
  /** Of each exception, the bars that close it. */
  readonly bars: ReadonlyMap<Active, readonly Active[]>
  /** Of each requirement, the license review policies that speak of it. */
  readonly policies: ReadonlyMap<Active, readonly Active[]>
}

const never: Compiled = () => 'no'

/**
 * Picks the texts, the enforcement and the table members of a day. Proposed provisions count only
 * when asked for; otherwise they stand among the notices.
 */
export function lawOn(pack: Pack, day: string, includeProposed: boolean): Law {
  const definitions = new Map<string, Condition>()
  for (const provision of pack.provisions) {
    const text = provision.kind === 'definition' ? textOn(provision, day) : undefined
    if (text !== undefined) definitions.set(provision.id, text.when)
  }
  const book = bookOf(pack, day, definitions)
  const compile = compiler(book)
  const reasoning = {
    compile,
    explain: explainer(book, compile),
    point: pointer(book, compile),
  }
  const by = Object.fromEntries(KINDS.map((kind) => [kind, [] as Active[]])) as Record<
    Kind,
    Active[]
  >
  const all: Active[] = []
  for (const provision of pack.provisions) {
    const text = textOn(provision, day)
    if (text === undefined) continue
    const kind = provision.status === 'proposed' && !includeProposed ? 'notice' : provision.kind
    const one = active(provision, text, day, reasoning, all.length)
    by[kind].push(one)
    all.push(one)
  }
  return {
    day,
    book,
    all,
    by,
    ruledOut: ruledOutBy(all, book),
    byRank: [...by.classification].sort(
      (a, b) => (b.provision.rank ?? 0) - (a.provision.rank ?? 0),
    ),
    lifters: relate(
      [...by.requirement, ...by.prohibition],
      by.exception,
      (exception) => exception.provision.lifts,
    ),
    bars: relate(by.exception, by.bar, (bar) => bar.provision.bars),
    policies: relate(by.requirement, by['review-policy'], (policy) => policy.provision.reviews),
  }
}

/** One deal is judged sooner without the index than the index is built; many are not. */
export const INDEXED_AFTER = 16

function ruledOutBy(all: readonly Active[], book: Book): Law['ruledOut'] {
  const none = all.map(() => undefined)
  const every = all.map((): Verdict | undefined => 'no')
  let asked = 0
  let index: RuleIndex | undefined
  return (facts) => {
    if (++asked <= INDEXED_AFTER) return none.slice()
    index ??= ruleIndex(all, book)
    const found = every.slice()
    index.candidates(facts, (number) => {
      found[number] = undefined
    })
    return found
  }
}

/** Of each subject, the others that name it, by its id or by the start of its id. */
function relate(
  subjects: readonly Active[],
  others: readonly Active[],
  names: (other: Active) => readonly string[],
): ReadonlyMap<Active, readonly Active[]> {
  return new Map(
    subjects.map((subject) => [
      subject,
      others.filter((other) =>
        names(other).some((name) => isOrIsBelow(subject.provision.id, name)),
      ),
    ]),
  )
}

/** `ear.742.6.a.6.iii.A` is below `ear.742.6.a.6`, `ear.742.61` is not. */
export const isOrIsBelow = (id: string, name: string): boolean =>
  id === name || id.startsWith(`${name}.`)

/** The text in force on a day, or undefined; `until` is exclusive. */
export function textOn(provision: Provision, day: string): Text | undefined {
  return provision.text.find(
    ({ effective: { from, until } }) => from <= day && (until === undefined || day < until),
  )
}

function bookOf(pack: Pack, day: string, definitions: ReadonlyMap<string, Condition>): Book {
  const tables = new Map(pack.tables.map((table) => [table.id, table]))
  const members = new Map<string, ReadonlySet<Value>>()
  return {
    // A definition that is not yet in force describes nothing, so no item or party meets it.
    definition: (id) => definitions.get(id) ?? { kind: 'any', of: [] },
    members: (name) => {
      const known = members.get(name)
      if (known !== undefined) return known
      const table = tables.get(name)
      const found = table === undefined ? new Set<Value>() : membersOn(table, day)
      members.set(name, found)
      return found
    },
  }
}

function active(
  provision: Provision,
  text: Text,
  day: string,
  reasoning: Reasoning,
  number: number,
): Active {
  const latest = provision.enforcement.filter(({ from }) => from <= day).at(-1)
  const state = latest?.state ?? 'enforced'
  const { compile } = reasoning
  const codified = compile(text.when)
  const onlyWhen = state === 'partly-enforced' ? latest?.only_when : undefined
  const shared = {
    number,
    provision,
    text,
    when: text.when,
    codified,
    onlyWhen,
    enforcementSource: latest?.source,
    reasons: reasonsOf(
      text.when,
      onlyWhen && { condition: onlyWhen, source: latest?.source ?? '' },
      reasoning,
    ),
  }
  switch (state) {
    case 'enforced':
      return {
        ...shared,
        status: provision.status ?? 'in-force',
        enforced: 'as-codified',
        applied: codified,
      }
    case 'partly-enforced':
      return {
        ...shared,
        status: provision.status ?? 'in-force',
        enforced: onlyWhen === undefined ? 'as-codified' : 'partly',
        applied:
          onlyWhen === undefined ? codified : compile({ kind: 'all', of: [text.when, onlyWhen] }),
      }
    case 'not-enforced':
    case 'suspended':
      return { ...shared, status: state, enforced: 'not', applied: never }
    case 'unverified':
      return { ...shared, status: 'unverified', enforced: 'unverified', applied: codified }
  }
}
