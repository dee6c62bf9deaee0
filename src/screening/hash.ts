/** A 32-bit FNV-1a hash of a word; what has one hash is compared letter by letter afterwards. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  // Neighbors differ in their last letter, and buckets are cut by the first bits.
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d)
  return (hash ^ (hash >>> 12)) >>> 0
}

/** Buckets of about four hashes. */
const bitsFor = (count: number): number =>
  Math.min(18, Math.max(8, Math.ceil(Math.log2(count + 1)) - 2))

/** Numbers by the hash of a key: sorted by hash, with the start of each bucket of hashes. */
export interface HashTable {
  readonly hashes: Uint32Array
  readonly values: Uint32Array
  readonly starts: Uint32Array
}

/** Gathers pairs of a key and a value, and sorts them into a table. */
export interface HashTableMaker {
  readonly add: (key: string, value: number) => void
  readonly table: () => HashTable
}

/** A hash and a value in one number that sorts by hash: 32 and 21 bits, as a double holds exactly. */
const SHIFT = 2 ** 21

/** Makes a table. A value may stand under many keys, a key may have many values. */
export function hashTableMaker(): HashTableMaker {
  let pairs = new Float64Array(1024)
  let count = 0
  return {
    add: (key, value) => {
      if (count === pairs.length) {
        const larger = new Float64Array(count * 2)
        larger.set(pairs)
        pairs = larger
      }
      pairs[count++] = hashOf(key) * SHIFT + value
    },
    table: () => tableOf(pairs.subarray(0, count).sort()),
  }
}

function tableOf(order: Float64Array): HashTable {
  const distinct = order.filter((pair, i) => i === 0 || pair !== order[i - 1])
  const bits = bitsFor(distinct.length)
  const table = {
    hashes: new Uint32Array(distinct.length),
    values: new Uint32Array(distinct.length),
    starts: new Uint32Array(2 ** bits + 1),
  }
  for (let i = 0; i < distinct.length; i++) {
    const pair = distinct[i]!
    const hash = Math.floor(pair / SHIFT)
    table.hashes[i] = hash
    table.values[i] = pair - hash * SHIFT
    table.starts[(hash >>> (32 - bits)) + 1]!++
  }
  for (let i = 1; i < table.starts.length; i++) table.starts[i]! += table.starts[i - 1]!
  return table
}

/** Calls back with every value under a hash. */
export function eachUnder(
  { hashes, values, starts }: HashTable,
  hash: number,
  take: (value: number) => void,
): void {
  const bucket = hash >>> (32 - Math.log2(starts.length - 1))
  const end = starts[bucket + 1]!
  for (let i = starts[bucket]!; i < end; i++) {
    const at = hashes[i]!
    if (at < hash) continue
    if (at > hash) return
    take(values[i]!)
  }
}
