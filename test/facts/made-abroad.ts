import { stringify } from 'yaml'
import { contextOf } from '../../src/check.ts'
import { dealItems, type DealItem } from '../../src/facts/deal.ts'
import { readCases } from '../../src/facts/read-case.ts'
import { engine } from '../engine.ts'

export const DAY = '2026-08-01'
const context = contextOf(engine, engine.lawOn(DAY, false), { profiles: [] })

/** What is wrong with a case that has this production, each with its path. */
export function issuesOf(production: object): string[] {
  const [read] = readCases(caseText({ production }), 'case.yaml', engine.schema)
  if (read === undefined || read.ok) return []
  return read.issues.map(({ at, message }) => `${at.path}: ${message}`)
}

/** A foreign-made item on its way from Malaysia to Vietnam. */
export function madeAbroad(item: object, to = 'VN'): DealItem {
  const [read] = readCases(caseText(item, to), 'case.yaml', engine.schema)
  if (read === undefined || !read.ok) throw new Error(JSON.stringify(read?.issues))
  return dealItems(read.value.case, context)[0]!
}

const caseText = (item: object, to = 'VN'): string =>
  stringify({
    kind: 'transaction',
    activity: 'reexport',
    from: 'MY',
    to,
    items: [{ form: 'other', origin: 'foreign', ...item }],
  })
