import { sayPath } from '../../src/facts/path.ts'
import { dictionaryOf } from '../../src/facts/dictionary.ts'
import type { Condition } from '../../src/logic/condition.ts'
import type { Provision, Text } from '../../src/rules/provision.ts'
import type { ReadPack } from '../../src/rules/read.ts'
import type { Table } from '../../src/rules/tables.ts'

const shared = { assumable: false, knownBy: 'exporter' } as const

/** The facts that the packs of these tests know. */
export const dictionary = dictionaryOf({
  facts: {
    to: { type: 'country', at: 'to', ...shared },
    'endUse.military': { type: 'boolean', at: 'endUse.military', ...shared },
    'circuit.tpp': { type: 'number', unit: 'TPP', at: 'tpp', min: 0, ...shared },
    'evidence.daysBefore': { type: 'number', unit: 'days', at: 'evidence.daysBefore', ...shared },
  },
})

/** A text with a condition, from a day on. */
export const text = (when: Condition, from = '2023-11-17', until?: string): Text => ({
  effective: { from, ...(until === undefined ? {} : { until }) },
  source: '88 FR 73458',
  confidence: 'A',
  when,
  duties: [],
})

/** A requirement with some texts. */
export const provision = (id: string, texts: readonly Text[]): Provision => ({
  id,
  kind: 'requirement',
  title: id,
  law: id,
  rows: [],
  overlay: false,
  regardlessOfSubject: false,
  reasonsForControl: [],
  lifts: [],
  bars: [],
  reviews: [],
  text: texts,
  enforcement: [],
  verified: { on: '2026-11-01', against: 'eCFR', confidence: 'A' },
})

/** A pack of some provisions as if it had been read; places carry the path alone. */
export const readOf = (
  provisions: readonly Provision[],
  tables: readonly Table[] = [],
): ReadPack => ({
  dictionary,
  documents: new Map(),
  placeIn: (id, path) => ({ file: id, path: sayPath(path) }),
  pack: {
    id: 'test',
    knowledgeDate: '2026-11-22',
    modelledFrom: '2022-10-07',
    staleAfterDays: 90,
    facts: {},
    provisions,
    tables,
    countries: { countries: [], regions: [], mistakes: [] },
    sources: {},
    coverage: [],
    accelerators: [],
    cloud: [],
    ccl: { entries: [], questions: [], footnotes: [] },
    ownership: [],
    wording: {},
  },
})
