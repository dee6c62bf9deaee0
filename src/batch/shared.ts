import type { Decided } from './decider.ts'
import type { Decision } from './decision.ts'
import { HAS_MARK } from './marks.ts'
import { Memo } from './memo.ts'
import type { ResultWriter } from './result-rows.ts'
import type { RowFault } from './row-faults.ts'
import { urgencyOf } from './summary/urgent-rows.ts'

/** What the rows of one key share, as the writer writes it. */
export interface Shared {
  readonly words: Words
  readonly items: readonly string[]
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
  /** The end of a row but for what screening found, where no row has anything else of its own in it. */
  readonly stem: string | undefined
  /** The values of a decision in which each row has its own names. */
  readonly values: readonly string[] | undefined
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
  /** Words that are known to be the ones that are kept: their texts are long, and read again for each key. */
  readonly #kept = new WeakSet<Words>()

  /** What rows share by a decision on their key. */
  of(decided: Decided, writer: ResultWriter): Settled {
    if ('issue' in decided) return decided
    const { outcome, values, reasons, questions } = decided.decision
    const { item: items, ...names } = decided.decision.names
    const isOwn = values.some((value) => HAS_MARK.test(value))
    return {
      words: this.#once({
        outcome,
        names,
        reasons,
        questions,
        reviewPolicy: values[1]!,
        stem: isOwn ? undefined : writer.stem(values),
        values: isOwn ? values : undefined,
      }),
      items: this.#itemsOnce(items),
      urgency: urgencyOf(decided.decision, decided.isHitOpen === true),
      found: decided.found ?? '',
      said: saidOnce([...(decided.said ?? [])]),
    }
  }

  /** The same that came from elsewhere, with the words that are known here. */
  kept(settled: Settled): Settled {
    if ('issue' in settled) return settled
    const { words, items, said } = settled
    return {
      ...settled,
      words: this.#once(words),
      items: this.#itemsOnce(items),
      said: saidOnce(said),
    }
  }

  #itemsOnce(items: readonly string[]): readonly string[] {
    const text = items.join('\u0001')
    const found = this.#items.get(text)
    if (found === undefined) this.#items.set(text, items)
    return found ?? items
  }

  #once(words: Words): Words {
    if (this.#kept.has(words)) return words
    const text = words.stem ?? words.values!.join('\u0001')
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
    return ITSELF + (words.stem ?? words.values!.join('')).length
  }
}

/** Letters for a key and what it has of its own. */
const ITSELF = 500
