import type { Determination } from '../determination.ts'
import type { Pack } from '../rules/pack.ts'
import type { Recheck } from './bodies.ts'

/**
 * The days after the law date from which an answer may be another, by what is known of them: a text or an
 * enforcement that begins or ends, an assumption or a decision on a hit that expires. The earliest first;
 * until the day before it nothing that is known of takes the answer back.
 */
export function recheckDays(determination: Determination, pack: Pack): Recheck[] {
  const { findings, exceptions, considered, assumed, screening, basis } = determination
  const tested = new Set([...findings, ...exceptions, ...considered].map(({ id }) => id))
  const law = pack.provisions
    .filter(({ id }) => tested.has(id))
    .flatMap(({ id, text, enforcement }): Recheck[] => [
      ...text
        .flatMap(({ effective: { from, until } }) => [from, until])
        .flatMap((on) => (on === undefined ? [] : [{ on, kind: 'text' as const, of: id }])),
      ...enforcement.map(({ from: on }) => ({ on, kind: 'enforcement' as const, of: id })),
    ])
  const all: Recheck[] = [
    ...law,
    ...assumed.map(({ expires, fact }) => ({
      on: expires,
      kind: 'assumption' as const,
      of: fact,
    })),
    ...screening.flatMap(({ cleared }) =>
      cleared.flatMap(({ until, id }) =>
        until === null ? [] : [{ on: until, kind: 'clearance' as const, of: id }],
      ),
    ),
  ]
  const later = all.filter(({ on }) => on > basis.lawDate)
  const each = new Map(later.map((one) => [`${one.on} ${one.kind} ${one.of}`, one]))
  return [...each.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one)
}
