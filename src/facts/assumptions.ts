import { z } from 'zod'
import type { Case } from './case.ts'
import type { Dictionary } from './dictionary.ts'
import { dateFault, faultOf, type CountryNames } from './fact-schema.ts'

const isoDate = z.string().refine((value) => dateFault(value) === undefined, {
  error: (issue) => dateFault(issue.input) ?? 'expected a date',
})

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
  const assumable = [...dictionary.values()].filter((fact) => fact.assumable).map(({ name }) => name)
  const assumption = z
    .strictObject({ fact: z.string(), value: z.unknown(), basis: z.string().min(1), expires: isoDate })
    .superRefine(({ fact, value }, context) => {
      const definition = dictionary.get(fact)
      if (definition === undefined || !definition.assumable) {
        const why = definition === undefined ? `unknown fact \`${fact}\`` : `\`${fact}\` may not be assumed`
        context.addIssue({ code: 'custom', path: ['fact'], message: `${why}; facts that may: ${assumable.join(', ')}` })
        return
      }
      const fault = value === 'unknown' ? 'an assumption needs a value' : faultOf(definition, value, countries)
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

/** An assumption that applies on a day, with the profile that it comes from. */
export interface Standing extends Assumption {
  readonly profile: Profile
}

/**
 * The assumptions that stand for one item of a case on a day: signed by then, not yet expired, and not
 * touched by an open red flag, which puts the question back. The first profile that names a fact wins.
 */
export function standing(profiles: readonly Profile[], input: Case, item: number, day: string): Map<string, Standing> {
  const found = new Map<string, Standing>()
  const open = (input.redFlags ?? []).filter(
    (flag) => flag.resolved === undefined && (flag.item === undefined || flag.item === item),
  )
  for (const profile of profiles) {
    if (profile.signedOn > day) continue
    for (const assumption of profile.assume) {
      if (day >= assumption.expires || found.has(assumption.fact)) continue
      if (open.some(({ touches }) => touches === undefined || touches.includes(assumption.fact))) continue
      found.set(assumption.fact, { ...assumption, profile })
    }
  }
  return found
}
