import { Fault } from '../../src/errors.ts'

/** A number of days as a command line writes it. @throws Fault (exit 4) where it is none. */
export function daysOf(text: string): number {
  const days = Number(text)
  if (text.trim() !== '' && Number.isInteger(days) && days >= 0) return days
  const message = `\`${text}\` is no number of days`
  const help = 'a whole number, such as 7'
  throw new Fault(4, [{ code: 'usage', message, at: { file: '--max-age' }, help }])
}
