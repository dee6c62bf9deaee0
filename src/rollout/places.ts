import { countryFault, show } from '../facts/fact-schema.ts'
import type { Engine } from '../engine.ts'
import { suggest } from '../suggest.ts'

/** A place of a rollout as its transaction names it. */
export interface Place {
  /** What a manifest and a report call it: `KR`, `UA-43`, `DNR`. */
  readonly code: string
  readonly to: string
  /** Of Ukraine: which of the regions of 15 CFR 746.6, `none`, or undefined where it is not known. */
  readonly region: string | undefined
}

/** The words for places that a pack knows. */
export interface Gazetteer {
  /** `all`, the country groups and the European Union. */
  readonly groups: readonly string[]
  /** Every country, then the regions of Ukraine that are embargoed. */
  readonly all: readonly string[]
  /** What is wrong with a word for places, or undefined where it is good. */
  readonly fault: (word: string) => string | undefined
  /** The places that a word names on a day, without its `!`. */
  readonly named: (word: string, day: string) => readonly string[]
}

/** Country Groups of supplement no. 1 to 15 CFR part 740, and the European Union. */
const GROUP = /^(?:[A-E](?::\d)?|EU)$/

const known = new WeakMap<Engine, Gazetteer>()

/** The countries, regions and groups of an engine's pack. */
export function gazetteerOf(engine: Engine): Gazetteer {
  const found = known.get(engine) ?? read(engine)
  known.set(engine, found)
  return found
}

function read(engine: Engine): Gazetteer {
  const { countries, regions } = engine.pack.countries
  const groups = ['all', ...engine.pack.tables.map(({ id }) => id).filter((id) => GROUP.test(id))]
  const codes = countries.map(({ code }) => code)
  // Of Donetsk and Luhansk only the so-called republics are embargoed; the rest is another place.
  const all = [...codes, ...regions.map(({ code, region }) => region ?? code)]
  const single = new Set([...all, ...regions.map(({ code }) => code)])
  return {
    groups,
    all,
    fault: (word) => {
      const bare = word.replace(/^!/, '')
      if (single.has(bare) || groups.includes(bare)) return undefined
      const near = suggest(bare, groups)
      return near === undefined
        ? countryFault(bare, engine.countries)?.replace('no country', 'no place or group')
        : `no place or group has the name ${show(bare)}; did you mean \`${near}\`?`
    },
    named: (word, day) => {
      const bare = word.replace(/^!/, '')
      if (bare === 'all') return all
      if (!groups.includes(bare)) return [bare]
      const members = engine.lawOn(day, false).book.members(bare)
      // A group of the EAR takes in the places that are treated as one of its members: Hong Kong as China.
      return codes.filter((code) =>
        members.has(bare === 'EU' ? code : engine.destination(code).country),
      )
    },
  }
}

/** What a list of words says of places on a day. */
export interface Expansion {
  /** Index of the word that brought each place in, by its code, in the order of the words. */
  readonly included: ReadonlyMap<string, number>
  /** Every place that a word named, whether in or out. */
  readonly mentioned: ReadonlySet<string>
}

/** Reads words from left to right: `!CN` takes out what came before; a list that begins so begins with all. */
export function expand(words: readonly string[], gazetteer: Gazetteer, day: string): Expansion {
  const included = new Map<string, number>()
  const mentioned = new Set<string>()
  const first = words[0]?.startsWith('!') === true
  if (first) for (const code of gazetteer.all) note(code, 0)
  for (const [i, word] of words.entries()) {
    for (const code of gazetteer.named(word, day)) {
      if (word.startsWith('!')) {
        mentioned.add(code)
        included.delete(code)
      } else note(code, i)
    }
  }
  return { included, mentioned }

  function note(code: string, word: number): void {
    mentioned.add(code)
    if (!included.has(code)) included.set(code, word)
  }
}

/**
 * A place by its code. Ukraine is the country without its embargoed regions only where the manifest tells
 * those apart: a service that is switched on in "UA" reaches Crimea too unless somebody keeps it out.
 */
export function placeOf(code: string, engine: Engine, mentioned: ReadonlySet<string>): Place {
  const { regions } = engine.pack.countries
  const region = regions.find((one) => one.code === code || one.region === code)
  if (region !== undefined) return { code, to: region.code, region: stated(region, code) }
  const inside = regions.filter(({ of }) => of === code)
  if (inside.length === 0) return { code, to: code, region: undefined }
  const apart = inside.every(
    (one) => mentioned.has(one.code) || (one.region !== undefined && mentioned.has(one.region)),
  )
  return { code, to: code, region: apart ? 'none' : undefined }
}

/** Crimea and Sevastopol are embargoed whole; Donetsk and Luhansk are asked about unless the part is named. */
const stated = (
  region: { readonly code: string; readonly region?: string | undefined },
  code: string,
) => (region.region === undefined || region.region === code ? code : undefined)
