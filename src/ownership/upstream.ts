import type { Register } from './register.ts'

/** Everybody above a company, owners before the companies that they hold, the company itself last. */
export function upstreamOf(register: Register, subject: string): string[] {
  const seen = new Set<string>([subject])
  const order: string[] = []
  // Chains can be longer than the call stack, so the walk keeps its own.
  const walk = [{ id: subject, owners: register.owners(subject), next: 0 }]
  for (let top = walk.at(-1); top !== undefined; top = walk.at(-1)) {
    const owner = top.owners[top.next++]
    if (owner === undefined) {
      order.push(top.id)
      walk.pop()
    } else if (!seen.has(owner.holder)) {
      seen.add(owner.holder)
      walk.push({ id: owner.holder, owners: register.owners(owner.holder), next: 0 })
    }
  }
  return order
}

/** The companies that close a circle: each holds a share in one of its own owners. */
export function circlesIn(register: Register, upstream: readonly string[]): string[] {
  const place = new Map(upstream.map((id, index) => [id, index]))
  return upstream.filter((id, index) =>
    register.owners(id).some(({ holder }) => place.get(holder)! > index),
  )
}
