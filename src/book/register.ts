import type { Authorization } from './authorization.ts'
import type { DecisionBody, Drawn, EvidenceBody } from './bodies.ts'
import { bodyOf, type Book } from './book.ts'
import type { Entry } from './entry.ts'
import { voidedIn } from './records.ts'

/** What an entry of the kind `authorization` tells. */
export interface AuthorizationBody {
  readonly nonce: string
  readonly authorization: Authorization
  readonly document: { readonly name: string; readonly sha256: string } | null
}

/** An authorization with what filed releases left of it. */
export interface Registered {
  readonly entry: Entry
  readonly authorization: Authorization
  /** Per line of its items: what is left, null where it sets no limit. */
  readonly left: readonly { readonly quantity: number | null; readonly value: number | null }[]
  /** The releases that drew on it. */
  readonly draws: readonly { readonly entry: Entry; readonly drawn: Drawn }[]
  /** Numbers (from 1) of the conditions of which evidence is on file. */
  readonly met: ReadonlySet<number>
}

/** How a record of an authorization is named in the log. */
export const registerId = (number: string): string => `authorization:${number}`

/** The register: every authorization on file, a later entry of a number taking the place of the one before. */
export function registered(book: Book, entries: readonly Entry[]): Map<string, Registered> {
  const voided = voidedIn(book, entries)
  const counts = entries.filter(({ seq }) => !voided.has(seq))
  const draws = drawsIn(book, counts)
  const register = new Map<string, Registered>()
  for (const entry of counts.filter(({ kind }) => kind === 'authorization')) {
    const body = bodyOf(book, entry) as AuthorizationBody | undefined
    if (body === undefined) continue
    const { authorization } = body
    const own = draws.filter(({ drawn }) => drawn.authorization === authorization.number)
    register.set(authorization.number, {
      entry,
      authorization,
      left: leftOf(authorization, own),
      draws: own,
      met: metIn(book, counts, authorization.number),
    })
  }
  return register
}

function drawsIn(book: Book, entries: readonly Entry[]): { entry: Entry; drawn: Drawn }[] {
  return entries
    .filter(({ kind }) => kind === 'decision')
    .flatMap((entry) => {
      const body = bodyOf(book, entry) as DecisionBody | undefined
      if (body?.standing !== 'complete' || body.drawn === null) return []
      return [{ entry, drawn: body.drawn }]
    })
}

function leftOf(
  { items = [] }: Authorization,
  draws: readonly { readonly drawn: Drawn }[],
): Registered['left'] {
  const lines = draws.flatMap(({ drawn }) => drawn.lines)
  return items.map(({ quantity, value }, i) => {
    const used = lines.filter((each) => each.line === i)
    const sum = (of: (each: Drawn['lines'][number]) => number): number =>
      used.reduce((total, each) => total + of(each), 0)
    return {
      quantity: quantity === undefined ? null : quantity - sum((each) => each.quantity),
      value: value === undefined ? null : value - sum((each) => each.value ?? 0),
    }
  })
}

function metIn(book: Book, entries: readonly Entry[], number: string): ReadonlySet<number> {
  return new Set(
    entries
      .filter(({ kind, record }) => kind === 'evidence' && record === registerId(number))
      .flatMap((entry) => (bodyOf(book, entry) as EvidenceBody | undefined)?.condition ?? []),
  )
}
