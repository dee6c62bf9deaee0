import type { Provision } from '../rules/provision.ts'
import { definitionsIn } from './conditions.ts'

/** Each ring of definitions that rest on one another, once, from its first id on and back to it. */
export function cycles(definitions: ReadonlyMap<string, Provision>): string[][] {
  const found = new Map<string, string[]>()
  const done = new Set<string>()
  const visit = (id: string, trail: readonly string[]): void => {
    const start = trail.indexOf(id)
    if (start >= 0) {
      const ring = trail.slice(start)
      const first = ring.indexOf([...ring].sort()[0]!)
      const turned = [...ring.slice(first), ...ring.slice(0, first)]
      found.set(turned.join(' '), [...turned, turned[0]!])
      return
    }
    if (done.has(id)) return
    for (const { when } of definitions.get(id)?.text ?? []) {
      for (const next of definitionsIn(when)) visit(next, [...trail, id])
    }
    done.add(id)
  }
  for (const id of definitions.keys()) visit(id, [])
  return [...found.values()]
}
