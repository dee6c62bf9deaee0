import { z } from 'zod'
import type { Case } from './case.ts'
import { isResolved } from './red-flags.ts'
import type { Dictionary } from './dictionary.ts'
import { dateFault, faultOf, show, type CountryNames } from './fact-schema.ts'
import { suggest } from '../suggest.ts'

const dateWords = { error: ({ input }: { readonly input?: unknown }) => dateFault(input) }
const isoDate = z.string(dateWords).refine((value) => dateFault(value) === undefined, dateWords)

/** An assumption profile: what a company stands behind where a case is silent, signed and dated. */
export interface Profile {
  readonly id: string
  readonly company: string
  readonly signedBy: string
  readonly signedOn: string
  readonly assume: readonly Assumption[]
}

export interface Assumption {
  readonly fact: string
  readonly value: unknown
  readonly basis: string
  readonly expires: string
}

/** The schema of a profile; a fact that the dictionary does not mark as assumable is refused by name. */
export function profileSchema(dictionary: Dictionary, countries: CountryNames): z.ZodType<Profile> {
  const assumable = [...dictionary.values()]
    .filter((fact) => fact.assumable)
    .map(({ name }) => name)
  const assumption = z
    .strictObject({
      fact: z.string(),
      value: z.unknown(),
      basis: z.string().min(1),
      expires: isoDate,
    })
    .superRefine(({ fact, value }, context) => {
      const definition = dictionary.get(fact)
      if (definition === undefined || !definition.assumable) {
        context.addIssue({
          code: 'custom',
          path: ['fact'],
          message: refusal(fact, definition !== undefined, assumable),
        })
        return
      }
      const fault =
        value === 'unknown'
          ? 'an assumption needs a value, not `unknown`'
          : faultOf(definition, value, countries)
      if (fault !== undefined) context.addIssue({ code: 'custom', path: ['value'], message: fault })
    })
  return z.strictObject({
    id: z.string().min(1),
    company: z.string().min(1),
    signedBy: z.string().min(1),
    signedOn: isoDate,
    assume: z.array(assumption).min(1),
  })
}

function refusal(fact: string, known: boolean, assumable: readonly string[]): string {
  const near = known ? undefined : suggest(fact, assumable)
  const why = known ? `${show(fact)} may not be assumed` : `unknown fact ${show(fact)}`
  return near === undefined
    ? `${why}; facts that may: ${assumable.join(', ')}`
    : `${why}; did you mean \`${near}\`?`
}

/** An assumption that applies on a day, with the profile that it comes from. */
export interface Standing extends Assumption {
  readonly profile: Profile
}

/**
 * The assumptions that stand for one item of a case on a day: signed by then, not yet expired, and not
 * touched by an open red flag, which puts the question back. The first profile that names a fact wins.
 */
export function standing(
  profiles: readonly Profile[],
  input: Case,
  item: number,
  day: string,
): Map<string, Standing> {
  const found = new Map<string, Standing>()
  const open = (input.redFlags ?? []).filter(
    (flag) => !isResolved(flag) && (flag.item === undefined || flag.item === item),
  )
  for (const profile of profiles) {
    if (profile.signedOn > day) continue
    for (const assumption of profile.assume) {
      if (day >= assumption.expires || found.has(assumption.fact)) continue
      if (open.some(({ touches }) => touches === undefined || touches.includes(assumption.fact)))
        continue
      found.set(assumption.fact, { ...assumption, profile })
    }
  }
  return found
}
