import { bounds, exact, quantity, type Measured, type Quantity } from './measured.ts'

/** How far a recollected value may be off, as a share of the value. */
const MARGIN = 0.01

/**
 * The value as a condition should see it: one of confidence A or B as it stands, one of
 * confidence C as a range of 1 percent to either side. A recollected value that lies within 1
 * percent of a line of the law is then on both sides of it, and the answer is a question instead
 * of a verdict; everywhere else the answer stands. Apply it once, to the fact that a condition
 * tests, not to the inputs of the arithmetic as well.
 */
export function nearLine({ value, confidence }: Measured): Quantity {
  if (confidence !== 'C') return value
  const { low, high } = bounds(value)
  return quantity(exact(low * (1 - MARGIN)), exact(high * (1 + MARGIN)))
}
