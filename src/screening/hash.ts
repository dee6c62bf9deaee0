/** Where the hash of a word begins; letters are folded in one after the other. */
export const HASH_START = 0x811c9dc5

/** The hash of a word's beginning with one more letter (FNV-1a, 32 bits). */
export const withLetter = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193)

/** Ends a hash. Neighbors differ in their last letter, and buckets are cut by the first bits. */
export function ended(start: number): number {
  const hash = Math.imul(start ^ (start >>> 15), 0x2c1b3c6d)
  return (hash ^ (hash >>> 12)) >>> 0
}

/** A 32-bit hash of a word; what has one hash is compared letter by letter afterwards. */
export function hashOf(text: string): number {
  let hash = HASH_START
  for (let i = 0; i < text.length; i++) hash = withLetter(hash, text.charCodeAt(i))
  return ended(hash)
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
  readonly addHash: (hash: number, value: number) => void
  readonly table: () => HashTable
}

/** A hash and a value in one number that sorts by hash: 32 and 21 bits, as a double holds exactly. */
const SHIFT = 2 ** 21

/** Makes a table. A value may stand under many keys, a key may have many values. */
export function hashTableMaker(): HashTableMaker {
  let pairs = new Float64Array(1024)
  let count = 0
  const addHash = (hash: number, value: number): void => {
    if (count === pairs.length) {
      const larger = new Float64Array(count * 2)
      larger.set(pairs)
      pairs = larger
    }
    pairs[count++] = hash * SHIFT + value
  }
  return {
    add: (key, value) => addHash(hashOf(key), value),
    addHash,
    table: () => tableOf(pairs.subarray(0, count)),
  }
}

/** Pairs in order, each once: parted by their first bits, since few stand in one bucket, and sorted there. */
function sortedOnce(pairs: Float64Array): Float64Array {
  const bits = bitsFor(pairs.length)
  const cut = SHIFT * 2 ** (32 - bits)
  const starts = new Uint32Array(2 ** bits + 1)
  for (let i = 0; i < pairs.length; i++) starts[Math.floor(pairs[i]! / cut) + 1]!++
  for (let i = 1; i < starts.length; i++) starts[i]! += starts[i - 1]!
  const order = new Float64Array(pairs.length)
  const next = starts.slice()
  for (let i = 0; i < pairs.length; i++) {
    const pair = pairs[i]!
    const bucket = Math.floor(pair / cut)
    let at = next[bucket]!++
    for (; at > starts[bucket]! && order[at - 1]! > pair; at--) order[at] = order[at - 1]!
    order[at] = pair
  }
  let kept = 0
  for (let i = 0; i < order.length; i++)
    if (i === 0 || order[i] !== order[kept - 1]) order[kept++] = order[i]!
  return order.subarray(0, kept)
}

function tableOf(pairs: Float64Array): HashTable {
  const distinct = sortedOnce(pairs)
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

/** The bucket of a hash: there are two to a power of them, by its first bits. */
const bucketOf = ({ starts }: HashTable, hash: number): number =>
  hash >>> (Math.clz32(starts.length - 1) + 1)

/** Calls back with every value under a hash. */
export function eachUnder(table: HashTable, hash: number, take: (value: number) => void): void {
  const { hashes, values, starts } = table
  const bucket = bucketOf(table, hash)
  const end = starts[bucket + 1]!
  for (let i = starts[bucket]!; i < end; i++) {
    const at = hashes[i]!
    if (at < hash) continue
    if (at > hash) return
    take(values[i]!)
  }
}

/**
 * Calls back with every value under each of some hashes. A table is larger than what lies near the processor:
 * all buckets are asked for before the first is read, so that they are on their way at the same time.
 */
export function eachUnderAny(
  table: HashTable,
  asked: Uint32Array,
  take: (value: number) => void,
): void {
  const { hashes, values, starts } = table
  if (begins.length < asked.length) begins = new Uint32Array(asked.length)
  for (let k = 0; k < asked.length; k++) begins[k] = starts[bucketOf(table, asked[k]!)]!
  for (let k = 0; k < asked.length; k++) {
    const hash = asked[k]!
    for (let i = begins[k]!; hashes[i]! <= hash; i++) if (hashes[i] === hash) take(values[i]!)
  }
}

let begins = new Uint32Array(32)
