import type { Book, Test } from './condition.ts'
import type { Range, Value } from './facts.ts'
import type { Verdict } from './verdict.ts'

const isRange = (value: Value): value is Range => typeof value === 'object' && !Array.isArray(value)

/** Compares a known value with a test. A range that lies on both sides of a line is unknown. */
export function passes(is: Test, saw: Value, book: Book): Verdict {
  switch (is.test) {
    case 'at_least':
    case 'more_than':
    case 'at_most':
    case 'less_than':
      return compare(is.test, is.value, saw)
    case 'is':
      return isRange(saw) ? equalRange(saw, [is.value]) : yesNo(saw === is.value)
    case 'one_of':
      return isRange(saw)
        ? equalRange(saw, is.value)
        : yesNo(is.value.includes(saw as string | number))
    case 'on_or_after':
      return yesNo((saw as string) >= is.value)
    case 'before':
      return yesNo((saw as string) < is.value)
    case 'in_group':
    case 'in_table':
      return isRange(saw)
        ? equalRange(saw, [...book.members(is.value)])
        : yesNo(book.members(is.value).has(saw))
    case 'includes':
      return yesNo((saw as readonly string[]).includes(is.value))
    case 'includes_any':
      return yesNo((saw as readonly string[]).some((name) => is.value.includes(name)))
    case 'known':
      return 'yes'
  }
}

const yesNo = (holds: boolean): Verdict => (holds ? 'yes' : 'no')

function compare(
  test: 'at_least' | 'more_than' | 'at_most' | 'less_than',
  line: number,
  saw: Value,
): Verdict {
  const low = typeof saw === 'number' ? saw : (saw as Range).low
  const high = typeof saw === 'number' ? saw : (saw as Range).high
  switch (test) {
    case 'at_least':
      return low >= line ? 'yes' : high < line ? 'no' : 'unknown'
    case 'more_than':
      return low > line ? 'yes' : high <= line ? 'no' : 'unknown'
    case 'at_most':
      return high <= line ? 'yes' : low > line ? 'no' : 'unknown'
    case 'less_than':
      return high < line ? 'yes' : low >= line ? 'no' : 'unknown'
  }
}

/** Whether a range is one of the values; a range that only holds one of them among others is unknown. */
function equalRange(saw: Range, values: readonly Value[]): Verdict {
  const possible = values.some(
    (value) => typeof value === 'number' && value >= saw.low && value <= saw.high,
  )
  if (!possible) return 'no'
  return saw.low === saw.high ? 'yes' : 'unknown'
}
