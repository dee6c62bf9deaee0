import { nearLine } from './near-line.ts'
import { bounds, exact, quantity, type Confidence, type Quantity } from './measured.ts'

/** One part of a model's training: pre-training, later training, fine-tuning. */
export interface TrainingRun {
  readonly what: string
  /** Operations, where they are counted and not estimated from hardware. */
  readonly operations?: Quantity | undefined
  /** Hours that one accelerator ran, summed over all of them. */
  readonly gpuHours?: Quantity | undefined
  /** Peak of one accelerator in the format of the training: 10^12 operations a second, dense. */
  readonly peak?: { readonly value: Quantity; readonly confidence: Confidence } | undefined
  /** Percent of the peak that the training reached. */
  readonly utilization?: Quantity | undefined
}

/** The training compute of a model, and the arithmetic that gives it, a line for each run and the sum. */
export interface TrainingOperations {
  /** Undefined while a run is open. */
  readonly value: Quantity | undefined
  readonly arithmetic: readonly string[]
  /** The first run that lacks something, or holds only a range, and what would narrow the sum. */
  readonly open: { readonly run: number; readonly missing: RunPart } | undefined
}

export type RunPart = 'operations' | 'gpuHours' | 'peak' | 'utilization'

const SECONDS_PER_HOUR = 3600
const PER_TERA = 1e12

/**
 * Operations over all runs: pre-training and whatever came after it count together (technical notes to
 * 4E091). Of a run that is known by its hardware alone they are GPU-hours x 3,600 seconds x peak x
 * utilization. A datasheet's peak counts a multiply and an add as two operations. A recollected peak is
 * a range of 1 percent to either side.
 */
export function trainingOperations(runs: readonly TrainingRun[]): TrainingOperations {
  let low = 0
  let high = 0
  const arithmetic: string[] = []
  let open: TrainingOperations['open']
  let loose: TrainingOperations['open']
  for (const [run, input] of runs.entries()) {
    const found = operationsOf(input)
    if ('missing' in found) {
      open ??= { run, missing: found.missing }
      continue
    }
    const { value, text } = found
    const rough = roughPart(input)
    if (rough !== undefined) loose ??= { run, missing: rough }
    low += bounds(value).low
    high += bounds(value).high
    arithmetic.push(`${input.what}: ${text}`)
  }
  if (open !== undefined) return { value: undefined, arithmetic, open }
  const value = quantity(exact(low), exact(high))
  if (runs.length > 1) arithmetic.push(`together ${formatOperations(value)} operations`)
  return { value, arithmetic, open: loose }
}

function operationsOf(run: TrainingRun): { value: Quantity; text: string } | { missing: RunPart } {
  if (run.operations !== undefined)
    return { value: run.operations, text: `${formatOperations(run.operations)} operations` }
  const { gpuHours, peak, utilization } = run
  if (gpuHours === undefined)
    return { missing: peak === undefined && utilization === undefined ? 'operations' : 'gpuHours' }
  if (peak === undefined) return { missing: 'peak' }
  if (utilization === undefined) return { missing: 'utilization' }
  const parts = [gpuHours, SECONDS_PER_HOUR, nearLine(peak), PER_TERA, utilization, 0.01]
  const times = (side: 'low' | 'high'): number =>
    exact(parts.reduce<number>((product, part) => product * bounds(part)[side], 1))
  const value = quantity(times('low'), times('high'))
  const text =
    `${formatOperations(gpuHours)} GPU-hours x 3,600 s x ${formatOperations(nearLine(peak))} x 10^12 ` +
    `operations a second x ${formatOperations(utilization)} percent = ${formatOperations(value)} operations`
  return { value, text }
}

/** What makes a run a range instead of a number. */
function roughPart({ operations, gpuHours, peak, utilization }: TrainingRun): RunPart | undefined {
  if (operations !== undefined) return typeof operations === 'number' ? undefined : 'operations'
  if (peak !== undefined && typeof nearLine(peak) !== 'number') return 'peak'
  if (typeof utilization !== 'number') return 'utilization'
  return typeof gpuHours === 'number' ? undefined : 'gpuHours'
}

/** Writes a count as `9.9e25`, or `980` where it is small; a range as `9.9e25 to 1.01e26`. */
export function formatOperations(value: Quantity): string {
  const { low, high } = bounds(value)
  return low === high ? written(low) : `${written(low)} to ${written(high)}`
}

const written = (value: number): string => {
  const rounded = Number(value.toPrecision(6))
  return rounded >= 1e6 ? rounded.toExponential().replace('e+', 'e') : String(rounded)
}
