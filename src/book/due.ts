import type { Pack } from '../rules/pack.ts'
import type { DeterminationBody } from './bodies.ts'
import { bodyOf, entriesIn, type Book } from './book.ts'
import { firstDay } from './draw.ts'
import { retainedUntil } from './retention.ts'
import { registered, type Registered } from './register.ts'
import { standings } from './standings.ts'

/** Something with a day: to do by it, to use until it, or to keep until it. */
export interface Due {
  readonly day: string
  readonly kind: 'obligation' | 'condition' | 'expires' | 'usable-from' | 'retention'
  /** The record or the authorization. */
  readonly of: string
  readonly text: string
}

/** Everything that is due up to a day, the earliest first. What is overdue stays until it is met. */
export function dueBy(book: Book, pack: Pack, today: string, until: string): Due[] {
  const entries = entriesIn(book)
  const register = [...registered(book, entries).values()]
  const standing = standings(book, entries)
  const deals = entries
    .filter(
      ({ kind, record }) => kind === 'determination' && standing.get(record!) !== 'superseded',
    )
    .flatMap((entry) => {
      const body = bodyOf(book, entry) as DeterminationBody | undefined
      if (body === undefined) return []
      const last = entries.findLast(
        ({ record, kind }) => record === entry.record && kind !== 'access',
      )
      return dealDue(entry.record!, body, pack, last!.at.slice(0, 10), today)
    })
  return [...deals, ...register.flatMap((one) => paperDue(one, pack, today))]
    .filter(({ day }) => day <= until)
    .sort((a, b) => compare(a.day, b.day) || compare(a.of, b.of) || compare(a.text, b.text))
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** A record is kept as long as its latest event asks, which may be later than the filing. */
function dealDue(
  record: string,
  { determination, times }: DeterminationBody,
  pack: Pack,
  latest: string,
  today: string,
): Due[] {
  const { ear, ofac } = retainedUntil(pack, times.lawDate, latest)
  const kept = ear > ofac ? ear : ofac
  const duties = determination.obligations.flatMap(({ dueBy: day, text, citation }): Due[] =>
    day === null || times.lawDate < today
      ? []
      : [{ day, kind: 'obligation', of: record, text: `${text} (${citation})` }],
  )
  return [
    ...duties,
    { day: kept, kind: 'retention', of: record, text: 'the last day on which it must be kept' },
  ]
}

function paperDue({ authorization, left, met }: Registered, pack: Pack, today: string): Due[] {
  const { number, expires, conditions = [], items = [] } = authorization
  const usable = firstDay(authorization, pack)
  const remains = items
    .map(({ covers }, i) => sayLeft(covers, left[i]!))
    .filter((text) => text !== '')
    .join('; ')
  return [
    ...(expires === undefined
      ? []
      : [
          {
            day: expires,
            kind: 'expires' as const,
            of: number,
            text: remains === '' ? 'last day of use' : `last day of use; left: ${remains}`,
          },
        ]),
    ...(usable === undefined || usable < today
      ? []
      : [
          {
            day: usable,
            kind: 'usable-from' as const,
            of: number,
            text: `first day of use (${authorization.provision})`,
          },
        ]),
    ...conditions.flatMap(({ text, due }, i) =>
      due === undefined || met.has(i + 1)
        ? []
        : [
            {
              day: due,
              kind: 'condition' as const,
              of: number,
              text: `condition ${i + 1}: ${text}`,
            },
          ],
    ),
  ]
}

function sayLeft(covers: string, { quantity, value }: Registered['left'][number]): string {
  const parts = [
    ...(quantity === null ? [] : [`${quantity} units`]),
    ...(value === null ? [] : [`${value} U.S. dollars`]),
  ]
  return parts.length === 0 ? '' : `${covers} ${parts.join(', ')}`
}
