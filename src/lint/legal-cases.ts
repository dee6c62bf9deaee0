import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { contextOf } from '../check.ts'
import { engineOf, type Engine } from '../engine.ts'
import { dealItems } from '../facts/deal.ts'
import { readDocuments } from '../facts/read-document.ts'
import type { Facts } from '../logic/facts.ts'
import { subjectsOf } from '../proposal/subjects.ts'
import { proposalSchema } from '../proposal/schema.ts'
import type { Pack } from '../rules/pack.ts'

/** A number that a legal case gives to a fact, on its law date. */
export interface Observed {
  readonly fact: string
  readonly day: string
  readonly value: number
}

interface CaseFile {
  readonly common?: object
  readonly cases?: readonly { readonly asOf?: string; readonly facts?: object }[]
}

/**
 * The numbers of every legal case below a folder: YAML files with `common` facts and `cases`, each of
 * `asOf` and `facts`. A case that can't be read gives none; the tests that run the cases report it.
 */
export function observe(folder: string, pack: Pack): Observed[] {
  const engine = engineOf(pack, '')
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => {
      const read = readDocuments(readFileSync(join(folder, name), 'utf8'), name)
      return read.ok ? read.value.flatMap(({ value }) => ofFile(value as CaseFile, engine)) : []
    })
}

function ofFile({ common = {}, cases = [] }: CaseFile, engine: Engine): Observed[] {
  return cases.flatMap(({ asOf, facts = {} }) => {
    const whole = overlay(common, facts)
    if (isMapping(whole) && whole['kind'] === 'proposal') return ofProposal(whole, asOf, engine)
    const parsed = engine.schema.safeParse(overlay(common, { kind: 'transaction', ...facts }))
    if (!parsed.success) return []
    const day = asOf ?? parsed.data.date ?? engine.pack.knowledgeDate
    const context = contextOf(engine, engine.lawOn(day, false), { profiles: [] })
    return dealItems(parsed.data, context).flatMap((item) => numbers(item.facts, day))
  })
}

function ofProposal(input: object, asOf: string | undefined, engine: Engine): Observed[] {
  const parsed = proposalSchema(engine).safeParse(input)
  if (!parsed.success) return []
  const day = asOf ?? parsed.data.date ?? engine.pack.knowledgeDate
  return subjectsOf(engine, parsed.data, {
    asOf: day,
    today: day,
    posture: 'enforced',
    includeProposed: false,
    profiles: [],
  }).subjects.flatMap(({ facts }) => numbers(facts, day))
}

function numbers({ values, lists }: Facts, day: string): Observed[] {
  const own: Observed[] = []
  // A member's facts are laid on those of the party that it is.
  for (const fact in values) {
    const value = values[fact]
    if (typeof value === 'number') own.push({ fact, day, value })
  }
  const members = Object.values(lists).flatMap((list) => list?.members ?? [])
  return [...own, ...members.flatMap((member) => numbers(member, day))]
}

/** Lays a case's own facts over those that its file shares; `null` takes one away. */
function overlay(under: unknown, over: unknown): unknown {
  if (!isMapping(under) || !isMapping(over)) return over
  const merged: Record<string, unknown> = { ...under }
  for (const [key, value] of Object.entries(over)) {
    if (value === null) delete merged[key]
    else merged[key] = overlay(under[key], value)
  }
  return merged
}

const isMapping = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
