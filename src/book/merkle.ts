import { createHash } from 'node:crypto'

/**
 * The Merkle tree of RFC 6962, section 2.1, over the lines of the log: a leaf is SHA-256(00 || line), a
 * node SHA-256(01 || left || right), and the left part of n leaves holds the largest power of two below n.
 */
export const leafHash = (line: string | Uint8Array): Buffer =>
  createHash('sha256').update('\u0000').update(line).digest()

const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer =>
  createHash('sha256').update('\u0001').update(left).update(right).digest()

/** The full subtrees of a tree that grows: enough to append a leaf and to name the root. */
export interface Frontier {
  readonly size: number
  /** Roots of the full subtrees, the largest first; their sizes are the bits of `size`. */
  readonly roots: readonly Buffer[]
}

export const EMPTY: Frontier = { size: 0, roots: [] }

/** The frontier with one leaf more. */
export function grown({ size, roots }: Frontier, leaf: Buffer): Frontier {
  const rest = [...roots]
  let node = leaf
  for (let bits = size; bits % 2 === 1; bits = (bits - 1) / 2) node = nodeHash(rest.pop()!, node)
  return { size: size + 1, roots: [...rest, node] }
}

/** The root of a tree in lowercase hexadecimal; of no leaf, the SHA-256 of nothing. */
export function rootOf({ roots }: Frontier): string {
  if (roots.length === 0) return createHash('sha256').digest('hex')
  return roots.reduceRight((right, left) => nodeHash(left, right)).toString('hex')
}

/** The audit path of RFC 6962, section 2.1.1: the hashes that lead from one leaf to the root. */
export function pathTo(index: number, leaves: readonly Buffer[]): string[] {
  if (leaves.length <= 1) return []
  const split = splitOf(leaves.length)
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)]
  return index < split
    ? [...pathTo(index, left), rootHash(right).toString('hex')]
    : [...pathTo(index - split, right), rootHash(left).toString('hex')]
}

const rootHash = (leaves: readonly Buffer[]): Buffer =>
  Buffer.from(rootOf(leaves.reduce(grown, EMPTY)), 'hex')

function splitOf(size: number): number {
  let split = 1
  while (split * 2 < size) split *= 2
  return split
}

/** The root to which a leaf and its audit path lead; RFC 9162, section 2.1.3.2. Undefined where it can't. */
export function rootFrom(
  leaf: Buffer,
  index: number,
  size: number,
  path: readonly string[],
): string | undefined {
  if (index >= size) return undefined
  let [at, last, node] = [index, size - 1, leaf]
  for (const step of path) {
    if (last === 0) return undefined
    const other = Buffer.from(step, 'hex')
    if (at % 2 === 1 || at === last) {
      node = nodeHash(other, node)
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)]
    } else node = nodeHash(node, other)
    ;[at, last] = [Math.floor(at / 2), Math.floor(last / 2)]
  }
  return last === 0 ? node.toString('hex') : undefined
}
