import { z } from 'zod'
import { determinationSchema } from '../determination-schema.ts'
import { OUTCOMES } from '../determination.ts'
import { PROGRAM_EFFECTS, PROGRAM_STEPS, PROGRAM_SUBJECTS } from '../rules/provision.ts'
import { LAYERS } from './input.ts'
import { PROPOSAL_OUTCOMES } from './result.ts'

/*
 * The result of a proposal as consumers may rely on it. A test holds it equal to the types of result.ts;
 * keys may be added there and here, none renamed.
 */

const { questions, screening, assumed, notices, notModelled, basis, reviewPolicy, outcome } =
  determinationSchema.shape
const known = determinationSchema.shape.findings.element.shape
const verdict = z.enum(['yes', 'no', 'unknown'])
const layer = z.enum(LAYERS)
const index = z.number().describe('Counts from 0')
const range = z
  .object({ low: z.number(), high: z.number() })
  .describe('At least and at most; the same number twice where it is exact')
const citation = known.citation
const code = z.string().nullable().describe('ISO 3166-1 alpha-2')

const about = z
  .object({
    kind: z.enum(PROGRAM_SUBJECTS),
    label: z.string(),
    party: index.nullable(),
    layer: layer.nullable(),
    target: index.nullable(),
    country: z.string().nullable(),
  })
  .describe('What it is about')

const programFinding = z.object({
  id: z.string(),
  step: z.enum(PROGRAM_STEPS).describe('Step of the check'),
  effect: z.enum(PROGRAM_EFFECTS).describe('What follows from it for the proposal'),
  title: z.string(),
  citation,
  source: known.source,
  status: known.status,
  verdict: verdict.describe('yes, or unknown where a missing fact keeps it open'),
  confidence: known.confidence,
  note: z.string().nullable(),
  about,
  where: z
    .string()
    .describe('Path in the proposal of the fact that made it so, or that is missing'),
  proof: known.proof,
})

const missing = z.object({
  order: z.number().describe('Counts from 1'),
  step: z.enum(PROGRAM_STEPS),
  kind: z.enum(['replace', 'add', 'wait', 'find-out']),
  what: z.string(),
  text: z.string(),
  fix: z.string(),
  where: z.string().describe('Path in the proposal'),
  provision: z.string(),
  citation,
})

const condition = z.object({
  provision: z.string(),
  citation,
  by: z.enum(['own', 'others']).describe('Who meets it: the consortium itself, or others'),
  text: z.string(),
  fix: z.string(),
  about,
})

const exportNeed = z.object({
  target: index,
  country: z.string(),
  outcome: z.enum(['not-described', ...OUTCOMES]),
  reviewPolicy,
  reviewPolicySettled: z.boolean(),
  because: z.array(z.object({ id: z.string(), citation, title: z.string() })),
  deliveries: z.array(
    z.object({
      delivery: index,
      outcome,
      textOnly: outcome.nullable(),
      reviewPolicy,
      items: z.array(z.object({ product: z.string(), paragraph: z.string().nullable(), outcome })),
      because: z.array(z.string()),
      obligations: z.array(z.object({ provision: z.string(), citation, text: z.string() })),
    }),
  ),
  questions,
})

const layerResult = z.object({
  layer,
  offered: verdict,
  providers: z.array(z.object({ party: index, name: z.string() })),
  models: z.array(
    z.object({
      name: z.string(),
      origin: code,
      family: z.string().nullable().describe('A family of a country of concern, by its name'),
      basedOn: z.array(z.string()).nullable().describe('null where nobody says'),
    }),
  ),
  findings: z.array(programFinding),
  exports: z.array(exportNeed).describe('What it needs to be delivered, target by target'),
})

const member = z.object({
  party: index,
  role: z.string(),
  name: z.string(),
  country: code,
  headquarters: code,
  layers: z.array(layer),
  concernOwnership: range.nullable(),
  arithmetic: z.array(z.string()),
  flags: z.array(z.string()),
  findings: z.array(programFinding),
})

const sum = z.object({ usOrigin: z.string(), value: z.string() }).describe('U.S. dollars')
const usContent = z.object({
  percent: range.nullable(),
  line: z.number().nullable().describe('Percent from which the presumption holds'),
  presumption: verdict,
  stated: range.nullable(),
  withoutManufacturing: range.nullable(),
  sums: z.object({ low: sum, high: sum }).nullable(),
  complete: verdict,
  lines: z.array(
    z.object({
      description: z.string(),
      value: range.nullable(),
      usOrigin: range.nullable(),
      usOriginPercent: range.nullable(),
      usManufacturing: range.nullable(),
      evidence: z.string().nullable(),
    }),
  ),
})

const listed = z.object({
  table: z.string(),
  title: z.string(),
  since: z.string().nullable(),
  confidence: known.confidence,
})
const target = z.object({
  target: index,
  label: z.string(),
  bloc: z.string().nullable(),
  reasons: z.string().nullable(),
  countries: z.array(
    z.object({
      country: z.string(),
      score: z.number().describe('Partner lists that it is on; a score authorizes nothing'),
      of: z.number(),
      partners: z.array(listed),
      concerns: z.array(listed),
      notes: z.array(z.string()),
    }),
  ),
  findings: z.array(programFinding),
})

export const proposalResultSchema = z.object({
  proposal: z.string(),
  title: z.string().nullable(),
  outcome: z.enum(PROPOSAL_OUTCOMES),
  because: z.array(z.string()).describe('Provisions that decide the outcome'),
  missing: z.array(missing).describe('What stands in the way, in the order in which to mend it'),
  conditions: z.array(condition).describe('What is still to be met'),
  layers: z.array(layerResult),
  members: z.array(member),
  usContent,
  targets: z.array(target),
  findings: z.array(programFinding),
  considered: z
    .array(z.object({ id: z.string(), title: z.string(), citation, about }))
    .describe('Provisions that were tested and do not apply'),
  questions,
  operatingModel: z.object({
    build: z.array(z.string()),
    own: z.array(z.string()),
    operate: z.array(z.string()),
  }),
  support: z.array(z.string()).nullable(),
  disclosures: z.array(z.object({ what: z.string(), from: z.string() })),
  screening,
  assumed,
  notices,
  notModelled,
  basis,
})
