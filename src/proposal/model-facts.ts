import { knownOf } from '../facts/known.ts'
import type { List, Value } from '../logic/facts.ts'
import type { BaseInput } from './input.ts'
import { FactSheet, type Reading, type Subject } from './reading.ts'

const FAMILIES = 'ai-exports-program-model-families'

/**
 * The models that a proposal offers, each with those that it is built on. A layer that somebody provides
 * and that names no model may hold any.
 */
export function modelSubjects(reading: Reading): Subject[] {
  const { models, providers = [] } = reading.proposal.layers?.models ?? {}
  if (models === undefined) return providers.length === 0 ? [] : [unnamed()]
  return models.map((model, i) => {
    const path = `layers.models.models[${i}]`
    const sheet = new FactSheet()
    origin(sheet, 'layerModel', model, path, reading)
    sheet.paths['bases'] = `${path}.basedOn`
    const members = (model.basedOn ?? []).map((base, j) => {
      const own = new FactSheet()
      origin(own, 'base', base, `${path}.basedOn[${j}]`, reading)
      return own.facts(base.name)
    })
    // What nobody says a model is built on may be built on anything.
    const bases: List = { members, complete: model.basedOn !== undefined, asks: 'bases' }
    return subjectOf(sheet, model.name, bases)
  })
}

function unnamed(): Subject {
  const place = 'layers.models.models'
  const sheet = new FactSheet()
  sheet.put('layerModel.origin', undefined, place)
  sheet.put('layerModel.family', undefined, place)
  sheet.paths['bases'] = place
  return subjectOf(sheet, 'models', { members: [], complete: false, asks: 'bases' })
}

const subjectOf = (sheet: FactSheet, label: string, bases: List): Subject => ({
  of: 'model',
  facts: sheet.facts(label, { bases }),
  label,
  party: null,
  layer: 'models',
  target: null,
  country: null,
})

function origin(
  sheet: FactSheet,
  scope: 'layerModel' | 'base',
  input: BaseInput,
  path: string,
  { context, members }: Reading,
): void {
  const fact = context.dictionary.get(`${scope}.origin`)!
  const known = knownOf(fact, input.origin, context.destination)
  sheet.put(fact.name, known?.value, `${path}.origin`)
  sheet.sources[fact.name] = known?.source
  sheet.put(`${scope}.family`, familyOf(input, members(FAMILIES)), `${path}.name`, 'its name')
}

/** The family of the table that a model or its developer is named after: `Qwen2.5-72B` is Qwen. */
export function familyOf(
  { name, developer = '' }: Pick<BaseInput, 'name' | 'developer'>,
  families: ReadonlySet<Value>,
): string {
  const words = ` ${name} ${developer} `.normalize('NFKC').toLowerCase()
  const names = [...families].filter((family) => typeof family === 'string')
  const found = names.find((family) => {
    // Spaces and hyphens come and go in names: Deep Seek.
    const letters = Array.from(family.toLowerCase()).join('[\\s_.-]*')
    return new RegExp(`(?<!\\p{L})${letters}`, 'u').test(words)
  })
  return found ?? 'none'
}
