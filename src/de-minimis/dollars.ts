import type { Amount, Dollars } from './content.ts'

/** An amount in millionths of a dollar; without an upper bound where nothing is known. */
export interface Millionths {
  readonly low: bigint
  readonly high: bigint | undefined
}

const NOT_KNOWN: Millionths = { low: 0n, high: undefined }
const PLACES = 6

/** Reads an amount exactly; undefined where it is no decimal of dollars, or two out of order. */
export function read(amount: Amount | undefined): Millionths | undefined {
  if (amount === undefined) return NOT_KNOWN
  const [low, high] = (isPair(amount) ? amount : [amount, amount]).map(millionths)
  return low === undefined || high === undefined || low > high ? undefined : { low, high }
}

/** Reads an amount; one that is at fault is not known. */
export const readOrUnknown = (amount: Amount | undefined): Millionths => read(amount) ?? NOT_KNOWN

const isPair = (amount: Amount): amount is readonly [Dollars, Dollars] => Array.isArray(amount)

function millionths(dollars: Dollars): bigint | undefined {
  const [, whole, decimals = ''] = /^(\d+)(?:\.(\d{1,6}))?$/.exec(String(dollars)) ?? []
  return whole === undefined ? undefined : BigInt(whole + decimals.padEnd(PLACES, '0'))
}

/** `250.10`, `0.0035`, `100.00 to 120.00`, `100.00 or more`. */
export function sayDollars({ low, high }: Millionths): string {
  if (high === undefined) return `${decimal(low)} or more`
  return low === high ? decimal(low) : `${decimal(low)} to ${decimal(high)}`
}

function decimal(amount: bigint): string {
  const digits = String(amount).padStart(PLACES + 1, '0')
  const decimals = digits.slice(-PLACES).replace(/0{1,4}$/, '')
  return `${digits.slice(0, -PLACES)}.${decimals}`
}
