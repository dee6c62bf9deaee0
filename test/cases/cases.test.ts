import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { describe, expect, it } from 'vitest'
import { check, contextOf } from '../../src/check.ts'
import type { Determination } from '../../src/determination.ts'
import { dealItems } from '../../src/facts/deal.ts'
import { readCases } from '../../src/facts/read-case.ts'
import type { Profile } from '../../src/facts/assumptions.ts'
import { stringify } from 'yaml'
import type { Verdict } from '../../src/logic/verdict.ts'
import { testsOf, verdictIn } from '../../src/stages/test.ts'
import { engine } from '../engine.ts'
import { overlay } from './overlay.ts'

/** A legal case: facts, a date, and the answer that the law gives, with its reasons. */
interface LegalCase {
  title: string
  asOf?: string
  posture?: 'text' | 'enforced'
  includeProposed?: boolean
  assume?: Profile[]
  facts: Record<string, unknown>
  expect: {
    outcome: Determination['outcome']
    /** Provisions that decide the outcome, each with its citation. Exact: one more or less fails. */
    reasons?: Record<string, string>
    paragraph?: string | null
    confidence?: 'A' | 'B' | 'C'
    reviewPolicy?: string | null
    reviewPolicySettled?: 'yes' | 'no'
    textOnly?: string | null
    /** Exceptions by id, with their verdict. */
    exceptions?: Record<string, 'yes' | 'no' | 'unknown'>
    /** Paths of the missing facts. Exact. */
    questions?: string[]
    notices?: string[]
    obligations?: string[]
    redFlags?: string[]
    /** Provisions of any kind that apply to the deal, whether or not they decide it. */
    applies?: string[]
    /** Provisions whose condition is known not to be met, or that are not in force. */
    doesNotApply?: string[]
    /** Facts that a profile supplied. Exact. */
    assumed?: string[]
  }
}

interface CaseFile {
  /** Facts that every case of the file shares; a case's own facts are laid over them, key by key. */
  common?: Record<string, unknown>
  cases: LegalCase[]
}

const folder = import.meta.dirname
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml') && !name.startsWith('proposals/'))
  .sort()

for (const file of files) {
  const { common = {}, cases } = parse(readFileSync(join(folder, file), 'utf8')) as CaseFile
  describe(file, () => {
    for (const legal of cases)
      it(legal.title, () => {
        const { seen, expected } = judge(legal, common)
        expect(seen).toEqual(expected)
      })
  })
}

/** What a legal case expects, and what the answer has in the same places. */
function judge(
  legal: LegalCase,
  common: Record<string, unknown>,
): { seen: object; expected: object } {
  const facts = overlay(common, { kind: 'transaction', ...legal.facts }) as Record<string, unknown>
  const [read] = readCases(
    stringify(facts, { aliasDuplicateObjects: false }),
    'case',
    engine.schema,
  )
  if (read === undefined || !read.ok)
    throw new Error(`not a case: ${JSON.stringify(read?.issues, null, 1)}`)
  const options = {
    asOf: legal.asOf,
    today: '2026-11-22',
    posture: legal.posture ?? 'enforced',
    includeProposed: legal.includeProposed ?? false,
    profiles: (legal.assume ?? []).map((profile) => ({ profile, sha256: '' })),
    caseSha256: '',
    fallbackId: 'case',
  } as const
  const answer = check(engine, read.value.case, options)
  const law = engine.lawOn(answer.basis.lawDate, options.includeProposed)
  const tested = dealItems(read.value.case, contextOf(engine, law, options)).map(
    ({ facts: known }) => {
      const tests = testsOf(law, known)
      return new Map(
        law.all.map((active) => [active.provision.id, verdictIn(tests, active, options.posture)]),
      )
    },
  )
  const wanted = legal.expect
  const seen: Record<string, unknown> = {}
  const expected: Record<string, unknown> = {}
  const compare = (name: keyof LegalCase['expect'], actual: unknown): void => {
    if (wanted[name] === undefined) return
    seen[name] = actual
    expected[name] = wanted[name]
  }
  const item = answer.items[0]
  const citations = new Map(
    [...answer.findings, ...answer.exceptions].map(({ id, citation }) => [id, citation]),
  )
  compare('outcome', answer.outcome)
  compare('reasons', Object.fromEntries(answer.because.map((id) => [id, citations.get(id)])))
  compare('paragraph', item?.classification.paragraph ?? null)
  compare('confidence', item?.classification.confidence)
  compare('reviewPolicy', answer.reviewPolicy)
  compare('reviewPolicySettled', answer.reviewPolicySettled ? 'yes' : 'no')
  compare('textOnly', answer.textOnly)
  compare('questions', answer.questions.map(({ fact }) => fact).sort())
  if (wanted.questions !== undefined) expected['questions'] = [...wanted.questions].sort()
  const verdicts = new Map(answer.exceptions.map(({ id, verdict }) => [id, verdict]))
  compare(
    'exceptions',
    Object.fromEntries(
      Object.keys(wanted.exceptions ?? {}).map((id) => [id, verdicts.get(id) ?? 'not considered']),
    ),
  )
  const among = (ids: readonly string[] | undefined, all: readonly string[]): string[] =>
    (ids ?? []).filter((id) => all.includes(id))
  compare(
    'notices',
    among(
      wanted.notices,
      answer.notices.map(({ id }) => id),
    ),
  )
  compare(
    'obligations',
    among(
      wanted.obligations,
      answer.obligations.map(({ provision }) => provision),
    ),
  )
  compare(
    'redFlags',
    among(
      wanted.redFlags,
      answer.redFlags.map(({ id }) => id),
    ),
  )
  const holding = (verdict: Verdict) => (id: string) =>
    tested.some((one) => one.get(id) === verdict)
  compare('applies', (wanted.applies ?? []).filter(holding('yes')))
  compare(
    'doesNotApply',
    (wanted.doesNotApply ?? []).filter(
      (id) => !tested.some((one) => one.has(id)) || holding('no')(id),
    ),
  )
  compare(
    'assumed',
    answer.assumed.map(({ fact }) => fact),
  )
  return { seen, expected }
}
