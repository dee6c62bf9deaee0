import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'
import { describe, expect, it } from 'vitest'
import { contextOf } from '../../src/check.ts'
import { dealItems } from '../../src/facts/deal.ts'
import { readCases } from '../../src/facts/read-case.ts'
import type { Proof } from '../../src/logic/prove.ts'
import { proposalSchema } from '../../src/proposal/schema.ts'
import { subjectsOf } from '../../src/proposal/subjects.ts'
import { wholeProof } from '../../src/stages/test.ts'
import { engine } from '../engine.ts'
import { overlay } from './overlay.ts'

interface CaseFile {
  readonly common?: Record<string, unknown>
  readonly cases: readonly {
    readonly asOf?: string
    readonly includeProposed?: boolean
    readonly facts: Record<string, unknown>
  }[]
}

/** Every verdict that a provision, or a definition inside one, gets in some legal case. */
const seen = new Map<string, Set<string>>()
const folder = import.meta.dirname
for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.yaml'),
)) {
  const { common = {}, cases } = parse(readFileSync(join(folder, file), 'utf8')) as CaseFile
  for (const legal of cases)
    (isProposal(common) ? collectProposal : collect)(
      overlay(common, { kind: 'transaction', ...legal.facts }),
      legal.asOf,
      legal.includeProposed ?? false,
    )
}

function isProposal(common: Record<string, unknown>): boolean {
  return common['kind'] === 'proposal'
}

function collectProposal(facts: unknown, asOf: string | undefined, includeProposed: boolean): void {
  const proposal = proposalSchema(engine).parse({ ...(facts as object), kind: 'proposal' })
  const { law, subjects } = subjectsOf(engine, proposal, {
    asOf: asOf ?? '2026-11-22',
    today: '2026-11-22',
    posture: 'enforced',
    includeProposed,
    profiles: [],
  })
  for (const active of law.by.program) {
    for (const { of, facts: known } of subjects) {
      if (of === active.provision.program?.of) note(active.provision.id, active.codified(known))
    }
  }
}

function collect(facts: unknown, asOf: string | undefined, includeProposed: boolean): void {
  const [read] = readCases(
    stringify(facts, { aliasDuplicateObjects: false }),
    'case',
    engine.schema,
  )
  if (read === undefined || !read.ok) return
  const law = engine.lawOn(asOf ?? '2026-11-22', includeProposed)
  for (const item of dealItems(read.value.case, contextOf(engine, law, { profiles: [] }))) {
    for (const active of law.all) {
      if (['definition', 'program'].includes(active.provision.kind)) continue
      note(active.provision.id, active.codified(item.facts))
      definitionsOf(wholeProof(law, active, item.facts))
    }
  }
}

function definitionsOf({ claim, verdict, because }: Proof): void {
  if (claim.kind === 'holds') note(claim.id, verdict)
  because.forEach(definitionsOf)
}

function note(id: string, verdict: string): void {
  const verdicts = seen.get(id) ?? new Set()
  seen.set(id, verdicts.add(verdict))
}

/** What follows from a requirement or a day alone: nothing in a case keeps it from applying. */
const ALWAYS = new Set([
  'ear.744.11.review',
  'ear.744.22.review',
  'ear.734.before-modeled-time',
  'program.not-established',
  'program.no-call',
  'program.window-closed',
  'program.determination',
  'program.no-waiver',
])

describe('the legal cases', () => {
  const ids = engine.pack.provisions.map(({ id }) => id)

  it('show every provision applying to some deal', () => {
    expect(ids.filter((id) => seen.get(id)?.has('yes') !== true)).toEqual([])
  })

  it('show every provision not applying to some deal', () => {
    expect(ids.filter((id) => seen.get(id)?.has('no') !== true && !ALWAYS.has(id))).toEqual([])
  })
})
