import type { Engine } from '../engine.ts'
import type { Alike } from './alike.ts'
import type { Column, Manifest } from './manifest.ts'
import { gazetteerOf } from './places.ts'
import type { Seats } from './transaction.ts'

/**
 * The seats that the customers of a column may have where their class names a group: one of each kind that
 * the law tells apart. One variant without seats where it names none.
 */
export function seatsOf(
  manifest: Manifest,
  column: Column,
  engine: Engine,
  day: string,
  alike: Alike,
): Seats[] {
  const who = column.customers === undefined ? undefined : manifest.customers?.[column.customers]
  const { groups, named } = gazetteerOf(engine)
  const choices = (fact: string, word: unknown): string[] | undefined => {
    if (typeof word !== 'string' || !groups.includes(word)) return undefined
    const kinds = new Map<string, string>()
    for (const code of named(word, day)) {
      const key = alike.seat(fact, code)
      if (!kinds.has(key)) kinds.set(key, code)
    }
    // A group without members on that day seats nobody: the question stands.
    return kinds.size === 0 ? ['unknown'] : [...kinds.values()]
  }
  const own = choices('party.headquarters', who?.['headquarters'])
  const parent = choices('party.parentHeadquarters', who?.ultimateParent?.headquarters)
  return (own ?? [undefined]).flatMap((headquarters) =>
    (parent ?? [undefined]).map((parentHeadquarters) => ({
      ...(headquarters === undefined ? {} : { headquarters }),
      ...(parentHeadquarters === undefined ? {} : { parentHeadquarters }),
    })),
  )
}
