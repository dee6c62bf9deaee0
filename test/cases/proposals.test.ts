import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'
import { describe, expect, it } from 'vitest'
import { readCases } from '../../src/facts/read-case.ts'
import { checkProposal } from '../../src/proposal/check-proposal.ts'
import type { ProposalOutcome, ProposalResult } from '../../src/proposal/result.ts'
import { proposalSchema } from '../../src/proposal/schema.ts'
import { engine } from '../engine.ts'
import { overlay } from './overlay.ts'

/** A proposal as a legal case: what it says, a date, and the answer that the program gives. */
interface LegalProposal {
  title: string
  asOf?: string
  facts: Record<string, unknown>
  expect: {
    outcome: ProposalOutcome
    /** Provisions that decide, each with its citation. Exact. */
    because?: Record<string, string>
    /** Labels of what the deciding provisions are about. Exact. */
    about?: string[]
    /** Kinds of what is missing, in order. Exact. */
    missing?: string[]
    /** Places of what is missing, in order. Exact. */
    where?: string[]
    /** Provisions of the conditions. Exact, each once. */
    conditions?: string[]
    /** Paths of the questions. Exact. */
    questions?: string[]
    presumption?: 'yes' | 'no' | 'unknown'
    /** Percent of U.S. content, or a range [low, high]. */
    percent?: number | [number, number] | null
    applies?: string[]
    doesNotApply?: string[]
    /** Outcomes of exports: `hardware/VN`. */
    exports?: Record<string, string>
  }
}

interface CaseFile {
  common?: Record<string, unknown>
  cases: LegalProposal[]
}

const folder = join(import.meta.dirname, 'proposals')

for (const file of readdirSync(folder).filter((name) => name.endsWith('.yaml'))) {
  const { common = {}, cases } = parse(readFileSync(join(folder, file), 'utf8')) as CaseFile
  describe(file, () => {
    for (const legal of cases)
      it(legal.title, () => {
        const answer = judged(overlay(common, legal.facts), legal.asOf)
        const wanted = expected(legal.expect)
        expect(seenOf(answer, legal.expect)).toEqual(wanted)
      })
  })
}

function judged(facts: unknown, asOf: string | undefined): ProposalResult {
  const text = stringify(
    { kind: 'proposal', ...(facts as object) },
    { aliasDuplicateObjects: false },
  )
  const [read] = readCases(text, 'proposal', proposalSchema(engine))
  if (read === undefined || !read.ok)
    throw new Error(`not a proposal: ${JSON.stringify(read?.issues, null, 1)}`)
  return checkProposal(engine, read.value.case, {
    asOf,
    today: '2026-11-22',
    posture: 'enforced',
    includeProposed: false,
    profiles: [],
    caseSha256: '',
    fallbackId: 'proposal',
  })
}

const yes = (value: unknown): unknown => (value === true ? 'yes' : value === false ? 'no' : value)

function expected({
  questions,
  conditions,
  presumption,
  ...rest
}: LegalProposal['expect']): object {
  return {
    ...rest,
    ...(questions && { questions: [...questions].sort() }),
    ...(conditions && { conditions: [...conditions].sort() }),
    ...(presumption !== undefined && { presumption: yes(presumption) }),
  }
}

function seenOf(answer: ProposalResult, wanted: LegalProposal['expect']): object {
  const applying = answer.findings.filter(({ verdict }) => verdict === 'yes')
  const ids = new Set(applying.map(({ id }) => id))
  const deciding = answer.findings.filter(({ id, verdict }) => {
    return answer.because.includes(id) && (verdict === 'yes' || answer.outcome === 'undetermined')
  })
  const percent = answer.usContent.percent
  const all: Record<keyof LegalProposal['expect'], unknown> = {
    outcome: answer.outcome,
    because: Object.fromEntries(
      answer.because.map((id) => [id, answer.findings.find((one) => one.id === id)?.citation]),
    ),
    about: [...new Set(deciding.map(({ about }) => about.label))],
    missing: answer.missing.map(({ kind }) => kind),
    where: answer.missing.map(({ where }) => where),
    conditions: [...new Set(answer.conditions.map(({ provision }) => provision))].sort(),
    questions: answer.questions.map(({ fact }) => fact).sort(),
    presumption: answer.usContent.presumption,
    percent: percent && (percent.low === percent.high ? percent.low : [percent.low, percent.high]),
    applies: (wanted.applies ?? []).filter((id) => ids.has(id)),
    doesNotApply: (wanted.doesNotApply ?? []).filter(
      (id) => !answer.findings.some((one) => one.id === id),
    ),
    exports: Object.fromEntries(
      answer.layers.flatMap(({ layer, exports }) =>
        exports
          .map(({ country, outcome }) => [`${layer}/${country}`, outcome] as const)
          .filter(([cell]) => cell in (wanted.exports ?? {})),
      ),
    ),
  }
  return Object.fromEntries(Object.entries(all).filter(([key]) => key in wanted))
}
