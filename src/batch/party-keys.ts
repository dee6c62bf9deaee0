import { hasAddressLike } from '../screening/screen.ts'
import type { Means } from './decider.ts'
import { Memo } from './memo.ts'
import { NOTHING, partyKey, type Party, type Verdict } from './parties.ts'

const MOST_PARTIES = 250_000
const MOST_ADDRESSES = 100_000

/** A party as all rows know it that name it: its key, and the verdict on it once there is one. */
export interface KnownParty {
  readonly key: string
  verdict: Verdict | undefined
}

/** Tells the parties of rows apart, as screening does. */
export interface PartyKeys {
  readonly of: (party: Party) => KnownParty
  /** Takes keys of parties of which nothing is found. */
  readonly hold: (keys: readonly string[]) => void
  /** What of a party is to be screened. */
  readonly telling: (party: Party) => Party
}

/**
 * The keys of parties. An address that is like no listed one changes nothing of what is found, so that a party
 * of many addresses is screened once; where people have decided about hits (`foldNames` is false), which they
 * do of a name and an address as they are written, both are kept.
 */
export function partyKeys({ lists }: Means, foldNames: boolean): PartyKeys {
  const asWritten = new Memo<KnownParty>(MOST_PARTIES)
  const folded = new Memo<KnownParty>(MOST_PARTIES)
  const addresses = new Memo<boolean>(MOST_ADDRESSES)
  const isTelling = (address: string): boolean => {
    if (!foldNames || lists === undefined) return true
    let isLike = addresses.get(address)
    if (isLike === undefined)
      addresses.set(address, (isLike = hasAddressLike(lists.screener, address)))
    return isLike
  }
  const telling = (party: Party): Party =>
    party.address === '' || isTelling(party.address) ? party : { ...party, address: '' }
  let held: ReadonlySet<string> = new Set()
  const fresh = (key: string): KnownParty => ({
    key,
    verdict: held.has(key) ? NOTHING : undefined,
  })
  const knownBy = (key: string): KnownParty => {
    let known = folded.get(key)
    if (known === undefined) folded.set(key, (known = fresh(key)))
    return known
  }
  return {
    hold: (keys) => {
      held = new Set(keys)
    },
    telling,
    of: (party) => {
      const one = telling(party)
      const raw = partyKey(one, true)
      let known = asWritten.get(raw)
      if (known === undefined)
        asWritten.set(raw, (known = foldNames ? knownBy(partyKey(one, false)) : fresh(raw)))
      return known
    },
  }
}

/** Party class: all of a verdict that a decision may turn on. */
export const classOf = ({ reached, known }: Verdict): string => `${reached} ${known.join(',')}`
