/** Counts fired rules and hashes them with their deals, in any order: equal sets, equal hash. */
export function makeTally() {
  let count = 0
  let sum = 0
  let other = 0
  const fired = (deal, rule) => {
    let h = Math.imul(deal * 4099 + rule + 1, 0x9e3779b1)
    h = Math.imul(h ^ (h >>> 15), 0x85ebca6b)
    count++
    sum = (sum + h) | 0
    other = (other + Math.imul(h ^ (h >>> 13), 0xc2b2ae35)) | 0
  }
  const hash = () =>
    `${count}-${(sum >>> 0).toString(16)}${(other >>> 0).toString(16).padStart(8, '0')}`
  return { fired, hash }
}
