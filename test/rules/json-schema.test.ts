import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { describe, expect, it } from 'vitest'
import { scopeOf, type FactDefinition, type Scope } from '../../src/facts/dictionary.ts'
import { schemaFiles } from '../../src/schema-build.ts'
import { find } from '../../src/wording/wording.ts'
import { engine } from '../engine.ts'

interface Node {
  readonly description?: string
  readonly properties?: Readonly<Record<string, Node>>
  readonly items?: Node
}

const published = JSON.parse(readFileSync('schema/case.schema.json', 'utf8')) as Node
/** Facts of a deal; those of a proposal stand in a schema of their own. */
const OF_DEALS = new Set<Scope>(['deal', 'item', 'circuit', 'party', 'input'])
const placed = [...engine.dictionary.values()].filter(
  ({ at, name }) => at !== 'derived' && OF_DEALS.has(scopeOf(name)),
)

/** Where the facts of a scope stand in the schema of a case. */
function scopeNode({ name }: FactDefinition): Node | undefined {
  const item = published.properties?.['items']?.items
  switch (scopeOf(name)) {
    case 'deal':
      return published
    case 'item':
      return item
    case 'circuit':
      return item?.properties?.['specs']
    case 'party':
      return published.properties?.['parties']?.items
    case 'input':
      return item?.properties?.['production']?.properties?.['inputs']?.items
    case 'module':
      return item?.properties?.['modules']?.items
    default:
      return undefined
  }
}

const nodeOf = (fact: FactDefinition): Node | undefined =>
  fact.at
    .split('.')
    .reduce<Node | undefined>((node, step) => node?.properties?.[step], scopeNode(fact))

describe('the published schema of a case', () => {
  it.each([...schemaFiles('rules')])(
    'is fresh: %s (run `node dist/src/schema-build.js`)',
    (name, text) => {
      expect(readFileSync(`schema/${name}`, 'utf8')).toBe(text)
    },
  )

  it.each(['case', 'determination', 'proposal', 'proposal-result'])('names itself: %s', (name) => {
    const schema = JSON.parse(readFileSync(`schema/${name}.schema.json`, 'utf8')) as object
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: `urn:licet:schema:${name}`,
      title: `Licet ${name.replace('-', ' ')}`,
      version: '0.1.0',
    })
  })

  it('has every fact that stands in a case, with its question', () => {
    // These are described by the frame that they stand in, where they are more than a fact.
    const framed = ['party.role', 'party.parentHeadquarters']
    const facts = placed.filter(({ name }) => !framed.includes(name))
    expect(facts.length).toBeGreaterThan(80)
    const described = Object.fromEntries(
      facts.map((fact) => [fact.name, nodeOf(fact)?.description]),
    )
    const asked = Object.fromEntries(
      facts.map(({ name }) => [name, find(engine.wording, `facts.${name}.ask`)]),
    )
    expect(described).toEqual(asked)
    for (const name of framed) expect(nodeOf(engine.dictionary.get(name)!)).toBeDefined()
  })

  it('admits a case and refuses a misspelt key and an impossible value', () => {
    const schema = z.fromJSONSchema(published as z.core.JSONSchema.JSONSchema)
    const good = {
      kind: 'transaction',
      to: 'CN',
      items: [{ product: 'NVIDIA H20', specs: { dieArea: [780, 830] } }],
    }
    expect(schema.safeParse(good).error?.issues).toBeUndefined()
    expect(schema.safeParse({ ...good, desination: 'CN' }).success).toBe(false)
    expect(schema.safeParse({ ...good, items: [{ specs: { tpp: -1 } }] }).success).toBe(false)
    expect(schema.safeParse({ ...good, endUse: { military: 'maybe' } }).success).toBe(false)
  })

  it('admits a value with its source', () => {
    const schema = z.fromJSONSchema(published as z.core.JSONSchema.JSONSchema)
    const sourced = {
      value: true,
      source: { document: 'end-use statement', page: 2, date: '2026-11-01' },
      evidence: 'E-1',
    }
    expect(
      schema.safeParse({ kind: 'transaction', endUse: { military: sourced } }).error?.issues,
    ).toBeUndefined()
    expect(
      schema.safeParse({ kind: 'transaction', endUse: { military: { ...sourced, page: 2 } } })
        .success,
    ).toBe(false)
  })
})
