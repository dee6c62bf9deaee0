import type { Source, Value } from '../logic/facts.ts'
import type { Proof } from '../logic/prove.ts'
import { valueText } from '../wording/values.ts'
import type { Wording } from '../wording/wording.ts'
import { claimText, factLabel, sawText, shortSource } from './narrate.ts'

/** One clause of a proof as a phrase, with the value that it saw. */
export function clauseSentence(proof: Proof, wording: Wording): string {
  const text = claimText(proof.claim, wording)
  const saw = sawText(proof, wording)
  const cite = proof.cite === undefined ? '' : `${proof.cite}: `
  return saw === null ? `${cite}${text}` : `${cite}${text} (${saw})`
}

/** A fact with its value and where that came from: `TPP 15,832 (catalog: ...)`. */
export function factSentence(
  fact: string,
  saw: Value,
  source: Source | undefined,
  wording: Wording,
): string {
  const said = `${factLabel(wording, fact)} ${valueText(wording, saw)}`
  return source === undefined ? said : `${said} (${shortSource(source, wording)})`
}
