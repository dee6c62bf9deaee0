import type { Accelerator } from '../../src/catalog/catalog.ts'
import { memoryBandwidthDensity } from '../../src/derive/memory-bandwidth-density.ts'
import type { Derived } from '../../src/derive/measured.ts'
import { performanceDensity } from '../../src/derive/performance-density.ts'
import { tpp } from '../../src/derive/tpp.ts'

interface Figures {
  readonly tpp: Derived | undefined
  readonly performanceDensity: Derived | undefined
  readonly memoryBandwidthDensity: Derived | undefined
}

/** What a row alone gives for the lines of 3A090, without a case. */
export function figures(row: Accelerator): Figures {
  const performance = tpp(row.throughput)
  const { dieArea, memoryBandwidth, packageArea } = row
  return {
    tpp: performance,
    performanceDensity: performance && dieArea && performanceDensity(performance, dieArea),
    memoryBandwidthDensity:
      memoryBandwidth && packageArea && memoryBandwidthDensity(memoryBandwidth, packageArea),
  }
}
