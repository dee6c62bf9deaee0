/** The three answers of the law to a condition. `unknown` means that a fact is missing, never "no". */
export type Verdict = 'yes' | 'no' | 'unknown'

/** Strong Kleene "and": one no settles it, otherwise one unknown keeps it open. An empty list is yes. */
export function all(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('no')) return 'no'
  return verdicts.includes('unknown') ? 'unknown' : 'yes'
}

/** Strong Kleene "or": one yes settles it, otherwise one unknown keeps it open. An empty list is no. */
export function any(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('yes')) return 'yes'
  return verdicts.includes('unknown') ? 'unknown' : 'no'
}

/** Strong Kleene "not": unknown stays unknown. */
export function not(verdict: Verdict): Verdict {
  if (verdict === 'unknown') return 'unknown'
  return verdict === 'yes' ? 'no' : 'yes'
}
