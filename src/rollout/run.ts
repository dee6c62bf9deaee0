import type { Determination } from '../determination.ts'
import type { Engine } from '../engine.ts'
import type { Law } from '../rules/on-day.ts'
import { strictest } from '../stages/decide.ts'
import { VERSION } from '../version.ts'
import { alikeOn, type Alike } from './alike.ts'
import { answerOf } from './answer.ts'
import { differences } from './changes.ts'
import { cellCase, determine, type RolloutOptions } from './determine.ts'
import { findings, type Wanted } from './findings.ts'
import { FEATURE_KINDS } from './kinds.ts'
import { layoutOf } from './layout.ts'
import type { Column, Manifest } from './manifest.ts'
import type { Place } from './places.ts'
import { asked, askingOf, policyAsking, type Asking } from './questions.ts'
import type { Answer, Cell, Rollout, RolloutBasis } from './rollout.ts'
import { originOf } from './transaction.ts'

/**
 * Judges every cell of a rollout: feature x model x place x customers x law date. Cells that the law
 * can't tell apart are decided once; each is what `check` says of the cell's own transaction.
 */
export function rollOut(engine: Engine, manifest: Manifest, options: RolloutOptions): Rollout {
  const { rows, columns, has, on } = layoutOf(manifest, engine, options.asOf)
  const judge = judgeOf(engine, manifest, options)
  const cells: Cell[] = []
  const wanted: Wanted[] = []
  for (const asOf of options.asOf) {
    for (const place of rows) {
      for (const column of columns) {
        if (!has(column, place.code)) continue
        const { answer, index } = judge.cell(column, place, asOf)
        const { outcome, because } = answer
        const path = on(column, place.code, asOf)
        const cell = {
          place: place.code,
          ...namesOf(manifest, column),
          asOf,
          on: path !== undefined,
          outcome,
          because,
          answer: index,
        }
        cells.push(cell)
        if (path !== undefined) wanted.push({ cell, path })
      }
    }
  }
  const { answers } = judge
  return {
    rollout: manifest.id ?? options.fallbackId,
    title: manifest.title ?? null,
    asOf: [...options.asOf],
    features: manifest.features.map(({ id, kind, title }) => ({ id, kind, title: title ?? null })),
    models: (manifest.models ?? []).map(({ id }) => id),
    customers: (manifest.customers ?? []).map(({ id, title }) => ({ id, title: title ?? null })),
    places: rows.map(({ code }) => code),
    outcome: wanted.length === 0 ? null : strictest(wanted.map(({ cell }) => cell.outcome)),
    cells,
    answers,
    findings: findings(wanted, answers, options.place),
    questions: asked(cells, judge.asking),
    differences: differences(cells, answers, options.asOf),
    since: null,
    assumed: judge.assumed(),
    notModelled: judge.notModelled(),
    basis: basisOf(engine, options, judge.lists()),
  }
}

/** The ids by which the answer names a column. */
export function namesOf(
  { features, models, customers }: Manifest,
  column: Column,
): Pick<Cell, 'feature' | 'model' | 'customers'> {
  return {
    feature: features[column.feature]!.id,
    model: column.model === undefined ? null : models![column.model]!.id,
    customers: column.customers === undefined ? null : customers![column.customers]!.id,
  }
}

interface Judged {
  readonly answer: Answer
  readonly index: number
}

interface Judge {
  readonly cell: (column: Column, place: Place, day: string) => Judged
  readonly answers: Answer[]
  /** What each answer asks, by its index. */
  readonly asking: readonly Asking[][]
  readonly assumed: () => Rollout['assumed']
  readonly notModelled: () => Rollout['notModelled']
  readonly lists: () => RolloutBasis['lists']
}

function judgeOf(engine: Engine, manifest: Manifest, options: RolloutOptions): Judge {
  const known = new Map<string, Judged>()
  const byContent = new Map<string, Judged>()
  const answers: Answer[] = []
  const asking: Asking[][] = []
  const assumed = new Map<string, Rollout['assumed'][number]>()
  let last: Determination | undefined
  const days = new Map(
    options.asOf.map((day) => {
      const law = engine.lawOn(day, options.includeProposed)
      return [day, { law, alike: alikeOn(engine, law) }] as const
    }),
  )

  const decide = (column: Column, place: Place, day: string, law: Law, alike: Alike): Judged => {
    const { input, seats, policies } = cellCase(
      engine,
      manifest,
      column,
      place,
      law,
      alike,
      options,
    )
    const determination = determine(engine, input, day, options)
    last = determination
    for (const one of determination.assumed) assumed.set(`${one.fact} ${one.profile}`, one)
    const origin = (path: string): string => originOf(manifest, column, path)
    const answer = answerOf(determination, policies, seats, origin)
    const content = JSON.stringify(answer)
    const same = byContent.get(content)
    if (same !== undefined) return same
    const fresh = { answer, index: answers.length }
    byContent.set(content, fresh)
    answers.push(answer)
    const all = [
      ...determination.questions.map((one) => askingOf(one, engine, origin(one.fact))),
      ...policies.flatMap(({ asks }) =>
        asks.map((ask) => policyAsking(ask, engine, origin(ask.path))),
      ),
    ]
    asking.push([...new Map(all.map((one) => [one.at, one])).values()])
    return fresh
  }

  return {
    cell: (column, place, day) => {
      const { law, alike } = days.get(day)!
      const { feature, model, customers } = column
      const who = isNamed(manifest, column) ? place.code : alike.place(place)
      const key = `${day} ${feature} ${model} ${customers} ${who}`
      const found = known.get(key) ?? decide(column, place, day, law, alike)
      known.set(key, found)
      return found
    },
    answers,
    asking,
    assumed: () => [...assumed.values()],
    notModelled: () => last?.notModelled ?? [],
    lists: () => last?.basis.lists ?? [],
  }
}

/**
 * Whether screening compares a party's name with entries of the country of the cell, so that no two places
 * are alike: a named customer, or whoever runs the data center there.
 */
function isNamed({ customers = [], exporter, features }: Manifest, column: Column): boolean {
  const { kind, operator } = features[column.feature]!
  const who = column.customers === undefined ? undefined : customers[column.customers]
  const runs = FEATURE_KINDS[kind]!.regions === 'places' ? (operator ?? exporter) : undefined
  return who?.name !== undefined || runs?.name !== undefined
}

function basisOf(
  engine: Engine,
  { asOf, posture, includeProposed, profiles, manifestSha256 }: RolloutOptions,
  lists: RolloutBasis['lists'],
): RolloutBasis {
  return {
    engine: VERSION,
    pack: { id: engine.pack.id, sha256: engine.sha256 },
    lists,
    lawDate: asOf[0]!,
    lawDates: [...asOf],
    knowledgeDate: engine.pack.knowledgeDate,
    posture,
    includeProposed,
    profiles: profiles.map(({ profile, sha256 }) => ({ id: profile.id, sha256 })),
    manifestSha256,
  }
}
