/** One thing that is not as it was filed. */
export interface Problem {
  /** Stable name: `changed`, `chain`, `not-an-entry`, `cut`, `signature`, `object`... */
  readonly code: string
  /** `entry 5`, `checkpoint 3`, `object ab12...`, `index`. */
  readonly where: string
  readonly message: string
}
