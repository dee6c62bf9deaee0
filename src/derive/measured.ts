import type { Range } from '../logic/facts.ts'

/** A number, or the bounds between which it lies. */
export type Quantity = number | Range

/**
 * A: read in primary text or the maker's document. B: read in a secondary source. C:
 * recollection.
 */
export type Confidence = 'A' | 'B' | 'C'

/** A quantity and how far it can be relied on. */
export interface Measured {
  readonly value: Quantity
  readonly confidence: Confidence
}

/** One line of arithmetic as a person would write it; `decides` where it gives the result. */
export interface Step {
  readonly text: string
  readonly decides: boolean
}

/** A quantity that was worked out, with its own proof and the confidence of its weakest input. */
export interface Derived extends Measured {
  readonly steps: readonly Step[]
}

/** Both bounds of a quantity; of a plain number, the number twice. */
export function bounds(value: Quantity): Range {
  return typeof value === 'number' ? { low: value, high: value } : value
}

/** A range whose bounds are equal is a number. */
export function quantity(low: number, high: number): Quantity {
  return low === high ? low : { low, high }
}

/** The less reliable of two confidences. */
export function weaker(a: Confidence, b: Confidence): Confidence {
  return a > b ? a : b
}

/** The more reliable of two confidences. */
export function stronger(a: Confidence, b: Confidence): Confidence {
  return a < b ? a : b
}

/**
 * Drops the dust of binary fractions, so that 599.9 x 8 is 4,799.2 and 266.67 x 18 does not miss
 * a line.
 */
export function exact(value: number): number {
  return Number(value.toPrecision(12))
}
