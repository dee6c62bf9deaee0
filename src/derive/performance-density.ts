import { formatQuantity } from './format-number.ts'
import { bounds, exact, quantity, weaker, type Derived, type Measured } from './measured.ts'

/**
 * Performance density: TPP divided by the applicable die area in mm2, which is the area of all
 * logic dies made on a process with non-planar transistors, I/O dies included, memory and planar
 * dies left out. Ranges propagate.
 *
 * With no such die the area is zero and there is no density: the value is 0, so that no density
 * line is met, at confidence C because the text does not say so itself. Undefined where an
 * estimate of the area begins at zero, since the density then has no upper bound.
 *
 * Technical Note 2 to 3A090, paragraph 4 (15 CFR 774 Supp. 1).
 */
export function performanceDensity(tpp: Measured, dieArea: Measured): Derived | undefined {
  const performance = bounds(tpp.value)
  const area = bounds(dieArea.value)
  if (area.high === 0) {
    const text = 'no die on a non-planar process: no performance density'
    return { value: 0, confidence: 'C', steps: [{ text, decides: true }] }
  }
  if (area.low <= 0) return undefined
  const value = quantity(exact(performance.low / area.high), exact(performance.high / area.low))
  const text = `TPP ${formatQuantity(tpp.value)} / ${formatQuantity(dieArea.value)} mm2 = ${formatQuantity(value)}`
  return {
    value,
    confidence: weaker(tpp.confidence, dieArea.confidence),
    steps: [{ text, decides: true }],
  }
}
