import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'
import { describe, expect, it } from 'vitest'
import { check } from '../../src/check.ts'
import type { Determination, Posture } from '../../src/determination.ts'
import type { Case } from '../../src/facts/case.ts'
import { readCases } from '../../src/facts/read-case.ts'
import { engine } from '../engine.ts'
import { overlay } from './overlay.ts'

interface CaseFile {
  readonly common?: Record<string, unknown>
  readonly cases: readonly {
    readonly title: string
    readonly asOf: string
    readonly facts: Record<string, unknown>
  }[]
}

const OF_MODELS = [
  'hosted-access.yaml',
  'model-weights.yaml',
  'letters-and-customers.yaml',
  'worked/models.yaml',
]
const OF_OTHERS = [
  'design-software.yaml',
  'hosted-computing.yaml',
  'data-transfers.yaml',
  'data-thresholds.yaml',
  'outbound-investment.yaml',
  'proposed.yaml',
  'worked/eda-3D006.yaml',
  'worked/eda-cloud.yaml',
  'worked/data-and-investment.yaml',
]

/** Where the sheet on models says that the text and its enforcement part. */
const PARTED = new Set(['ear.742.6.a.13', 'ear.734.9.l', 'letters.2026-06-12'])

/** A deal under the law as enforced, by the text alone, and with proposals counted in. */
interface ThreeWays {
  readonly title: string
  readonly enforced: Determination
  readonly text: Determination
  readonly proposed: Determination
}

function threeWays(file: string): ThreeWays[] {
  const { common = {}, cases } = parse(
    readFileSync(join(import.meta.dirname, file), 'utf8'),
  ) as CaseFile
  return cases.map(({ title, asOf, facts }) => {
    const input = caseOf(overlay(common, { kind: 'transaction', ...facts }))
    return {
      title: `${file}: ${title} (${asOf})`,
      enforced: judged(input, asOf, 'enforced', false),
      text: judged(input, asOf, 'text', false),
      proposed: judged(input, asOf, 'enforced', true),
    }
  })
}

const deals = OF_MODELS.flatMap(threeWays)
const others = OF_OTHERS.flatMap(threeWays)

function caseOf(facts: unknown): Case {
  const text = stringify(facts, { aliasDuplicateObjects: false })
  const [read] = readCases(text, 'case', engine.schema)
  if (read === undefined || !read.ok) throw new Error(`not a case: ${JSON.stringify(read?.issues)}`)
  return read.value.case
}

function judged(
  input: Case,
  asOf: string,
  posture: Posture,
  includeProposed: boolean,
): Determination {
  const options = { asOf, posture, includeProposed, today: asOf, profiles: [] }
  return check(engine, input, { ...options, caseSha256: '', fallbackId: 'case' })
}

const differing = deals.filter(({ enforced, text }) => enforced.outcome !== text.outcome)

describe('the text and its enforcement', () => {
  it('part in some of the deals, and agree in most', () => {
    expect(differing.length).toBeGreaterThan(10)
    expect(differing.length).toBeLessThan(deals.length / 3)
  })

  it('are both told where they part, and nowhere else', () => {
    const told = deals.filter(
      ({ enforced, text }) =>
        enforced.textOnly !== (enforced.outcome === text.outcome ? null : text.outcome),
    )
    expect(told.map(({ title }) => title)).toEqual([])
  })

  it('part only where the sheet says so, and the answer says why', () => {
    const silent = differing.filter(({ enforced }) => {
      const said = enforced.notices.filter(
        ({ id, status, changesOutcome, text }) =>
          changesOutcome && PARTED.has(id) && status !== 'in-force' && text !== '',
      )
      return said.length === 0
    })
    expect(silent.map(({ title }) => title)).toEqual([])
  })
})

describe('proposed law', () => {
  it('changes no deal of the models: none of the measures asks for a license', () => {
    const changed = deals.filter(
      ({ enforced, proposed }) =>
        enforced.outcome !== proposed.outcome ||
        enforced.because.join() !== proposed.because.join(),
    )
    expect(changed.map(({ title }) => title)).toEqual([])
  })

  it('is told in the same deals, whether it is counted in or not', () => {
    const proposals = ({ notices }: Determination): string[] =>
      notices.filter(({ status }) => status === 'proposed').map(({ id }) => id)
    const told = deals.filter(({ enforced }) => proposals(enforced).length > 0)
    expect(told.length).toBeGreaterThan(10)
    for (const { title, enforced, proposed } of told)
      expect(proposals(proposed), title).toEqual(proposals(enforced))
  })
})

describe('the terms of a provider', () => {
  it('are told as policy, and decide nothing', () => {
    const policies = deals.flatMap(({ enforced }) =>
      enforced.notices.filter(({ status }) => status === 'policy'),
    )
    expect(policies.length).toBeGreaterThan(20)
    expect(policies.filter(({ changesOutcome }) => changesOutcome)).toEqual([])
    const decided = deals.flatMap(({ enforced }) =>
      [...enforced.because, ...enforced.findings.map(({ id }) => id)].filter((id) =>
        id.startsWith('policy.'),
      ),
    )
    expect(decided).toEqual([])
  })
})

describe('design software, computing in the cloud, data and investment', () => {
  it('answer by the text otherwise only where the answer names the text that is not enforced', () => {
    const parted = others.filter(({ enforced, text }) => enforced.outcome !== text.outcome)
    expect(parted.length).toBeGreaterThan(0)
    expect(parted.length).toBeLessThan(others.length / 10)
    for (const { title, enforced, text } of parted) {
      expect(enforced.textOnly, title).toBe(text.outcome)
      // A text whose facts are open is asked about by whoever asks for the text.
      if (text.outcome === 'needs-facts') continue
      const named = enforced.notices.filter(({ changesOutcome }) => changesOutcome)
      expect(
        named.some(({ id }) => text.because.includes(id)),
        title,
      ).toBe(true)
    }
  })

  it('answer by proposals otherwise only where a proposal decides, which is told before', () => {
    const changed = others.filter(({ enforced, proposed }) => enforced.outcome !== proposed.outcome)
    expect(changed.length).toBeGreaterThan(0)
    const isProposal = (id: string): boolean => id.startsWith('proposed.')
    for (const { title, enforced, proposed } of changed) {
      expect(enforced.notices.map(({ id }) => id).some(isProposal), title).toBe(true)
      expect(proposed.because.some(isProposal), title).toBe(true)
    }
  })
})
