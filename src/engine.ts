import { cclOf, type Ccl } from './ccl/lookup.ts'
import { catalogOf, type Catalog } from './catalog/lookup.ts'
import { caseSchema, type Case } from './facts/case.ts'
import { countryNames, destinations, type Destination } from './facts/country-names.ts'
import { dictionaryOf, type Dictionary } from './facts/dictionary.ts'
import type { CountryNames } from './facts/fact-schema.ts'
import { lawOn, type Law } from './rules/on-day.ts'
import type { Pack } from './rules/pack.ts'
import { find, parseWording, type Wording } from './wording/wording.ts'
import type { z } from 'zod'

/** A rule pack made ready: loaded once, each day's law compiled once, many cases decided. */
export interface Engine {
  readonly pack: Pack
  /** SHA-256 of the pack's canonical JSON. */
  readonly sha256: string
  readonly dictionary: Dictionary
  readonly catalog: Catalog
  readonly ccl: Ccl
  readonly countries: CountryNames
  readonly destination: (code: string) => Destination
  readonly schema: z.ZodType<Case>
  readonly wording: Wording
  readonly lawOn: (day: string, includeProposed: boolean) => Law
}

/** Makes an engine of a pack. @throws where the pack's wording or catalogue is broken. */
export function engineOf(pack: Pack, sha256: string, lang = 'en'): Engine {
  const dictionary = dictionaryOf({ facts: pack.facts })
  const countries = countryNames(pack.countries)
  const wording = wordingOf(pack, lang)
  const laws = new Map<string, Law>()
  return {
    pack,
    sha256,
    dictionary,
    catalog: catalogOf(pack.accelerators, pack.cloud),
    ccl: cclOf(pack.ccl.entries),
    countries,
    destination: destinations(pack.countries),
    schema: caseSchema(
      dictionary,
      countries,
      (name) => find(wording, `facts.${name}.ask`) ?? name,
      pack.ccl.questions,
    ),
    wording,
    lawOn: (day, includeProposed) => {
      const key = `${day} ${includeProposed}`
      const known = laws.get(key)
      if (known !== undefined) return known
      const law = lawOn(pack, day, includeProposed)
      laws.set(key, law)
      return law
    },
  }
}

/**
 * The pack's words, with the titles of its definitions and the names of its countries. Where a language
 * lacks a sentence, the English one stands in: a question in the wrong language is better than none.
 */
function wordingOf(pack: Pack, lang: string): Wording {
  const definitions = pack.provisions.filter(({ kind }) => kind === 'definition')
  const named = {
    definitions: Object.fromEntries(definitions.map(({ id, title }) => [id, title])),
    countries: Object.fromEntries(pack.countries.countries.map(({ code, name }) => [code, name])),
  }
  const english = parseWording('en', { ...(pack.wording['en'] as Record<string, never>), ...named })
  if (lang === 'en') return english
  const own = parseWording(lang, pack.wording[lang] ?? {})
  return { lang, sentences: new Map([...english.sentences, ...own.sentences]) }
}
