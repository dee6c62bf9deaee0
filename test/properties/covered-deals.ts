import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { parse } from 'yaml'
import type { Case } from '../../src/facts/case.ts'
import { overlay } from '../cases/overlay.ts'

interface LegalCase {
  readonly facts: object
  readonly expect: { readonly outcome: string }
}

/**
 * Deals that a license exception covers, from the legal cases: so much must be true of one at once that
 * deals made up fact by fact hardly ever are.
 */
export const coveredDeals: fc.Arbitrary<Case> = fc.constantFrom(
  ...['exceptions', 'license-exceptions', 'thresholds'].flatMap((name) => {
    const file = new URL(`../cases/${name}.yaml`, import.meta.url)
    const { common = {}, cases } = parse(readFileSync(file, 'utf8')) as {
      common?: object
      cases: readonly LegalCase[]
    }
    return cases
      .filter(({ expect }) => expect.outcome === 'permitted-with-conditions')
      .map(({ facts }) => overlay(common, { kind: 'transaction', ...facts }) as Case)
  }),
)
