import type { Provision } from '../../rules/provision.ts'
import type { ReadPack } from '../../rules/read.ts'
import { addDays } from '../days.ts'
import type { LintContext, LintFinding } from '../finding.ts'

/** Days ahead that a change of the law is announced. */
const AHEAD = 60

/** Changes that are already written into the pack and come into force soon, such as the end of a stay. */
export function returnDate({ pack, placeIn }: ReadPack, { day }: LintContext): LintFinding[] {
  const last = addDays(day, AHEAD)
  return pack.provisions.flatMap((provision) =>
    changes(provision)
      .filter(({ on }) => on > day && on <= last)
      .map(({ what, on, path }) => ({
        check: 'return-date',
        level: 'notice' as const,
        message: `${provision.id} ${what} on ${on}`,
        at: placeIn(provision.id, path),
        help: 'look for a rule that moves the day',
      })),
  )
}

function changes({
  text,
  enforcement,
}: Provision): { what: string; on: string; path: PropertyKey[] }[] {
  return [
    ...text.map(({ effective }, i) => ({
      what: 'gets a new text',
      on: effective.from,
      path: ['text', i, 'effective', 'from'],
    })),
    ...text.flatMap(({ effective: { until } }, i) =>
      until === undefined || text.some(({ effective }) => effective.from === until)
        ? []
        : [{ what: 'ends', on: until, path: ['text', i, 'effective', 'until'] }],
    ),
    ...enforcement.map(({ from, state }, i) => ({
      what: `becomes ${state}`,
      on: from,
      path: ['enforcement', i, 'from'],
    })),
  ]
}
