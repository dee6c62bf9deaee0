import { z } from 'zod'
import { determinationSchema } from '../determination-schema.ts'
import type { Rollout } from './rollout.ts'

/*
 * The answer to a rollout as consumers may rely on it: `schema/rollout.schema.json`. Keys may be added
 * here and in rollout.ts, none renamed.
 */

const { outcome, reviewPolicy, textOnly, because, basis, assumed, notModelled } =
  determinationSchema.shape
const notice = determinationSchema.shape.notices.element.shape
const verdict = determinationSchema.shape.findings.element.shape.verdict
const day = z.string().describe('Law date, YYYY-MM-DD')
const ids = {
  feature: z.string().describe('Id of the feature in the manifest'),
  model: z.string().nullable().describe('Id of the model; null where the feature has none'),
  customers: z
    .string()
    .nullable()
    .describe('Id of the class of customers; null where there is none'),
}
const cell = z.object({
  place: z.string().describe('ISO 3166-1 alpha-2, or UA-43, UA-40, DNR, LNR'),
  ...ids,
  asOf: day,
  on: z
    .boolean()
    .describe('Whether it is to be switched on there; only these count for the exit code'),
  outcome,
  because,
  answer: z.number().describe('Index in `answers`'),
})
const ground = z.object({ outcome: outcome.nullable(), because: z.array(z.string()) })
const grounds = z.enum(['law', 'list', 'ownership', 'policy'])
const answer = z.object({
  outcome,
  reviewPolicy,
  textOnly,
  because,
  grounds: z
    .object({ law: ground, list: ground, ownership: ground, policy: ground })
    .describe("What each of the four says alone; policy is the provider's own and never law"),
  reasons: z.array(
    z.object({
      id: z.string(),
      citation: z.string(),
      title: z.string(),
      grounds: z.array(grounds),
      status: notice.status,
      verdict,
      decides: z.boolean(),
    }),
  ),
  open: z.array(z.string()).describe('What is missing, as places of the manifest'),
  policyOpen: z
    .array(z.string())
    .describe('What is missing to say whether the terms of the provider bar it'),
  conditions: z.array(z.object({ citation: z.string(), text: z.string() })),
  notices: z.array(
    z.object({ id: z.string(), citation: z.string(), title: z.string(), status: notice.status }),
  ),
  seats: z
    .object({ headquarters: z.string().nullable(), parentHeadquarters: z.string().nullable() })
    .nullable(),
})
const side = z
  .object({ asOf: day, outcome, textOnly, because, policy: z.array(z.string()) })
  .nullable()
const change = z.object({ place: z.string(), ...ids, before: side, after: side })
const rolloutBasis = basis
  .omit({ caseSha256: true })
  .extend({ lawDates: z.array(day), manifestSha256: z.string() })

export const rolloutSchema: z.ZodType<Rollout> = z.object({
  rollout: z.string().describe('Id of the rollout'),
  title: z.string().nullable(),
  asOf: z.array(day).min(1),
  features: z.array(z.object({ id: z.string(), kind: z.string(), title: z.string().nullable() })),
  models: z.array(z.string()),
  customers: z.array(z.object({ id: z.string(), title: z.string().nullable() })),
  places: z.array(z.string()),
  outcome: outcome.nullable().describe('The strictest outcome over what is to be switched on'),
  cells: z.array(cell),
  answers: z.array(answer).describe('Each answer once; cells point to it'),
  findings: z
    .array(
      z.object({
        file: z.string(),
        line: z.number().nullable(),
        column: z.number().nullable(),
        path: z.string(),
        ...ids,
        asOf: z.array(day),
        places: z.array(z.string()),
        outcome,
        byPolicy: z.boolean(),
        because: z.array(z.string()),
        answer: z.number(),
      }),
    )
    .describe('What stands in the way, with its line of the manifest'),
  questions: z.array(
    z.object({
      at: z.string(),
      name: z.string(),
      ask: z.string(),
      cells: z.number(),
      knownBy: z.string(),
    }),
  ),
  differences: z.array(change).describe('Cells that differ from one law date to the next'),
  since: z
    .object({
      rollout: z.string(),
      basis: rolloutBasis,
      differs: z.array(z.string()),
      changes: z.array(change),
    })
    .nullable()
    .describe('How the run differs from an earlier one'),
  assumed,
  notModelled,
  basis: rolloutBasis,
})
