import type { Registry } from './registry.ts'

/** Names and codes of countries, and what lists write instead. */
export interface CountryCodes {
  readonly codeOf: (written: string) => CountryRead
}

/** The ISO code of what a list writes, where there is one, and whether the list writes something else. */
interface CountryRead {
  readonly code?: string
  readonly odd: boolean
}

interface Country {
  readonly code: string
  readonly name: string
  readonly alpha3?: string | undefined
  readonly aliases?: readonly string[] | undefined
}

/** Makes the table that turns what a list writes for a country into an ISO code. */
export function countryCodes(
  countries: readonly Country[],
  odd: Registry['countries'],
): CountryCodes {
  const known = new Map<string, string>()
  for (const { code, name, alpha3, aliases } of countries)
    for (const text of [code, name, alpha3 ?? code, ...(aliases ?? [])])
      known.set(text.toUpperCase(), code)
  const codes = new Set(countries.map(({ code }) => code))
  const read = (written: string): CountryRead => {
    const text = written.trim().toUpperCase()
    if (codes.has(text)) return { code: text, odd: false }
    const code = odd[text] ?? known.get(text)
    return { ...(code !== undefined && { code }), odd: true }
  }
  // Lists write few countries, and each of them very often.
  const before = new Map<string, CountryRead>()
  return {
    codeOf: (written) => {
      const had = before.get(written)
      if (had !== undefined) return had
      const fresh = read(written)
      before.set(written, fresh)
      return fresh
    },
  }
}
