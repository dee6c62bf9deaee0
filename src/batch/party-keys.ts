import { hasAddressLike } from '../screening/screen.ts'
import type { Means } from './decider.ts'
import { Memo } from './memo.ts'
import { partyKey, type Party, type Verdict } from './parties.ts'

const MOST_PARTIES = 250_000
const MOST_ADDRESSES = 100_000

/** Tells the parties of rows apart, as screening does. */
export interface PartyKeys {
  readonly of: (party: Party) => string
  /** What of a party is to be screened. */
  readonly telling: (party: Party) => Party
}

/**
 * The keys of parties. An address that is like no listed one changes nothing of what is found, so that a party
 * of many addresses is screened once; where people have decided about hits (`foldNames` is false), which they
 * do of a name and an address as they are written, both are kept.
 */
export function partyKeys({ lists }: Means, foldNames: boolean): PartyKeys {
  const keys = new Memo<string>(MOST_PARTIES)
  const addresses = new Memo<boolean>(MOST_ADDRESSES)
  const telling = (party: Party): Party => {
    const { address } = party
    if (address === '' || !foldNames || lists === undefined) return party
    let isLike = addresses.get(address)
    if (isLike === undefined)
      addresses.set(address, (isLike = hasAddressLike(lists.screener, address)))
    return isLike ? party : { ...party, address: '' }
  }
  return {
    telling,
    of: (party) => {
      const one = telling(party)
      const raw = partyKey(one, true)
      let key = keys.get(raw)
      if (key === undefined) keys.set(raw, (key = partyKey(one, !foldNames)))
      return key
    },
  }
}

/** Party class: all of a verdict that a decision may turn on. */
export const classOf = (verdict: Verdict | undefined): string =>
  verdict === undefined ? '?' : `${verdict.reached} ${verdict.known.join(',')}`
