import { z } from 'zod'
import { OUTCOMES, REVIEW_POLICIES } from './determination.ts'

/*
 * The determination as consumers may rely on it. A test holds it equal to the types of
 * determination.ts; keys may be added there and here, none renamed.
 */

const verdict = z.enum(['yes', 'no', 'unknown'])
const confidence = z
  .enum(['A', 'B', 'C'])
  .describe(
    'A published by the maker or an official source, B another source or computed, C an estimate',
  )
const status = z
  .enum([
    'in-force',
    'not-enforced',
    'suspended',
    'rescinded',
    'unverified',
    'proposed',
    'guidance',
    'policy',
  ])
  .describe('Status of the provision on the law date')
const outcome = z.enum(OUTCOMES)
const policy = z.enum(REVIEW_POLICIES)
const itemIndex = z
  .number()
  .nullable()
  .describe('Index of the item; null where the whole deal is meant')
const citation = z.string().describe('Pinpoint citation of the law')
const bibliography = z.string().describe('Federal Register document or other source of the text')

const value = z
  .union([
    z.boolean(),
    z.number(),
    z.string(),
    z.object({ low: z.number(), high: z.number() }),
    z.array(z.string()).readonly(),
  ])
  .describe('A value, a range of numbers, or a set of names')
const source = z.object({
  from: z.enum(['case', 'catalogue', 'derived', 'assumed', 'table']),
  text: z.exactOptional(z.string()),
  confidence: z.exactOptional(z.enum(['A', 'B', 'C'])),
})
const claim = z.union([
  z.object({ kind: z.enum(['all', 'any', 'unless']) }),
  z.object({ kind: z.literal('holds'), id: z.string() }),
  z.object({
    kind: z.enum(['some', 'every']),
    list: z.string(),
    roles: z.exactOptional(z.array(z.string()).readonly()),
  }),
  z.object({ kind: z.literal('member'), index: z.number(), label: z.string() }),
  z.object({ kind: z.literal('leaf'), fact: z.string(), test: z.string(), value: z.unknown() }),
  z.object({ kind: z.literal('incomplete'), list: z.string() }),
])
const proof = z
  .object({
    verdict,
    claim: claim.describe('What was tested'),
    cite: z.exactOptional(z.string().describe('Sub-paragraph that the branch encodes')),
    saw: z.exactOptional(value),
    source: z.exactOptional(source),
    asks: z.exactOptional(
      z
        .object({ fact: z.string(), path: z.string() })
        .describe('The missing fact, and its path in the case'),
    ),
    get because() {
      return z.array(proof).readonly()
    },
  })
  .describe('Why a condition is yes, no or unknown: a tree of the shape of the condition')
  .meta({ id: 'proof' })

const finding = z.object({
  id: z.string(),
  kind: z.enum(['requirement', 'prohibition', 'red-flag', 'unsettled', 'conflict']),
  title: z.string(),
  citation,
  source: bibliography,
  status,
  verdict: verdict.describe('yes, or unknown where a missing fact keeps it open'),
  item: itemIndex,
  party: z
    .number()
    .nullable()
    .describe('Index of the party whose facts made it true; null where none did'),
  confidence,
  liftedBy: z.array(z.string()).describe('Ids of the exceptions that lift this requirement'),
  proof,
})
const exception = z.object({
  id: z.string(),
  title: z.string(),
  citation,
  source: bibliography,
  status,
  verdict,
  item: itemIndex,
  lifts: z.array(z.string()).describe('Ids of the requirements that it lifts'),
  met: z.array(z.string()),
  failed: z.array(z.string()),
  open: z.array(z.string()).describe('Conditions that are not known'),
  proof,
})
const circuit = z.object({
  product: z.string(),
  count: z.number(),
  values: z.array(z.object({ name: z.string(), value, unit: z.string(), source })),
  steps: z
    .array(z.object({ label: z.string(), formula: z.string(), source: z.string(), confidence }))
    .describe('The arithmetic, as it would stand on paper'),
})
const item = z.object({
  index: z.number(),
  product: z.string(),
  quantity: z.number().nullable(),
  outcome,
  classification: z.object({
    paragraph: z.string().nullable().describe('The paragraph; null while facts are missing'),
    candidates: z.array(z.string()).describe('Paragraphs that stay possible'),
    claimed: z.string().nullable(),
    conflict: z.string().nullable(),
    confidence,
    decidedBy: z.array(z.string()),
    citation: z.string(),
    proof: proof.nullable(),
  }),
  circuits: z.array(circuit),
  remarks: z.array(z.string()),
  reasonsForControl: z.array(z.string()),
})
const percent = z
  .object({ low: z.number(), high: z.number() })
  .readonly()
  .describe('Percent, at least and at most')
