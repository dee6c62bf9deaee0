/** Most bytes that a letter of UTF-16 takes in UTF-8. */
const BYTES_A_LETTER = 3
const FIRST = 1_048_576

/** Text in UTF-8 that is written piece by piece, in a buffer that is used again for what comes after. */
export class GrowingBytes {
  #buffer = Buffer.allocUnsafeSlow(FIRST)
  #length = 0

  text(text: string): void {
    this.#makeRoom(text.length * BYTES_A_LETTER)
    this.#length += this.#buffer.write(text, this.#length)
  }

  bytes(bytes: Uint8Array): void {
    this.#makeRoom(bytes.length)
    this.#buffer.set(bytes, this.#length)
    this.#length += bytes.length
  }

  /** All that was written, in bytes of its own; what follows begins anew. */
  take(): Uint8Array {
    const taken = Uint8Array.prototype.slice.call(this.#buffer, 0, this.#length)
    this.#length = 0
    return taken
  }

  #makeRoom(more: number): void {
    const needed = this.#length + more
    if (needed <= this.#buffer.length) return
    const larger = Buffer.allocUnsafeSlow(Math.max(needed, 2 * this.#buffer.length))
    this.#buffer.copy(larger, 0, 0, this.#length)
    this.#buffer = larger
  }
}
