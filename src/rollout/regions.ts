import { findRegion, type Region } from '../catalog/cloud.ts'
import type { Engine } from '../engine.ts'
import { show } from '../facts/fact-schema.ts'
import { gazetteerOf } from './places.ts'

/** The place of a region such as `aws:me-central-1`, or what is wrong with the word. A place names itself. */
export type Located = { readonly code: string } | { readonly fault: string }

/** Finds where a region lies; a name that providers use for different countries is asked about, never guessed. */
export function located(engine: Engine, word: string): Located {
  const gazetteer = gazetteerOf(engine)
  const asPlace = gazetteer.fault(word)
  if (asPlace === undefined)
    return gazetteer.groups.includes(word) ? { fault: GROUP(word) } : { code: word }
  const found = findRegion(engine.catalog.cloud, word)
  if ('candidates' in found) return { fault: ambiguous(word, found.candidates) }
  if ('found' in found) {
    return found.others.length === 0
      ? { code: found.found.country }
      : { fault: ambiguous(word, [found.found, ...found.others]) }
  }
  const [near] = found.suggestions
  const mend =
    near === undefined ? 'write the country, or `provider:region`' : `did you mean \`${near}\`?`
  return { fault: `no provider has a region ${show(word)}; ${mend}` }
}

const GROUP = (word: string): string =>
  `a region lies in one place, ${show(word)} is a group; name the places`

function ambiguous(word: string, regions: readonly Region[]): string {
  const each = regions.map(({ provider, name, country }) => `\`${provider}:${name}\` (${country})`)
  return `${show(word)} is a region in several countries; write ${[...new Set(each)].join(' or ')}`
}
