import { answer, type Answer, type Threshold } from '../screening/answer.ts'
import { loadRomanizers } from '../screening/romanizers.ts'
import { screenerOf, type Subject } from '../screening/screen.ts'
import { currentFile, readIndex, storeFolder, versionOf } from './store.ts'

/** The lists in use, ready to screen names in any script. */
export interface Lists {
  /** Version of the lists, as `licet lists status` names it. */
  readonly version: string
  /** Screens one party; a hit is a question for a person, and no hit is no clearance. */
  readonly screen: (subject: Subject, threshold?: Threshold) => Answer
}

/**
 * Opens the lists in use: those of the last update, or the bundled ones.
 * @throws Fault (exit 3) where there are none.
 */
export async function openLists(file?: string): Promise<Lists> {
  const index = readIndex(file ?? currentFile(storeFolder(process.env)))
  const screener = screenerOf(index, await loadRomanizers())
  return {
    version: versionOf(index),
    screen: (subject, threshold = 'review') => answer(screener, subject, threshold),
  }
}
