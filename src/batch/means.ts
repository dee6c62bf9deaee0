import { deciderOf, readClearances, CLEARANCES } from '../lists/clearances.ts'
import { readIndex } from '../lists/store.ts'
import { loadEngine } from '../rules/load.ts'
import { loadRomanizers } from '../screening/romanizers.ts'
import { screenerOf } from '../screening/screen.ts'
import type { Means } from './decider.ts'
import { changeBetween, type ListChange, type OlderLists } from './touched.ts'
import type { Plan } from './plan.ts'

/** Where a worker finds what it decides with, and the digests by which it is verified. */
export interface MeansPlace {
  /** File of the rule pack; the one of the package where left out. */
  readonly pack?: string
  readonly packSha256: string
  readonly lists?: {
    readonly index: string
    readonly sha256: string
    /** The index as it was read, where threads share it. */
    readonly shared?: SharedArrayBuffer
    /** Folder of the decisions that people made about hits. */
    readonly clearances: string
  }
}

/**
 * Loads the law and the lists of a plan.
 * @throws where they are not those that the plan was made with.
 */
export async function loadMeans(
  plan: Plan,
  { pack, packSha256, lists }: MeansPlace,
): Promise<Means> {
  const engine = loadEngine(pack, plan.lang)
  if (engine.sha256 !== packSha256)
    throw new Error(`the rule pack is ${engine.sha256}, and the run began with ${packSha256}`)
  if (lists === undefined) return { engine }
  const file = readIndex(lists.index, lists.shared)
  if (file.meta.sha256 !== lists.sha256)
    throw new Error(`the lists are ${file.meta.sha256}, and the run began with ${lists.sha256}`)
  const decide = deciderOf(readClearances(`${lists.clearances}/${CLEARANCES}`), plan.today)
  const romanizers = await loadRomanizers()
  const screener = screenerOf(file, romanizers)
  const changedSince = ({ index, drift }: OlderLists): ListChange =>
    changeBetween(readIndex(index), screener, romanizers, drift)
  return { engine, lists: { screener, decide, changedSince } }
}
