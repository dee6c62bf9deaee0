import { bounds, type Quantity } from './measured.ts'

/**
 * Writes a number with thousands commas and five significant digits: `15,830`, `5,284.8`,
 * `19.45`. Where rounding would show a round number that the value has not reached (20,999.7 as
 * 21,000), more digits are kept, since the lines of the law are round numbers. The locale of the
 * machine plays no part.
 */
export function formatNumber(value: number): string {
  const rounded = Number(value.toPrecision(5))
  const looksLikeALine = rounded !== value && Number(rounded.toPrecision(3)) === rounded
  const [whole = '', fraction] = String(
    looksLikeALine ? Number(value.toPrecision(9)) : rounded,
  ).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}

/** Writes a number, or a range as `750 to 830`. */
export function formatQuantity(value: Quantity): string {
  const { low, high } = bounds(value)
  return low === high ? formatNumber(low) : `${formatNumber(low)} to ${formatNumber(high)}`
}
