import type { Question } from '../determination.ts'
import type { Engine } from '../engine.ts'
import type { Ask } from '../logic/asks.ts'
import { find } from '../wording/wording.ts'
import { EFFORT } from '../explain/questions.ts'
import type { Cell, RolloutQuestion } from './rollout.ts'

/** A question of one answer, with the place in the manifest where its answer belongs. */
export type Asking = Pick<Question, 'name' | 'ask' | 'knownBy'> & { readonly at: string }

/** A question of a determination. A class of customers has no name, so that its place says whom it is about. */
export function askingOf(question: Question, { wording }: Engine, at: string): Asking {
  const { fact, name, ask, knownBy } = question
  const words = fact.startsWith('parties[') ? find(wording, `facts.${name}.ask`) : undefined
  return { at, name, ask: words ?? ask, knownBy }
}

/** A fact that a provider's terms turn on, in the words of the dictionary. */
export function policyAsking(
  { fact, path }: Ask,
  { wording, dictionary }: Engine,
  at: string,
): Asking {
  const ask = find(wording, `facts.${fact}.ask`) ?? path
  return { at, name: fact, ask, knownBy: dictionary.get(fact)?.knownBy ?? 'exporter' }
}

/** Every open question of a rollout once: those first on which most cells wait that are to be switched on. */
export function asked(
  cells: readonly Cell[],
  asking: readonly (readonly Asking[])[],
): RolloutQuestion[] {
  const byPlace = new Map<string, RolloutQuestion & { wanted: number }>()
  for (const { answer, on } of cells) {
    for (const { at, name, ask, knownBy } of asking[answer]!) {
      const known = byPlace.get(at) ?? { at, name, ask, cells: 0, knownBy, wanted: 0 }
      known.cells += 1
      if (on) known.wanted += 1
      byPlace.set(at, known)
    }
  }
  return [...byPlace.values()]
    .sort(
      (a, b) =>
        b.wanted - a.wanted ||
        b.cells - a.cells ||
        (EFFORT[a.knownBy] ?? 0) - (EFFORT[b.knownBy] ?? 0) ||
        (a.at < b.at ? -1 : a.at > b.at ? 1 : 0),
    )
    .map(({ wanted: _, ...question }) => question)
}
