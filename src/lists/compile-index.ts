import { hash } from 'node:crypto'
import { addressMaker } from '../screening/addresses.ts'
import { indexMaker } from '../screening/build-index.ts'
import type { IndexFile, ListLaw, ListMeta } from '../screening/index-file.ts'
import { lexiconOf, type NameTables } from '../screening/lexicon.ts'
import type { Scoring } from '../screening/score.ts'
import type { FaultFound, ListVersion } from './entry.ts'
import { canonicalEntry } from './identify.ts'
import { byId } from './list-bytes.ts'
import { namesOf } from './names.ts'
import type { ListInfo, Registry } from './registry.ts'

/** What an index is made of. */
export interface Ingredients {
  readonly lists: readonly ListVersion[]
  readonly faults: readonly FaultFound[]
  readonly tables: NameTables
  readonly scoring: Scoring
  readonly registry: Registry
}

/** Builds the index of all lists. The same ingredients give the same bytes. */
export function compileIndex({ lists, faults, tables, scoring, registry }: Ingredients): IndexFile {
  const lexicon = lexiconOf(tables)
  const names = indexMaker(lexicon)
  const addresses = addressMaker(lexicon)
  const starts: number[] = [0]
  const texts: Buffer[] = []
  const digests = Buffer.alloc(DIGEST * lists.reduce((sum, { entries }) => sum + entries.length, 0))
  const metas: ListMeta[] = []
  let count = 0
  for (const { code, date, from, fetched, entries: unordered } of lists) {
    // Equal hits stand in the order of the entries, so that order must be the same for the same list.
    const entries = byId(unordered)
    const lines: string[] = []
    for (const entry of entries) {
      for (const { text, kind } of namesOf(entry)) names.add(count + lines.length, text, kind)
      for (const { text } of entry.addresses)
        if (text !== undefined) addresses.add(count + lines.length, text)
      lines.push(canonicalEntry(entry))
    }
    // The bytes of `listText`, cut where they lie: canonical JSON has no line break of its own.
    const whole = Buffer.from(lines.join('\n'), 'utf8')
    for (let at = 0; at < whole.length; count += 1) {
      const found = whole.indexOf('\n', at)
      const end = found < 0 ? whole.length : found
      hash('sha256', whole.subarray(at, end), 'buffer').copy(digests, DIGEST * count)
      starts.push(starts[count]! + end - at)
      texts.push(whole.subarray(at, end))
      at = end + 1
    }
    const info = registry.lists[code]
    metas.push({
      code,
      title: info?.title ?? code,
      date,
      from,
      ...(fetched !== undefined && { fetched }),
      entries: entries.length,
      sha256: hash('sha256', whole),
      staleAfter: info?.staleAfter ?? OWN_STALE_AFTER,
      ...(info !== undefined && { law: lawOf(info) }),
    })
  }
  const byKind: Record<string, number> = {}
  for (const { fault } of faults) byKind[fault] = (byKind[fault] ?? 0) + 1
  const whole = metas.map(({ code, date, sha256 }) => `${code} ${date} ${sha256}`).join('\n')
  return {
    meta: {
      lists: metas,
      sha256: hash('sha256', whole),
      tables,
      scoring,
      footnotes: registry.footnotes,
      addressFacts: registry.addressFacts,
      twoPeopleIn: registry.twoPeopleIn,
      programsOf7448: registry.programsOf7448,
      faults: byKind,
    },
    names: names.made(),
    addresses: addresses.made(),
    entries: {
      starts: Uint32Array.from(starts),
      bytes: Buffer.concat(texts),
      digests,
    },
    faults: JSON.stringify(faults),
  }
}

/** Bytes of a SHA-256. */
const DIGEST = 32

const lawOf = ({ publisher, citation, requirement, exceptions, ...info }: ListInfo): ListLaw => ({
  publisher,
  citation,
  requirement,
  ...(exceptions !== undefined && { exceptions }),
  facts: info.facts,
  twoPeople: info.twoPeople,
  decides: info.decides,
  confidence: info.confidence,
})

/** Days after which a list of one's own is stale. */
const OWN_STALE_AFTER = 365
