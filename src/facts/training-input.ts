/** How a model was trained, as a case gives it. */
export interface TrainingInput {
  readonly runs?: readonly TrainingRunInput[]
  readonly [fact: string]: unknown
}

export interface TrainingRunInput {
  readonly what: string
  readonly operations?: Amount
  readonly gpuHours?: Amount
  readonly product?: string
  readonly format?: string
  readonly peak?: Amount
  readonly utilization?: Amount
}

/** A number, or a range [low, high]. */
export type Amount = number | readonly [number, number]
