import { formatQuantity } from './format-number.ts'
import { bounds, exact, quantity, weaker, type Derived, type Measured } from './measured.ts'

/**
 * Memory bandwidth density in GB/s per mm2: the bandwidth of a memory package or stack divided
 * by its area. Of a stack inside a package, give the packaged device's bandwidth and the
 * package's area. Ranges propagate. Undefined where the area is or may be zero.
 *
 * Technical Note 1 to 3A090.c (15 CFR 774 Supp. 1).
 */
export function memoryBandwidthDensity(
  bandwidth: Measured,
  packageArea: Measured,
): Derived | undefined {
  const rate = bounds(bandwidth.value)
  const area = bounds(packageArea.value)
  if (area.low <= 0) return undefined
  const value = quantity(exact(rate.low / area.high), exact(rate.high / area.low))
  const text = `${formatQuantity(bandwidth.value)} GB/s / ${formatQuantity(packageArea.value)} mm2 = ${formatQuantity(value)}`
  return {
    value,
    confidence: weaker(bandwidth.confidence, packageArea.confidence),
    steps: [{ text, decides: true }],
  }
}
