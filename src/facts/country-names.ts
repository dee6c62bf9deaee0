import type { Countries } from '../rules/tables.ts'
import type { CountryNames } from './fact-schema.ts'

/** What a case may write for a country, and what people mean by the usual wrong codes and names. */
export function countryNames({ countries, regions, mistakes }: Countries): CountryNames {
  const codes = new Set([...countries.map(({ code }) => code), ...regions.map(({ code }) => code)])
  const meant = new Map<string, string>()
  for (const { code, name, alpha3, aliases } of countries) {
    for (const word of [name, ...aliases, ...(alpha3 === undefined ? [] : [alpha3])]) {
      meant.set(word.toUpperCase(), code)
    }
  }
  for (const { wrote, means } of mistakes) meant.set(wrote.toUpperCase(), means.join('` or `'))
  return { codes, meant }
}

/** The country whose rules govern a code, and the embargoed region that the code names, if any. */
export interface Destination {
  readonly country: string
  readonly region: string | undefined
  /** Why the country differs from the code: "HK is treated as CN". */
  readonly note: string | undefined
}

/** Maps codes to the countries whose groups and chart rows apply, once per pack. */
export function destinations({ countries, regions }: Countries): (code: string) => Destination {
  const treatAs = new Map(
    countries.flatMap((c) => (c.treatAs === undefined ? [] : [[c.code, c] as const])),
  )
  const regionOf = new Map(regions.map((region) => [region.code, region]))
  return (code) => {
    const region = regionOf.get(code)
    if (region !== undefined)
      return { country: region.of, region: code, note: `${code} ${region.name}` }
    const parent = treatAs.get(code)
    if (parent === undefined) return { country: code, region: undefined, note: undefined }
    return {
      country: parent.treatAs!,
      region: undefined,
      note: `${code} is treated as ${parent.treatAs}`,
    }
  }
}
