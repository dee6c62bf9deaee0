/** One entry of a screening list. Texts stand as the list writes them. */
export interface ListEntry {
  /** Ours, stable from one version of a list to the next: the list and a digest of what identifies it. */
  readonly id: string
  /** Code of the list, as `data/lists/lists.yaml` names it: `EL`, `SDN`, `1260H`. */
  readonly list: string
  readonly name: string
  readonly aliases: readonly string[]
  /** `Individual`, `Entity`, `Vessel`, `Aircraft`, where the list says so. */
  readonly type?: string
  readonly entityNumber?: string
  readonly programs: readonly string[]
  readonly addresses: readonly Address[]
  /** ISO 3166-1 alpha-2, of the addresses and of what else the list says. */
  readonly countries: readonly string[]
  readonly federalRegisterNotice?: string
  /** ISO dates. */
  readonly startDate?: string
  readonly endDate?: string
  readonly standardOrder?: string
  readonly licenseRequirement?: string
  readonly licensePolicy?: string
  /** Footnotes of the Entity List that the entry carries. */
  readonly footnotes: readonly number[]
  readonly title?: string
  readonly remarks?: string
  readonly vessel?: Readonly<Record<string, string>>
  readonly datesOfBirth?: readonly string[]
  readonly placesOfBirth?: readonly string[]
  readonly nationalities?: readonly string[]
  readonly citizenships?: readonly string[]
  readonly ids?: readonly string[]
  readonly sourceUrl?: string
  readonly informationUrl?: string
}

export interface Address {
  /** Street, city and the like in one line; undefined where the list has the country alone. */
  readonly text?: string
  readonly country?: string
}
