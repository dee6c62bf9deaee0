import type { Source, Value } from '../logic/facts.ts'
import type { Claim, Proof } from '../logic/prove.ts'
import { valueText } from '../wording/values.ts'
import type { Wording } from '../wording/wording.ts'
import { claimText, factLabel, sawText, shortSource } from './narrate.ts'

/** Sentences that were said of a clause, by where the value that it saw came from, and by the value. */
type Said = Map<Source['from'], Map<Value, string>>
const saidOf = new WeakMap<Wording, WeakMap<Claim, Said>>()

/** One clause of a proof as a phrase, with the value that it saw. Deals mostly fail by the same few. */
export function clauseSentence(proof: Proof, wording: Wording): string {
  const { saw } = proof
  if (!isPlain(saw) || !isSilent(proof)) return sentenceOf(proof, wording)
  const said = sentencesOf(proof, wording)
  let sentence = said.get(saw)
  if (sentence === undefined) said.set(saw, (sentence = sentenceOf(proof, wording)))
  return sentence
}

/** Countries, names of the law and answers are few; numbers and sets are not. */
const isPlain = (saw: Value | undefined): saw is string | boolean =>
  typeof saw === 'boolean' || (typeof saw === 'string' && saw.length < 40)

/** Whether nothing but the kind of its source would be said of a value. */
const isSilent = ({ cite, source }: Proof): boolean =>
  cite === undefined &&
  source !== undefined &&
  source.confidence === undefined &&
  (source.text === undefined || (source.from !== 'case' && source.from !== 'assumed'))

function sentencesOf({ claim, source }: Proof, wording: Wording): Map<Value, string> {
  const { from } = source!
  let claims = saidOf.get(wording)
  if (claims === undefined) saidOf.set(wording, (claims = new WeakMap<Claim, Said>()))
  let sources = claims.get(claim)
  if (sources === undefined) claims.set(claim, (sources = new Map() as Said))
  let sentences = sources.get(from)
  if (sentences === undefined) sources.set(from, (sentences = new Map<Value, string>()))
  return sentences
}

function sentenceOf(proof: Proof, wording: Wording): string {
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