const ownership = z.object({
  party: z.number().describe('Index of the party'),
  results: z
    .array(
      z.object({
        operator: z.string().describe('Who adds the ownership up: bis or ofac'),
        citation,
        verdict: verdict.describe('Whether owners that count hold 50 percent or more'),
        percent,
        unknownShare: percent.describe(
          'Percent of which it is not settled whether the owner counts',
        ),
        path: z
          .array(
            z.object({
              holder: z.string(),
              held: z.string(),
              percent,
              counts: z.enum(['yes', 'unknown']),
              because: z.enum(['listed', 'owned', 'not-screened', 'owners-unknown']),
              source: z.string().nullable(),
            }),
          )
          .describe('The holdings of owners that count or may count, the furthest first'),
        arithmetic: z.array(z.string()),
        mostRestrictiveOwner: z.string().nullable(),
        flags: z.array(
          z.object({ kind: z.string(), text: z.string(), citation, about: z.array(z.string()) }),
        ),
        issues: z.array(z.string()).describe('Faults in what the case says of the owners'),
        multiplied: z
          .object({ percent, arithmetic: z.array(z.string()) })
          .describe(
            'The share multiplied along the chain, for display: neither law adds ownership up so',
          ),
      }),
    )
    .describe('One result for each body of law, side by side'),
})
const partyHit = z.object({
  id: z.string(),
  list: z.string(),
  listTitle: z.string(),
  listDate: z.string(),
  name: z.string(),
  lists: z
    .array(z.string())
    .describe('What a party with this entry is known to be, as `lists` of a case writes it'),
  matched: z.string().nullable(),
  kind: z.enum(['name', 'address']),
  score: z.number().nullable(),
  band: z.enum(['exact', 'strong', 'review', 'near']),
  country: z.enum(['supports', 'contradicts', 'not given', 'not listed']),
  words: z.array(z.string()),
  citation: z.string(),
  requirement: z.string(),
  reviewPolicy: z.string().nullable(),
  exceptions: z.string().nullable(),
  footnotes: z.array(z.number()),
  notice: z.string().nullable(),
  digest: z.string(),
})
const partyScreening = z.object({
  at: z.string().describe('Where the party or owner stands in the case'),
  name: z.string(),
  status: z.enum(['stated', 'listed', 'none', 'question', 'before-the-lists', 'stale']),
  lists: z
    .array(z.string())
    .nullable()
    .describe('What its lists were taken to be; null where the case decides or a person must'),
  source: z
    .object({ document: z.string(), date: z.string() })
    .nullable()
    .describe('Where its lists are taken from; null where the case decides or a person must'),
  contradicts: z.boolean().describe('Whether the case says less than the lists'),
  threshold: z.number().describe('Score from which a name is a hit'),
  notComparable: z.array(z.string()),
  hits: z.array(partyHit),
  nearMisses: z
    .array(partyHit)
    .describe('Entries whose names fell just short of the threshold. They are no hits'),
  cleared: z
    .array(
      partyHit.extend({
        by: z.array(z.string()),
        reason: z.string(),
        until: z.string().nullable(),
      }),
    )
    .describe('Hits that people have decided to be another party'),
})
const basis = z.object({
  engine: z.string(),
  pack: z.object({ id: z.string(), sha256: z.string() }),
  lists: z.array(z.object({ id: z.string(), date: z.string(), sha256: z.string() })),
  lawDate: z.string(),
  knowledgeDate: z.string(),
  posture: z.enum(['text', 'enforced']),
  includeProposed: z.boolean(),
  profiles: z.array(z.object({ id: z.string(), sha256: z.string() })),
  caseSha256: z.string().describe('SHA-256 of the canonical JSON (RFC 8785) of the case'),
})

