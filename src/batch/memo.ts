/**
 * Remembers values up to about twice a weight, in all: the older half is let go when the younger is full, and what
 * is asked for again is kept. What was forgotten is worked out again, to the same value.
 */
export class Memo<Value> {
  readonly #most: number
  readonly #weigh: (value: Value) => number
  #weight = 0
  #young = new Map<string, Value>()
  #old = new Map<string, Value>()

  /** Each value weighs one where nothing else is said. */
  constructor(most: number, weigh: (value: Value) => number = () => 1) {
    this.#most = most
    this.#weigh = weigh
  }

  get(key: string): Value | undefined {
    const young = this.#young.get(key)
    if (young !== undefined) return young
    const old = this.#old.get(key)
    if (old !== undefined) this.set(key, old)
    return old
  }

  set(key: string, value: Value): void {
    const weight = this.#weigh(value)
    if (this.#weight + weight > this.#most) {
      this.#old = this.#young
      this.#young = new Map()
      this.#weight = 0
    }
    this.#young.set(key, value)
    this.#weight += weight
  }
}
