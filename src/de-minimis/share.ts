/** A share from 0 to 1 as an exact fraction; the parts are never negative, `of` is never 0. */
export interface Fraction {
  readonly part: bigint
  readonly of: bigint
}

/** An exact share, for people and records. */
export interface ExactShare {
  /** Percent as a decimal: in full where it ends, otherwise cut off and marked, `33.333333…`. */
  readonly percent: string
  /** In lowest terms: `2501/10000`. */
  readonly fraction: string
}

/** A share of at most the whole. */
export const fraction = (part: bigint, of: bigint): Fraction =>
  part >= of ? { part: 1n, of: 1n } : { part, of }

/** Whether a share is more than a percent: compared as whole numbers, never divided. */
export const isMoreThan = ({ part, of }: Fraction, percent: number): boolean =>
  part * 100n > BigInt(percent) * of

/** A share as it is shown. */
export function exactShare({ part, of }: Fraction): ExactShare {
  const divisor = greatestCommonDivisor(part, of)
  return { percent: decimal(part * 100n, of), fraction: `${part / divisor}/${of / divisor}` }
}

/**
 * A share in percent as a number, rounded up at the twelfth place: it is more than 10 or 25 exactly
 * where the share is.
 */
export function percentNumber({ part, of }: Fraction): number {
  const scale = 10n ** 12n
  const units = (part * 100n * scale + of - 1n) / of
  return Number(`${units / scale}.${String(units % scale).padStart(12, '0')}`)
}

const MOST_PLACES = 12
const CUT_OFF_AT = 6

function decimal(part: bigint, of: bigint): string {
  let digits = ''
  let rest = part % of
  while (rest > 0n && digits.length < MOST_PLACES) {
    rest *= 10n
    digits += String(rest / of)
    rest %= of
  }
  const whole = String(part / of)
  if (rest > 0n) return `${whole}.${digits.slice(0, CUT_OFF_AT)}…`
  return digits === '' ? whole : `${whole}.${digits}`
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b)
}
