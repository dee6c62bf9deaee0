import { formatQuantity } from './format-number.ts'
import {
  bounds,
  exact,
  quantity,
  stronger,
  weaker,
  type Derived,
  type Measured,
} from './measured.ts'

/** Peak throughput of a circuit in one number format, in TOPS or TFLOPS, without sparsity. */
export interface Throughput {
  readonly format: string
  /** The largest bit length of the inputs to the multiplication. */
  readonly bits: number
  readonly dense: Measured['value']
  readonly confidence: Measured['confidence']
}

/**
 * Total processing performance: the highest of throughput times bit length over all formats, dense
 * only. Undefined where no throughput is known. A datasheet's TOPS already counts a multiply and an
 * add as two operations, so that 600 TOPS at 8 bit and 300 TFLOPS at 16 bit are both 4,800.
 *
 * Technical Note 2 to 3A090, paragraphs 1 to 3 (15 CFR 774 Supp. 1).
 */
export function tpp(throughput: readonly Throughput[]): Derived | undefined {
  const products = throughput.map((entry) => {
    const { low, high } = bounds(entry.dense)
    return { entry, low: exact(low * entry.bits), high: exact(high * entry.bits) }
  })
  const first = products[0]
  if (first === undefined) return undefined
  const top = products.reduce((best, product) => (product.high > best.high ? product : best), first)
  const low = Math.max(...products.map((product) => product.low))
  const value = quantity(low, top.high)
  // A number is as good as the best format that gives it, a range as weak as any that reaches into it.
  const giving = products
    .filter((product) => product.high >= low)
    .map(({ entry }) => entry.confidence)
  return {
    value,
    confidence: giving.reduce(typeof value === 'number' ? stronger : weaker),
    steps: products.map((product) => ({
      text: stepText(product.entry, quantity(product.low, product.high)),
      decides: product === top,
    })),
  }
}

/**
 * Peak throughput in TOPS over all formats, whatever their bit length: the measure of 3A991.p.1.
 * Undefined where no throughput is known.
 */
export function peakTops(throughput: readonly Throughput[]): Measured | undefined {
  const unweighted = tpp(throughput.map((entry) => ({ ...entry, bits: 1 })))
  return unweighted && { value: unweighted.value, confidence: unweighted.confidence }
}

function stepText(entry: Throughput, product: Measured['value']): string {
  const unit = entry.format.startsWith('INT') ? 'TOPS' : 'TFLOPS'
  return `${formatQuantity(entry.dense)} ${unit} dense x ${entry.bits} bit = ${formatQuantity(product)}`
}
