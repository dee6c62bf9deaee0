import { answer, type Answer, type Threshold } from '../screening/answer.ts'
import { loadRomanizers } from '../screening/romanizers.ts'
import { screenParty, type PartyFinding, type Terms } from '../screening/screen-party.ts'
import { screenerOf, type Subject } from '../screening/screen.ts'
import { listChange, type ListChange } from './affected.ts'
import { currentFile, readIndex, storeFolder, versionNamed, versionOf } from './store.ts'

/** The lists in use, ready to screen names in any script. */
export interface Lists {
  /** Version of the lists, as `licet lists status` names it. */
  readonly version: string
  /** Screens one party; a hit is a question for a person, and no hit is no clearance. */
  readonly screen: (subject: Subject, threshold?: Threshold) => Answer
  /** What a party's name settles for a deal on a law date: on which lists it is, or that it is a question. */
  readonly party: (subject: Subject, day: string, terms?: Terms) => PartyFinding
  /** What changed since another version, ready to be asked which names that can affect. */
  readonly since: (version: string, threshold?: Threshold) => ListChange
}

/**
 * Opens the lists in use: those of the last update, or the bundled ones.
 * @throws Fault (exit 3) where there are none.
 */
export async function openLists(file?: string): Promise<Lists> {
  const folder = storeFolder(process.env)
  const index = readIndex(file ?? currentFile(folder))
  const romanizers = await loadRomanizers()
  const screener = screenerOf(index, romanizers)
  return {
    version: versionOf(index),
    screen: (subject, threshold = 'review') => answer(screener, subject, threshold),
    party: (subject, day, terms) => screenParty(screener, subject, day, terms),
    since: (version, threshold = 'review') =>
      listChange(readIndex(versionNamed(folder, version).file), screener, threshold, romanizers),
  }
}
