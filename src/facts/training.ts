import type { Catalog } from '../catalog/lookup.ts'
import { bounds, weaker, type Confidence, type Quantity } from '../derive/measured.ts'
import {
  formatOperations,
  trainingOperations,
  type RunPart,
  type TrainingRun,
} from '../derive/training-operations.ts'
import type { Source, Value } from '../logic/facts.ts'
import { productOf } from './product.ts'
import type { Amount, TrainingInput, TrainingRunInput } from './training-input.ts'

/** What the runs say of the training compute, or where the fact stands that is missing. */
export interface TrainingFacts {
  readonly values: Readonly<Record<string, Value | undefined>>
  readonly sources: Readonly<Record<string, Source | undefined>>
  readonly asks: Readonly<Record<string, string>>
  readonly conflicts: readonly string[]
  readonly remarks: readonly string[]
}

const OPERATIONS = 'item.trainingOperations'
const NONE: TrainingFacts = { values: {}, sources: {}, asks: {}, conflicts: [], remarks: [] }

/** Shares by which a stated total may differ from the sum of the runs before somebody has to look. */
const TOLERANCE = 0.02

/**
 * Works the training compute of a model out from its runs. It is known only where the case says that the
 * runs are all there are: counting is cumulative. A stated total stands, and a sum that is apart from it
 * is a contradiction.
 */
export function trainingFacts(
  { runs }: TrainingInput,
  stated: Value | undefined,
  complete: Value | undefined,
  prefix: string,
  catalog: Catalog,
): TrainingFacts {
  if (runs === undefined) return NONE
  const read = runs.map((run) => runOf(run, catalog))
  const { value, arithmetic, open } = trainingOperations(read.map(({ run }) => run))
  const remarks = read.flatMap((run) => run.remarks)
  const confidence = read.flatMap(({ run: { peak } }) => peak?.confidence ?? []).reduce(weaker, 'A')
  if (stated !== undefined) {
    const conflicts =
      value !== undefined && complete === true && apart(stated as Quantity, value)
        ? [
            `trainingOperations: the case says ${formatOperations(stated as Quantity)}, its runs give ${formatOperations(value)}`,
          ]
        : []
    return { ...NONE, conflicts, remarks }
  }
  const isKnown = value !== undefined && complete === true
  const missing =
    open === undefined || (value !== undefined && !isKnown)
      ? 'complete'
      : placeOf(open.run, open.missing, runs[open.run]!)
  return {
    ...NONE,
    values: { [OPERATIONS]: isKnown ? value : undefined },
    sources: isKnown
      ? { [OPERATIONS]: { from: 'derived', text: arithmetic.join('; '), confidence } }
      : {},
    asks: { [OPERATIONS]: `${prefix}.training.${missing}` },
    remarks: isKnown ? [`training: ${arithmetic.join('; ')}`, ...remarks] : remarks,
  }
}

/** Where the missing part of a run stands: the format first, where a product is named. */
function placeOf(run: number, missing: RunPart, { product, format }: TrainingRunInput): string {
  const part =
    missing === 'peak' && product !== undefined && format === undefined ? 'format' : missing
  return `runs[${run}].${part}`
}

function runOf(
  input: TrainingRunInput,
  catalog: Catalog,
): { readonly run: TrainingRun; readonly remarks: readonly string[] } {
  const { what, product, format } = input
  const found = product === undefined ? undefined : productOf({ product }, catalog)
  const peaks = (found?.rows ?? []).map(({ throughput }) =>
    throughput.find((one) => one.format === format || ofSixteenBits(one.format, format)),
  )
  const stated = amount(input.peak)
  return {
    run: {
      what,
      operations: amount(input.operations),
      gpuHours: amount(input.gpuHours),
      utilization: amount(input.utilization),
      peak: stated === undefined ? spanned(peaks) : { value: stated, confidence: 'B' },
    },
    remarks: found?.remarks() ?? [],
  }
}

/** Makers print one rate for both 16-bit formats, and the catalogue has it under one of them. */
const ofSixteenBits = (listed: string, wanted: string | undefined): boolean =>
  wanted !== undefined && [listed, wanted].every((one) => one === 'FP16' || one === 'BF16')

/** The peaks of all products that a name may mean, as one range; undefined where one of them is not known. */
function spanned(
  peaks: readonly ({ readonly dense: Quantity; readonly confidence: Confidence } | undefined)[],
): TrainingRun['peak'] {
  const known = peaks.flatMap((peak) => (peak === undefined ? [] : [peak]))
  if (known.length === 0 || known.length < peaks.length) return undefined
  const low = Math.min(...known.map(({ dense }) => bounds(dense).low))
  const high = Math.max(...known.map(({ dense }) => bounds(dense).high))
  return {
    value: low === high ? low : { low, high },
    confidence: known.map(({ confidence }) => confidence).reduce(weaker),
  }
}

const amount = (raw: Amount | undefined): Quantity | undefined =>
  raw === undefined || typeof raw === 'number'
    ? raw
    : raw[0] === raw[1]
      ? raw[0]
      : { low: raw[0], high: raw[1] }

function apart(a: Quantity, b: Quantity): boolean {
  const said = bounds(a)
  const worked = bounds(b)
  return said.high < worked.low * (1 - TOLERANCE) || said.low > worked.high * (1 + TOLERANCE)
}
