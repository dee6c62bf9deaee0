import { readFileSync } from 'node:fs'
import fc from 'fast-check'

/** Seeds that once found a fault, as fast-check prints them: they are run before new ones. */
const seeds = JSON.parse(readFileSync(new URL('seeds.json', import.meta.url), 'utf8')) as Record<
  string,
  { seed: number; path?: string }[]
>

/** How many times the runs of a property are taken: once by `npm test`, more often by `.ci/soak`. */
export const TIMES = Number(process.env['LICET_TIMES'] ?? 1)

/** Asserts a property by its name in seeds.json: on the seeds that once found a fault, then on new ones. */
export function holds<T>(name: string, property: fc.IProperty<T>, numRuns: number): void {
  for (const found of seeds[name] ?? []) fc.assert(property, { ...found, numRuns: 1 })
  fc.assert(property, { numRuns: numRuns * TIMES })
}
