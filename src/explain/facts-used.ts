import type { FactUsed } from '../determination.ts'
import type { DealItem } from '../facts/deal.ts'
import type { Facts } from '../logic/facts.ts'
import type { Wording } from '../wording/wording.ts'
import { factLabel, sourceText } from './narrate.ts'

/** Every known fact of the deal once, with where it came from. */
export function factsUsed(wording: Wording, deals: readonly DealItem[]): FactUsed[] {
  const used = new Map<string, FactUsed>()
  const add = (facts: Facts): void => {
    for (const fact of Object.keys(facts.sources).sort()) {
      const value = facts.values[fact]
      const source = facts.sources[fact]
      const path = facts.paths[fact] ?? fact
      if (value === undefined || source === undefined || used.has(path)) continue
      used.set(path, {
        path,
        label: factLabel(wording, fact),
        value,
        source: sourceText(source, wording),
        assumed: source.from === 'assumed',
      })
    }
  }
  for (const { facts } of deals) {
    add(facts)
    for (const list of Object.values(facts.lists)) list?.members.forEach(add)
  }
  return [...used.values()]
}
