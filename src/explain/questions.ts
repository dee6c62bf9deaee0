import type { Question } from '../determination.ts'
import { scopeOf, type Dictionary } from '../facts/dictionary.ts'
import type { Ask } from '../logic/asks.ts'

/** The missing facts of one provision that still matter to the answer. */
export interface Open {
  readonly provision: string
  readonly asks: readonly Ask[]
}

/** Who knows a fact decides how soon it can be had. */
export const EFFORT: Readonly<Record<string, number>> = {
  exporter: 0,
  customer: 1,
  maker: 2,
  BIS: 3,
}

/**
 * The questions that would settle what is open, each once: those on which most open provisions turn
 * first, and of equals those that the exporter can answer himself.
 */
export function questions(
  open: readonly Open[],
  dictionary: Dictionary,
  words: (ask: Ask) => string,
): Question[] {
  const byPath = new Map<string, { ask: Ask; provisions: Set<string> }>()
  for (const { provision, asks } of open) {
    for (const asked of asks) {
      const ask = settling(asked, dictionary)
      const entry = byPath.get(ask.path) ?? { ask, provisions: new Set<string>() }
      entry.provisions.add(provision)
      byPath.set(ask.path, entry)
    }
  }
  return [...byPath.values()]
    .map(({ ask, provisions }) => ({
      fact: ask.path,
      name: ask.fact,
      ask: words(ask),
      settles: provisions.size,
      knownBy: dictionary.get(ask.fact)?.knownBy ?? (isOfMaking(ask) ? 'maker' : 'exporter'),
    }))
    .sort(
      (a, b) =>
        b.settles - a.settles ||
        (EFFORT[a.knownBy] ?? 0) - (EFFORT[b.knownBy] ?? 0) ||
        (a.fact < b.fact ? -1 : a.fact > b.fact ? 1 : 0),
    )
}

/** How an item was made its maker knows, whether or not the place is a fact of the dictionary. */
const isOfMaking = ({ path }: Ask): boolean => path.includes('.production.')

/** A fact that is asked for at the place of another is settled by that other one. */
function settling(ask: Ask, dictionary: Dictionary): Ask {
  const { fact, path } = ask
  const place = dictionary.get(fact)?.at
  if (place === undefined || place === 'derived' || path.endsWith(place)) return ask
  const whole = [...dictionary.values()].find(({ at }) => at === path)
  if (whole !== undefined) return { fact: whole.name, path }
  const scope = scopeOf(fact)
  for (const { name, at } of dictionary.values()) {
    if (path.endsWith(at) && path.endsWith(`.${at}`) && scopeOf(name) === scope)
      return { fact: name, path }
  }
  return ask
}