/** Schema of the answer to one case. */
export const determinationSchema = z.object({
  case: z.string().describe('Id of the case'),
  title: z.string().nullable(),
  outcome: outcome.describe('The strictest outcome over all items'),
  reviewPolicy: policy.nullable(),
  reviewPolicySettled: z
    .boolean()
    .describe('False while a missing fact could still lead to another policy'),
  reviewPolicyOptions: z.array(
    z.object({ policy, provision: z.string(), citation, questions: z.array(z.string()) }),
  ),
  because: z.array(z.string()).describe('Ids of the provisions that decide the outcome'),
  textOnly: outcome.nullable().describe('Outcome of the codified text alone, where it differs'),
  route: z.object({
    activity: z.string().nullable(),
    from: z.string().nullable(),
    to: z.string().nullable(),
    via: z.array(z.string()),
  }),
  parties: z.array(
    z.object({
      index: z.number(),
      role: z.string(),
      name: z.string(),
      country: z.string().nullable(),
    }),
  ),
  items: z.array(item),
  findings: z.array(finding).describe('Provisions that applied or stay open'),
  exceptions: z.array(exception).describe('License exceptions that were considered'),
  questions: z
    .array(
      z.object({
        fact: z.string(),
        name: z.string(),
        ask: z.string(),
        settles: z.number(),
        knownBy: z.string(),
      }),
    )
    .describe('Missing facts that matter, the one that settles most first'),
  obligations: z.array(
    z.object({
      provision: z.string(),
      citation,
      item: itemIndex,
      text: z.string(),
      dueBy: z.string().nullable(),
    }),
  ),
  redFlags: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      citation,
      item: itemIndex,
      open: z.boolean(),
      resolution: z.string().nullable(),
    }),
  ),
  screening: z
    .array(partyScreening)
    .describe('What screening found of each party and owner, with what follows from each hit'),
  ownership: z.array(ownership).describe('Who owns each party whose owners the case names'),
  assumed: z.array(
    z.object({
      fact: z.string(),
      value: z.unknown(),
      profile: z.string(),
      basis: z.string(),
      signedBy: z.string(),
      expires: z.string(),
    }),
  ),
  notices: z
    .array(
      z.object({
        id: z.string(),
        title: z.string(),
        citation,
        source: bibliography,
        status,
        text: z.string(),
        changesOutcome: z.boolean(),
      }),
    )
    .describe(
      'Law that is not applied: proposed, not enforced, suspended, guidance, or later than verified',
    ),
  considered: z
    .array(
      z.object({
        id: z.string(),
        kind: z.string(),
        title: z.string(),
        citation,
        status,
        item: itemIndex,
        failed: z.string(),
      }),
    )
    .describe('Provisions that were tested and did not apply, with the clause that failed'),
  notModelled: z
    .array(z.object({ citation, state: z.enum(['partly', 'pointer', 'out']), why: z.string() }))
    .describe('What was not tested, so that silence is never read as clearance'),
  facts: z.array(
    z.object({
      path: z.string(),
      label: z.string(),
      value: z.unknown(),
      source: z.string(),
      assumed: z.boolean(),
    }),
  ),
  basis,
})
