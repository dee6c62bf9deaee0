import type { Proof } from './prove.ts'

/** One missing fact: its name in the dictionary and the place in the case where it would stand. */
export interface Ask {
  readonly fact: string
  readonly path: string
}

/** The facts that are missing from a proof and can still change it, each once, in the order of the text. */
export function asks(proof: Proof): Ask[] {
  const found = new Map<string, Ask>()
  collect(proof, found)
  return [...found.values()]
}

function collect(proof: Proof, found: Map<string, Ask>): void {
  if (proof.verdict !== 'unknown') return
  if (proof.asks !== undefined) found.set(proof.asks.path, proof.asks)
  for (const inner of proof.because) collect(inner, found)
}
