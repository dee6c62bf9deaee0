import type { Range } from '../logic/facts.ts'
import type { Amount, ContentLine } from './input.ts'

/** U.S.-origin content of the hardware layer, worked out exactly. */
export interface UsContent {
  /** Percent of the aggregate value, at least and at most; cut off at the twelfth place. */
  readonly percent: Range
  /** The same without costs of manufacture in the United States. */
  readonly withoutManufacturing: Range
  /** Sums in U.S. dollars at the two bounds of the percent, for people to follow. */
  readonly sums: { readonly low: Sum; readonly high: Sum }
}

/** U.S.-origin dollars and the value of which they are part, as decimals. */
export interface Sum {
  readonly usOrigin: string
  readonly value: string
}

/** A line in millionths: dollars of value, and of U.S. origin in dollars or as a part of the value. */
interface Line {
  readonly value: Bounds
  readonly us: Bounds
  readonly isPart: boolean
}
type Bounds = readonly [bigint, bigint]

/** Millionths of one, and of one percent in the whole. */
const MILLION = 1_000_000n
const WHOLE = 100n * MILLION

/**
 * Percent of the value of all lines that is U.S.-origin, over every combination of values in the ranges
 * given; FR Doc 2026-06952. What a line does not say of U.S. origin lies between nothing and all of it.
 * Undefined where a line has no value or all are worth nothing: then nothing is known.
 */
export function usContent(lines: readonly ContentLine[]): UsContent | undefined {
  if (lines.length === 0 || lines.some(({ value }) => value === undefined)) return undefined
  const [all, without] = [true, false].map((counts) => lines.map((line) => read(line, counts)))
  const [least, most] = [extreme(all!, 'low'), extreme(all!, 'high')]
  const [leastWithout, mostWithout] = [extreme(without!, 'low'), extreme(without!, 'high')]
  if (least.value === 0n || most.value === 0n) return undefined
  return {
    percent: { low: percentOf(least), high: percentOf(most) },
    withoutManufacturing: { low: percentOf(leastWithout), high: percentOf(mostWithout) },
    sums: { low: sumOf(least), high: sumOf(most) },
  }
}

function read(given: ContentLine, countsManufacturing: boolean): Line {
  const { value, usOrigin, usOriginPercent, usManufacturing } = given
  const worth = boundsOf(value!)
  if (usOriginPercent !== undefined)
    return { value: worth, us: boundsOf(usOriginPercent), isPart: true }
  if (usOrigin === undefined) return { value: worth, us: [0n, WHOLE], isPart: true }
  const [low, high] = boundsOf(usOrigin)
  const [least, most] =
    countsManufacturing && usManufacturing !== undefined ? boundsOf(usManufacturing) : [0n, 0n]
  return { value: worth, us: [low + least, high + most], isPart: false }
}

function boundsOf(amount: Amount): Bounds {
  const [low, high] = typeof amount === 'number' ? [amount, amount] : amount
  return [millionths(low), millionths(high)]
}

function millionths(amount: number): bigint {
  const [whole = '0', decimals = ''] = String(amount).split('.')
  return BigInt(whole + decimals.padEnd(6, '0'))
}

/** A share as whole numbers: `us` in hundred-millionths of `value`'s unit. */
interface Share {
  readonly us: bigint
  readonly value: bigint
}

/**
 * The least or the greatest share that the lines admit. Each line is worth one of a few values at an
 * extreme; which one follows from the share itself, so that it is improved until it stands (Dinkelbach
 * 1967): finitely often, in whole numbers.
 */
function extreme(lines: readonly Line[], end: 'low' | 'high'): Share {
  const choices = lines.map((line) => choicesOf(line, end))
  let best = total(choices.map(([first]) => first!))
  for (;;) {
    const next = total(choices.map((shares) => shares.reduce((a, b) => better(a, b, best, end))))
    if (next.us * best.value === best.us * next.value) return best
    best = next
  }
}

/** What a line may be at an extreme: its least and greatest value, and the one that is U.S.-origin throughout. */
function choicesOf({ value: [least, most], us: [low, high], isPart }: Line, end: string): Share[] {
  const us = end === 'low' ? low : high
  const values = [least, most]
  if (!isPart && us > least && us < most) values.push(us)
  return values.map((value) => ({
    value,
    us: isPart ? us * value : (us < value ? us : value) * WHOLE,
  }))
}

/** Which of two moves the share further from `than`: the sign of us/value - than, in whole numbers. */
function better(a: Share, b: Share, than: Share, end: 'low' | 'high'): Share {
  const gain = ({ us, value }: Share): bigint => us * than.value - than.us * value
  const isLess = gain(b) < gain(a)
  return isLess === (end === 'low') ? b : a
}

const total = (shares: readonly Share[]): Share =>
  shares.reduce((sum, { us, value }) => ({ us: sum.us + us, value: sum.value + value }))

/** Percent as a number, cut off at the twelfth place: at least 51 exactly where the share is. */
function percentOf({ us, value }: Share): number {
  const scale = 10n ** 12n
  const units = (us * 100n * scale) / (value * WHOLE)
  return Number(`${units / scale}.${String(units % scale).padStart(12, '0')}`)
}

const sumOf = ({ us, value }: Share): Sum => ({
  usOrigin: decimal(us / WHOLE),
  value: decimal(value),
})

/** Millionths of a dollar as dollars and cents, with commas: `7,000,000.00`. */
function decimal(amount: bigint): string {
  const whole = String(amount / MILLION).replace(/\B(?=(\d{3})+$)/g, ',')
  const places = String(amount % MILLION).padStart(6, '0')
  return `${whole}.${places.replace(/0{1,4}$/, '')}`
}
