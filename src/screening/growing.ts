/** Numbers that are added one by one; kept flat, since arrays of arrays keep the collector busy. */
export interface Numbers {
  readonly add: (value: number) => void
  readonly count: () => number
  readonly made: () => Uint32Array
}

/** Numbers to be added to. */
export function numbers(): Numbers {
  let all = new Uint32Array(1024)
  let count = 0
  return {
    add: (value) => {
      if (count === all.length) {
        const larger = new Uint32Array(count * 2)
        larger.set(all)
        all = larger
      }
      all[count++] = value
    },
    count: () => count,
    made: () => all.slice(0, count),
  }
}
