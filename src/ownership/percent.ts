import type { Range } from '../logic/facts.ts'

// Percents are summed as whole numbers of a hundred-millionth, so that 33.3 + 16.7 is 50 and no less.
const UNITS = 100_000_000

/** 100 percent in units. */
export const WHOLE = 100 * UNITS

/** A percent in units, as bounds: finer decimals than a unit widen it, they are never rounded away. */
export function unitsOf(percent: number): Range {
  const nearest = Math.round(percent * UNITS)
  if (nearest / UNITS === percent) return { low: nearest, high: nearest }
  return { low: Math.max(0, nearest - 1), high: Math.min(WHOLE, nearest + 1) }
}

/** Units as a percent. */
export const percentOf = (units: number): number => units / UNITS

/** Bounds in units as bounds in percent. */
export const percentRange = ({ low, high }: Range): Range => ({
  low: percentOf(low),
  high: percentOf(high),
})

/** `49.99 %`, or `45 to 55 %`. Takes units. */
export function sayPercent({ low, high }: Range): string {
  return low === high ? `${decimal(low)} %` : `${decimal(low)} to ${decimal(high)} %`
}

const decimal = (units: number): string =>
  percentOf(units)
    .toFixed(8)
    .replace(/\.?0+$/, '')
