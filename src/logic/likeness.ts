import type { Book, Condition, Test } from './condition.ts'
import type { Facts, Value } from './facts.ts'
import { isMemberFact } from './members.ts'
import { passes } from './passes.ts'

/**
 * A text that two records of facts have in common only where no condition can tell them apart: each test of
 * each fact comes out alike, what is missing is missing in both and would stand at the same place, and their lists
 * have members that are alike, in the same order and under the same labels. Their verdicts, what carries
 * these, and what they ask are then the same; only the values that a proof shows may differ. It is the same text
 * wherever it is made of the same conditions, so that threads may tell each other of it.
 */
export type Likeness = (facts: Facts) => string

/**
 * What some conditions can tell apart. All that they read of facts is in the tests of their leaves. `digestOf` makes a
 * long text short, and no two the same.
 */
export function likenessUnder(
  conditions: Iterable<Condition>,
  book: Book,
  digestOf: (text: string) => string,
): Likeness {
  const tests = new Map<string, Map<string, Test>>()
  const defined = new Set<string>()
  for (const condition of conditions) collectTests(condition, book, tests, defined)
  const facts = new Map<string, Told>()
  for (const [name, own] of tests) facts.set(name, tellingOf(facts.size, [...own.values()], book))
  const ofMember = new Map([...facts].filter(([name]) => isMemberFact(name)))

  // Pieces are joined once: a text that grew piece by piece would be a tree of hundreds of them.
  const tell = (one: Facts, told: ReadonlyMap<string, Told>, into: string[]): void => {
    const { values, paths, lists, label } = one
    const role = values['party.role']
    into.push(placesOf(paths, digestOf), END, label, END, typeof role === 'string' ? role : '', END)
    // Facts in another order make another text, which only costs that two deals are decided and not one.
    for (const name of Object.keys(values)) {
      const value = values[name]
      const telling = value === undefined ? undefined : told.get(name)
      if (telling !== undefined) into.push(telling(value!))
    }
    for (const name of Object.keys(lists)) {
      const list = lists[name]
      if (list === undefined) continue
      const { complete, closed, asks, members } = list
      into.push(END, `${name} ${complete} ${closed} ${asks} ${members.length}`)
      for (const member of members) {
        into.push(END)
        tell(member, ofMember, into)
      }
    }
  }
  return (one) => {
    const pieces: string[] = []
    tell(one, facts, pieces)
    return pieces.join('')
  }
}

/** No letter of a fact, a path or a name. */
const END = '\u0000'

/** The number of a fact and what each test says of a value of it, a letter for every few of them. */
type Told = (value: Value) => string

/** Words of which it is remembered what the tests say; numbers have too many values to. */
const MOST_REMEMBERED = 10_000

function tellingOf(number: number, tests: readonly Test[], book: Book): Told {
  const fact = number.toString(36).padStart(4, '0')
  const remembered = new Map<Value, string>()
  const worked = (value: Value): string => {
    let told = fact
    for (let i = 0; i < tests.length; i += TOGETHER) {
      let said = 0
      for (const is of tests.slice(i, i + TOGETHER))
        said = said * VERDICTS.length + VERDICTS.indexOf(passes(is, value, book))
      told += String.fromCharCode(FIRST_LETTER + said)
    }
    return told
  }
  return (value) => {
    if (typeof value !== 'string' && typeof value !== 'boolean') return worked(value)
    let told = remembered.get(value)
    if (told === undefined) {
      told = worked(value)
      if (remembered.size < MOST_REMEMBERED) remembered.set(value, told)
    }
    return told
  }
}

/** Tests told with one letter: 3 to the fourth is 81 letters, all of ASCII. */
const TOGETHER = 4
const VERDICTS = ['no', 'unknown', 'yes'] as const
const FIRST_LETTER = 0x21

function collectTests(
  condition: Condition,
  book: Book,
  into: Map<string, Map<string, Test>>,
  defined: Set<string>,
): void {
  switch (condition.kind) {
    case 'all':
    case 'any':
      for (const part of condition.of) collectTests(part, book, into, defined)
      return
    case 'unless':
      return collectTests(condition.of, book, into, defined)
    case 'some':
    case 'every':
      return collectTests(condition.where, book, into, defined)
    case 'holds':
      if (defined.has(condition.id)) return
      defined.add(condition.id)
      return collectTests(book.definition(condition.id), book, into, defined)
    case 'leaf': {
      const own = into.get(condition.fact) ?? new Map<string, Test>()
      into.set(condition.fact, own)
      own.set(JSON.stringify(condition.is), condition.is)
    }
  }
}

const shared = new WeakMap<object, string>()

/** The places of facts: those that many deals share by their digest, and what a deal has of its own. */
function placesOf(paths: Facts['paths'], digestOf: (text: string) => string): string {
  const base: unknown = Object.getPrototypeOf(paths)
  const isOwn = typeof base === 'object' && base !== null && base !== Object.prototype
  if (isOwn)
    return `${placesOf(base as Facts['paths'], digestOf)} ${JSON.stringify(Object.entries(paths))}`
  let digest = shared.get(paths)
  if (digest === undefined) shared.set(paths, (digest = digestOf(JSON.stringify(paths))))
  return digest
}
