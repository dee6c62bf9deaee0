import type { ContentLine } from '../de-minimis/content.ts'

/** Production facts of a foreign-made item, as a case gives them (15 CFR 734.4 and 734.9). */
export interface ProductionInput {
  readonly inputs?: readonly object[]
  readonly certificates?: readonly CertificateInput[]
  readonly content?: readonly ContentInput[]
  readonly contentComplete?: unknown
  readonly fairMarketValue?: number
}

/** A supplier's certificate that the item is outside direct-product rules (Supp. 1 to part 734). */
export interface CertificateInput {
  readonly from: string
  readonly signedOn: string
  readonly expires: string
  readonly outside: readonly string[]
}

export interface ContentInput {
  readonly eccn?: string
  readonly description?: string
  readonly kind: ContentLine['kind']
  readonly value?: number | readonly [number, number]
  readonly usOrigin?: unknown
  readonly controlledTo?: unknown
  readonly gbsEligible?: unknown
  readonly incorporated?: unknown
  readonly bundled?: unknown
  readonly antiTerrorismOnly?: unknown
  readonly encryptionConditionsMet?: unknown
}
