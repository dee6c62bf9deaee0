import { hash } from 'node:crypto'
import { buildAddresses } from '../screening/addresses.ts'
import { buildIndex, type ListedName } from '../screening/build-index.ts'
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
  const names: ListedName[] = []
  const addresses: { entry: number; text: string }[] = []
  const starts: number[] = [0]
  const chunks: Uint8Array[] = []
  const digests: Uint8Array[] = []
  const metas: ListMeta[] = []
  let count = 0
  let bytes = 0
  for (const { code, date, from, entries: unordered } of lists) {
    // Equal hits stand in the order of the entries, so that order must be the same for the same list.
    const entries = byId(unordered)
    // As `listText` writes the list.
    const lines: string[] = []
    for (const entry of entries) {
      for (const { text, kind } of namesOf(entry)) names.push({ entry: count, text, kind })
      for (const { text } of entry.addresses)
        if (text !== undefined) addresses.push({ entry: count, text })
      const json = Buffer.from(JSON.stringify(entry))
      chunks.push(json)
      starts.push((bytes += json.length))
      const text = canonicalEntry(entry)
      digests.push(hash('sha256', text, 'buffer'))
      lines.push(text)
      count += 1
    }
    const info = registry.lists[code]
    metas.push({
      code,
      title: info?.title ?? code,
      date,
      from,
      entries: entries.length,
      sha256: sha256(lines.join('\n')),
      staleAfter: info?.staleAfter ?? OWN_STALE_AFTER,
      ...(info !== undefined && { law: lawOf(info) }),
    })
  }
  const lexicon = lexiconOf(tables)
  const byKind: Record<string, number> = {}
  for (const { fault } of faults) byKind[fault] = (byKind[fault] ?? 0) + 1
  return {
    meta: {
      lists: metas,
      sha256: sha256(metas.map(({ code, date, sha256: of }) => `${code} ${date} ${of}`).join('\n')),
      tables,
      scoring,
      footnotes: registry.footnotes,
      addressFacts: registry.addressFacts,
      twoPeopleIn: registry.twoPeopleIn,
      programsOf7448: registry.programsOf7448,
      faults: byKind,
    },
    names: buildIndex(names, lexicon),
    addresses: buildAddresses(addresses, lexicon),
    entries: {
      starts: Uint32Array.from(starts),
      bytes: Buffer.concat(chunks),
      digests: Buffer.concat(digests),
    },
    faults: JSON.stringify(faults),
  }
}

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

const sha256 = (text: string): string => hash('sha256', text)
