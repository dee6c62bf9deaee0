import { say } from '../../src/errors.ts'
import type { RolloutOptions } from '../../src/rollout/determine.ts'
import { manifestSchema } from '../../src/rollout/manifest-schema.ts'
import { readManifest, type ReadManifest } from '../../src/rollout/read-manifest.ts'
import type { Cell, Rollout } from '../../src/rollout/rollout.ts'
import { rollOut } from '../../src/rollout/run.ts'
import { engine } from '../engine.ts'

const schema = manifestSchema(engine)

/** A company seated in the United States, customers seated where they buy, and every answer that a desk has on file. */
export const STATED = `
from: US
exporter: { country: US, headquarters: US, ultimateParent: { headquarters: US }, lists: [], listedOwnership: 0 }
customers:
  - { id: business, headquarters: here, ultimateParent: { headquarters: here }, lists: [], listedOwnership: 0, sdnOwnership: 0 }
facts:
  endUse: { military: no, militaryIntelligence: no, supercomputer: no, advancedNode: no, nuclear: no, missile: no, chemicalBiological: no }
  letters: []
  redFlags: []
`

/** An API, and a chip that is sent. */
export const FEATURES = `
features:
  - { id: api, kind: hosted-inference }
  - { id: card, kind: sdk, items: [{ product: NVIDIA H100 SXM, quantity: 1, origin: US, alsoDescribedIn: none }] }
`

/** Reads a manifest. @throws with what is wrong with it. */
export function read(yaml: string): ReadManifest {
  const result = readManifest(`kind: rollout\n${yaml}`, 'rollout.yaml', schema)
  if (!result.ok) throw new Error(result.issues.map(say).join('\n'))
  return result.value
}

export const optionsFor = (
  { place }: ReadManifest,
  more: Partial<RolloutOptions> = {},
): RolloutOptions => ({
  asOf: ['2026-11-20'],
  posture: 'enforced',
  includeProposed: false,
  profiles: [],
  manifestSha256: '0'.repeat(64),
  fallbackId: 'rollout',
  place,
  ...more,
})

/** The rollout of a manifest. */
export function rolled(yaml: string, more: Partial<RolloutOptions> = {}): Rollout {
  const manifest = read(yaml)
  return rollOut(engine, manifest.manifest, optionsFor(manifest, more))
}

/** The cell of a place and a feature. */
export function cellOf({ cells }: Rollout, place: string, feature: string, asOf?: string): Cell {
  const found = cells.find(
    (cell) =>
      cell.place === place &&
      cell.feature === feature &&
      (asOf === undefined || cell.asOf === asOf),
  )
  if (found === undefined) throw new Error(`no cell ${place}:${feature}`)
  return found
}
