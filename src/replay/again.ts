import type { DeterminationBody } from '../book/bodies.ts'
import type { Book } from '../book/book.ts'
import { canonical, sha256 } from '../book/digest.ts'
import type { Entry } from '../book/entry.ts'
import { fault } from '../book/faults.ts'
import { check, type Screened } from '../check.ts'
import type { Determination } from '../determination.ts'
import { engineOf, type Engine } from '../engine.ts'
import type { Profile } from '../facts/assumptions.ts'
import type { Pack } from '../rules/pack.ts'
import { settled } from '../screening/screen-parties.ts'

/** A filed determination: its entry and what it tells. */
export interface FiledDetermination {
  readonly entry: Entry
  readonly body: DeterminationBody
}

/** The engines of the packs that a book keeps, each made once. */
export type PastEngines = (packSha256: string, lang: string) => Engine

/** @throws Fault (exit 4) where a pack is gone or changed: its answer can't be given again. */
export function pastEngines(book: Book): PastEngines {
  const made = new Map<string, Engine>()
  return (digest, lang) => {
    const key = `${digest} ${lang}`
    const known = made.get(key)
    if (known !== undefined) return known
    const bytes = book.objects.get(digest)
    if (bytes === undefined || sha256(bytes) !== digest)
      throw fault(
        'no-pack',
        `the rule pack ${digest} is gone or was changed`,
        book.paths.objects,
        'take it from the backup of the book; `licet book verify` names what else is wrong',
      )
    const pack = JSON.parse(bytes.toString('utf8')) as Pack
    const fresh = engineOf(pack, digest, lang in pack.wording ? lang : 'en')
    made.set(key, fresh)
    return fresh
  }
}

/** What screening found of a filed case, as it was filed. */
export const screenedThen = ({ body }: FiledDetermination): Screened => ({
  screening: body.determination.screening,
  lists: body.determination.basis.lists,
})

/**
 * The determination of a filed case by an engine, on a law date and by what screening found; all else is
 * as it was then.
 */
export function again(
  book: Book,
  filed: FiledDetermination,
  engine: Engine,
  lawDate = filed.body.times.lawDate,
  screened = screenedThen(filed),
): Determination {
  const { entry, body } = filed
  const { basis } = body.determination
  return check(engine, settled(body.case, screened.screening), {
    asOf: lawDate,
    today: lawDate,
    posture: basis.posture,
    includeProposed: basis.includeProposed,
    profiles: profilesOf(book, entry),
    caseSha256: basis.caseSha256,
    fallbackId: body.identity.case,
    screened,
  })
}

function profilesOf(book: Book, { objects }: Entry): { profile: Profile; sha256: string }[] {
  return objects
    .filter(({ what }) => what === 'profile')
    .map(({ sha256: digest, name }) => {
      const bytes = book.objects.get(digest)
      if (bytes === undefined)
        throw fault('no-profile', `the assumption profile ${name} is gone`, book.paths.objects)
      return { profile: JSON.parse(bytes.toString('utf8')) as Profile, sha256: digest }
    })
}

/** SHA-256 of a determination's canonical JSON. */
export const digestOf = (determination: Determination): string => sha256(canonical(determination))
