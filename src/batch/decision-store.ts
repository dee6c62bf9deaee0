import type { Hands } from './hands.ts'
import { Memo } from './memo.ts'
import { lettersOf, SharedWords, type Decisions, type Settled } from './shared.ts'

/** The decisions of a run, each key decided once, in whichever chunk it stood first. */
export interface DecisionStore {
  /** The decisions on keys of a chunk. */
  readonly of: (index: number, keys: readonly string[]) => Promise<Decisions>
}

/** Letters of decisions and keys kept in memory, about 200 MB; a run with more decides again what it forgot. */
const MOST_LETTERS = 100_000_000

/** Keys decided with one message. */
const TOGETHER = 500

/** A store that begins with the decisions known, has all others made by hands, and tells of each. */
export function decisionStore(
  hands: Pick<Hands, 'settle'>,
  before: Iterable<readonly [key: string, settled: Settled]> = [],
  tell: (made: Decisions) => void = () => {},
): DecisionStore {
  const words = new SharedWords()
  const known = new Memo<Settled>(MOST_LETTERS, lettersOf())
  for (const [key, settled] of before) known.set(key, words.kept(settled))
  const asked = new Map<string, Promise<Settled>>()
  const decide = async (index: number, keys: readonly string[]): Promise<Map<string, Settled>> => {
    const made = await hands.settle(index, keys)
    const all = new Map(made.map(([key, settled]) => [key, words.kept(settled)]))
    for (const [key, settled] of all) {
      known.set(key, settled)
      asked.delete(key)
    }
    tell([...all])
    return all
  }
  /** Decides keys some after the others, so that hands can tell each other of kinds in between. */
  const settle = (index: number, keys: readonly string[]): Promise<unknown> => {
    let settling: Promise<unknown> = Promise.resolve()
    for (let i = 0; i < keys.length; i += TOGETHER) {
      const some = keys.slice(i, i + TOGETHER)
      const deciding = settling.then(() => decide(index, some))
      for (const key of some) {
        const one = deciding.then((made) => made.get(key)!)
        one.catch(() => {})
        asked.set(key, one)
      }
      settling = deciding
    }
    return settling
  }
  return {
    of: async (index, keys) => {
      const here = new Map<string, Settled>()
      const fresh: string[] = []
      const waited: (readonly [string, Promise<Settled>])[] = []
      for (const key of keys) {
        const settled = known.get(key)
        if (settled !== undefined) here.set(key, settled)
        else {
          const one = asked.get(key)
          if (one === undefined) fresh.push(key)
          else waited.push([key, one])
        }
      }
      // What the chunk itself decides is known there.
      if (fresh.length > 0) await settle(index, fresh)
      for (const [key, settled] of waited) here.set(key, await settled)
      return [...here]
    },
  }
}
