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

const FILES = [
  'hosted-access.yaml',
  'model-weights.yaml',
  'letters-and-customers.yaml',
  'worked/models.yaml',
]

/** Where the sheet on models says that the text and its enforcement part. */
const PARTED = new Set(['ear.742.6.a.13', 'ear.734.9.l', 'letters.2026-06-12'])

/** Each deal of the models under the law as enforced, by the text alone, and with proposals counted in. */
const deals = FILES.flatMap((file) => {
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
})

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
