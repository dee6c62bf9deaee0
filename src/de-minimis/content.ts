import type { Verdict } from '../logic/verdict.ts'

/** U.S. dollars, as a decimal with up to six places: `250.10`. A number is read as it is printed. */
export type Dollars = string | number

/** An amount, or two bounds between which it lies. */
export type Amount = Dollars | readonly [Dollars, Dollars]

export type Kind = 'commodity' | 'software' | 'technology'

/** One line of U.S. content in a foreign-made item. */
export interface ContentLine {
  /** `EAR99` or an ECCN. Supplement no. 2 to part 734, (a)(1), asks for it of every line. */
  readonly eccn?: string
  readonly description?: string
  readonly kind: Kind
  /** Fair market price in the market where the foreign-made item is produced. Unknown where left out. */
  readonly value?: Amount
  readonly usOrigin: Verdict
  /**
   * Whether it would need a license to the destination of the foreign-made item, in the form in which
   * it was received: by the Country Chart or part 746, never by part 744.
   */
  readonly controlledTo: Verdict
  /** Whether License Exception GBS would be available for it to the destination; no where left out. */
  readonly gbsEligible?: Verdict
  /** Essential to the item, customarily sold in it and reexported with it; yes where left out. */
  readonly incorporated?: Verdict
  /** Software: reexported together with the commodity and configured for it. Unknown where left out. */
  readonly bundled?: Verdict
  /** Software: EAR99, or controlled for anti-terrorism reasons only. Unknown where left out. */
  readonly antiTerrorismOnly?: Verdict
  /** Category 5 part 2: whether 734.4(b) lets the percent tests be used. Unknown where left out. */
  readonly encryptionConditionsMet?: Verdict
}

/** What the calculation is about. */
export interface ForeignMadeItem {
  readonly kind: Kind
  /** Fair market price in the market where the foreign-made item is sold. Unknown where left out. */
  readonly value?: Amount
  /** The country group of the country of destination. */
  readonly destination: 'E:1 or E:2' | 'other' | 'unknown'
  readonly content: readonly ContentLine[]
  /** Whether the lines name all U.S. content of the item. */
  readonly contentComplete: Verdict
}
