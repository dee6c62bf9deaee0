import type { Decided } from './decider.ts'
import type { Decision } from './decision.ts'
import { BETWEEN } from './marks.ts'
import { Memo } from './memo.ts'
import type { RowFault } from './row-faults.ts'
import { urgencyOf } from './summary/urgent-rows.ts'

/** What the rows of one key share, as the writer writes it. */
export interface Shared {
  readonly words: Words
  readonly items: readonly string[]
  /** The destination of the rows; the region of Ukraine where one is named. */
  readonly country: string
  /** When the rows need a person; undefined where they need none. */
  readonly urgency: number | undefined
  /** What screening found, where the names of the row are part of its key. */
  readonly found: string
  /** What is said of companies of which nothing was found, by their place in the layout. */
  readonly said: readonly (readonly [at: number, said: string])[]
}

/** What rows of many keys have in common. */
export interface Words extends Pick<Decision, 'outcome' | 'reasons' | 'questions'> {
  /** What the rows are counted by, beside their items. */
  readonly names: Omit<Decision['names'], 'item'>
  /** Values of the result columns but for the last; each row has its own names where these hold marks. */
  readonly values: readonly string[]
  readonly reviewPolicy: string
}

/** What is known of a key: what its rows share, or what is wrong with each of them. */
export type Settled = Shared | RowFault

/** Decisions by their keys. */
export type Decisions = readonly (readonly [key: string, settled: Settled])[]

const MOST_TEXTS = 20_000

/** The words of decisions, each kept once, since many keys come to the same. */
export class SharedWords {
  readonly #texts = new Memo<Words>(MOST_TEXTS)
  readonly #items = new Memo<readonly string[]>(MOST_TEXTS)
  /** Names of countries: a cell that is kept may hold on to the text of its whole chunk. */
  readonly #countries = new Memo<string>(MOST_TEXTS)
  readonly #ofDecisions = new WeakMap<Decision, Words>()
  /** Words that are known to be the ones that are kept: their texts are long, and read again for each key. */
  readonly #kept = new WeakSet<Words>()

  /** What rows share by a decision on their key. */
  of(decided: Decided, country: string): Settled {
    if ('issue' in decided) return decided
    const { decision, found, said, isHitOpen } = decided
    return {
      words: this.#wordsOf(decision),
      items: this.#itemsOnce(decision.names.item),
      country: this.#countryOnce(country),
      urgency: urgencyOf(decision, isHitOpen === true),
      found: found ?? '',
      said: saidOnce([...(said ?? [])]),
    }
  }

  #wordsOf(decision: Decision): Words {
    const known = this.#ofDecisions.get(decision)
    if (known !== undefined) return known
    const { outcome, values, reasons, questions } = decision
    const { item: _, ...names } = decision.names
    const reviewPolicy = values[1]!
    const words = this.#once({ outcome, names, reasons, questions, reviewPolicy, values })
    this.#ofDecisions.set(decision, words)
    return words
  }

  /** The same that came from elsewhere, with the words that are known here. */
  kept(settled: Settled): Settled {
    if ('issue' in settled) return settled
    const { words, items, country, said } = settled
    return {
      ...settled,
      country: this.#countryOnce(country),
      words: this.#once(words),
      items: this.#itemsOnce(items),
      said: saidOnce(said),
    }
  }

  #countryOnce(country: string): string {
    const found = this.#countries.get(country)
    if (found === undefined) this.#countries.set(country, country)
    return found ?? country
  }

  #itemsOnce(items: readonly string[]): readonly string[] {
    const text = items.join(BETWEEN)
    const found = this.#items.get(text)
    if (found === undefined) this.#items.set(text, items)
    return found ?? items
  }

  #once(words: Words): Words {
    if (this.#kept.has(words)) return words
    const text = words.values.join(BETWEEN)
    const found = this.#texts.get(text)
    if (found !== undefined) return found
    this.#texts.set(text, words)
    this.#kept.add(words)
    return words
  }
}

const NOBODY: Shared['said'] = []
const saidOnce = (said: Shared['said']): Shared['said'] => (said.length === 0 ? NOBODY : said)

/** What remembered decisions take, by their letters. Words are counted with the first decision that has them. */
export function lettersOf(): (settled: Settled) => number {
  const counted = new WeakSet<Words>()
  return (settled) => {
    if ('issue' in settled || counted.has(settled.words)) return ITSELF
    const { words } = settled
    counted.add(words)
    return words.values.reduce((sum, { length }) => sum + length, ITSELF)
  }
}

/** Letters for a key and what it has of its own. */
const ITSELF = 500
