import { z } from 'zod'
import { determinationSchema } from '../determination-schema.ts'
import { OUTCOMES } from '../determination.ts'
import { authorizationSchema } from './authorization.ts'
import { DECISIONS } from './bodies.ts'
import { KINDS, type EntryKind } from './entry.ts'
import { policySchema } from './policy.ts'

/*
 * The entries of a book and what each kind of them tells, as consumers may rely on it. Keys may be added
 * there and here, none renamed; the test of it holds every kind of a real book against it.
 */

const digest = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe('SHA-256 in lowercase hexadecimal')
const nonce = z
  .string()
  .regex(/^[0-9a-f]{32}$/)
  .describe('128 random bits, so that the hash of a redacted body does not give it away')
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .describe('ISO 8601 date')
const time = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/)
  .describe('UTC, by the clock of the computer')
const text = z.string()
const outcome = z.enum(OUTCOMES)
const verdict = z.enum(['yes', 'no', 'unknown'])
const file = z.object({ name: text, sha256: digest })
const publicKey = z.string().describe('Base64 of the SPKI form of an Ed25519 key')

const by = z.object({
  name: text.describe('The name that the person gave'),
  role: text.nullable(),
  account: text.describe('Account of the operating system'),
  host: text,
})

const entry = z.object({
  format: z.literal(1),
  seq: z.number().int().nonnegative().describe('Number of the entry from 0'),
  at: time,
  kind: z.enum(KINDS),
  record: text.nullable().describe('What it is about: `D-2026-0114/1`, `authorization:NUMBER`'),
  by,
  body: digest.nullable().describe('The object that holds what it tells'),
  objects: z.array(
    z.object({
      what: z.enum(['pack', 'list', 'profile', 'source', 'evidence']),
      sha256: digest,
      name: text,
    }),
  ),
  prev: digest.describe('Hash of the entry before; 64 zeros in entry 0'),
  hash: digest.describe('SHA-256 of the canonical JSON of the entry without this key'),
})

const flip = z.object({
  fact: text,
  path: text,
  stated: z.unknown().describe('What the case says; null where it says nothing'),
  values: z.array(z.unknown()),
  outcome,
})

const determination = z.object({
  nonce,
  identity: z.object({
    case: text,
    version: z.number().int().positive(),
    supersedes: text.nullable(),
    reason: text.nullable(),
    references: z.array(z.object({ system: text, id: text })),
    language: text,
  }),
  times: z.object({
    created: time,
    zone: text,
    clock: text,
    lawDate: day,
    knowledgeDate: day,
    retainedUntil: z.object({
      ear: day.describe('15 CFR 762.6(a)'),
      ofac: day.describe('31 CFR 501.601'),
    }),
  }),
  preparer: z.object({ name: text, role: text.nullable(), authority: text.nullable() }),
  case: z.record(text, z.unknown()).describe('The case as it was read: see case.schema.json'),
  source: file.nullable().describe('The document that the case was read from'),
  determination: determinationSchema,
  screeningTerms: z.object({ mostDays: z.number().nullable(), acceptStale: z.boolean() }),
  determinationSha256: digest.describe("SHA-256 of the determination's canonical JSON"),
  jurisdiction: z
    .array(
      z.object({
        item: z.number().int(),
        id: text,
        kind: z.enum(['jurisdiction', 'exclusion']),
        title: text,
        citation: text,
        source: text,
        verdict,
        prongs: z.array(z.object({ cite: text, verdict })),
        proof: z.unknown().describe('A proof as in the determination; null for a no'),
      }),
    )
    .describe('Every basis on which an item could be subject to the EAR, and every exclusion'),
  flips: z
    .object({ tried: z.number().int(), isComplete: z.boolean(), found: z.array(flip) })
    .describe('Facts that, were one of them otherwise, would lead to another outcome'),
  recheck: z
    .array(
      z.object({
        on: day,
        kind: z.enum(['text', 'enforcement', 'assumption', 'clearance']),
        of: text,
      }),
    )
    .describe('Days from which the answer may be another'),
  engine: z.object({
    version: text,
    program: digest.nullable().describe('SHA-256 of the program, where it is known'),
    runtime: text,
  }),
})

const drawn = z.object({
  authorization: text,
  lines: z.array(
    z.object({
      line: z.number().int(),
      item: z.number().int(),
      quantity: z.number(),
      value: z.number().nullable(),
      quantityLeft: z.number().nullable(),
      valueLeft: z.number().nullable(),
    }),
  ),
})

const use = z.object({ what: text, format: text.nullable(), sha256: digest.nullable() })

/** What each kind of entry tells. */
export const BODIES = {
  opened: z.object({ book: text, publicKey, policy: policySchema }),
  determination,
  evidence: z.object({
    nonce,
    note: text,
    file: file.extend({ bytes: z.number().int() }).nullable(),
    supports: z.array(text),
    condition: z.number().int().positive().nullable(),
  }),
  adjudication: z.object({
    nonce,
    party: text,
    list: text,
    hit: text,
    verdict: z.enum(['cleared', 'confirmed']),
    reason: text,
    evidence: z.array(digest),
    reference: text.nullable(),
    until: day.nullable(),
  }),
  decision: z.object({
    nonce,
    decision: z.enum(DECISIONS),
    outcome,
    reason: text,
    authority: text.nullable(),
    onBehalfOf: text.nullable().describe('For whom the person stands in'),
    evidence: z.array(digest),
    secondPersonFor: z.array(
      z.union([z.object({ outcome }), z.object({ clearedList: text, party: text })]),
    ),
    standing: z.enum(['complete', 'first']),
    completes: z.number().int().nullable(),
    drawn: drawn.nullable(),
  }),
  correction: z.object({ nonce, entry: z.number().int(), reason: text, voids: z.boolean() }),
  authorization: z.object({
    nonce,
    authorization: authorizationSchema,
    document: file.nullable(),
  }),
  export: use,
  access: use,
  policy: z.object({ policy: policySchema, reason: text.nullable() }),
  key: z.object({ publicKey, reason: text }),
  redaction: z.object({
    digests: z.array(digest),
    entries: z.array(z.number().int()),
    reason: text,
    authority: text,
  }),
} satisfies Record<EntryKind, z.ZodType>

/** An entry with what it tells, as `licet book show --entry N` prints it. */
export const toldEntrySchema = z.union(
  KINDS.map((kind) =>
    z.object({
      entry: entry.extend({ kind: z.literal(kind) }),
      tells: BODIES[kind].nullable().describe('null where it was redacted'),
    }),
  ),
)
