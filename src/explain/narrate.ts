import type { Source } from '../logic/facts.ts'
import type { Claim, Proof } from '../logic/prove.ts'
import type { Verdict } from '../logic/verdict.ts'
import { named, valueText } from '../wording/values.ts'
import { find, say, type Wording } from '../wording/wording.ts'

/** One line of a proof in words. Its children follow it, one deeper. */
export interface ProofLine {
  readonly depth: number
  readonly verdict: Verdict
  /** The sub-paragraph that the branch encodes, such as `(a)(2)`. */
  readonly cite: string | null
  readonly text: string
  /** The value that a leaf saw and where it came from; that it is not known; null above the leaves. */
  readonly saw: string | null
}

export const MARKS: Readonly<Record<Verdict, string>> = { yes: '+', no: '-', unknown: '?' }

/** A proof tree as lines in the order of the law's text, the root first. */
export function narrate(proof: Proof, wording: Wording): ProofLine[] {
  const lines: ProofLine[] = []
  const visit = (node: Proof, depth: number): void => {
    lines.push({
      depth,
      verdict: node.verdict,
      cite: node.cite ?? null,
      text: claimText(node.claim, wording),
      saw: sawText(node, wording),
    })
    for (const inner of node.because) visit(inner, depth + 1)
  }
  visit(proof, 0)
  return lines
}

/** The label of a fact: `total processing performance (TPP)`. The fact's name where none is written yet. */
export function factLabel(wording: Wording, fact: string): string {
  let known = labels.get(wording)
  if (known === undefined) labels.set(wording, (known = new Map<string, string>()))
  let label = known.get(fact)
  if (label === undefined) known.set(fact, (label = find(wording, `facts.${fact}.label`) ?? fact))
  return label
}

const labels = new WeakMap<Wording, Map<string, string>>()

/** Where a value came from: `catalog: NVIDIA data sheet, p. 2; confidence B`. */
export function sourceText(source: Source, wording: Wording): string {
  const from = named(wording, 'sources', source.from)
  const text = source.text === undefined ? from : `${from}: ${source.text}`
  if (source.confidence === undefined) return text
  return `${text}; ${say(wording, 'report.confidence', { level: source.confidence })}`
}

/** Where a value came from in two words: a document of the case, or `catalog, confidence B`. */
export function shortSource(source: Source, wording: Wording): string {
  if (source.from === 'case' || source.from === 'assumed') return sourceText(source, wording)
  return sourceText(
    { from: source.from, ...(source.confidence && { confidence: source.confidence }) },
    wording,
  )
}

/** What a node of a proof tests, in words. Proofs of one condition share their claim, whose words are kept. */
export function claimText(claim: Claim, wording: Wording): string {
  // These are of one deal, and so are their words.
  if (claim.kind === 'member' || claim.kind === 'incomplete') return wordsOf(claim, wording)
  let known = claims.get(wording)
  if (known === undefined) claims.set(wording, (known = new WeakMap<Claim, string>()))
  let text = known.get(claim)
  if (text === undefined) known.set(claim, (text = wordsOf(claim, wording)))
  return text
}

const claims = new WeakMap<Wording, WeakMap<Claim, string>>()

function wordsOf(claim: Claim, wording: Wording): string {
  switch (claim.kind) {
    case 'all':
    case 'any':
    case 'unless':
      return say(wording, `proof.${claim.kind}`)
    case 'holds':
      return say(wording, 'proof.holds', { definition: named(wording, 'definitions', claim.id) })
    case 'some':
    case 'every': {
      const list = named(wording, 'lists', claim.list)
      if (claim.roles === undefined) return say(wording, `proof.${claim.kind}`, { list })
      const roles = claim.roles.map((role) => named(wording, 'roles', role)).join(', ')
      return say(wording, `proof.${claim.kind}-roles`, { list, roles })
    }
    case 'member':
      return say(wording, 'proof.member', { label: claim.label })
    case 'incomplete':
      return say(wording, 'proof.incomplete', { list: named(wording, 'lists', claim.list) })
    case 'leaf':
      return leafText(claim, wording)
  }
}

function leafText(claim: Extract<Claim, { kind: 'leaf' }>, wording: Wording): string {
  const fact = factLabel(wording, claim.fact)
  if (claim.test === 'is' && typeof claim.value === 'boolean') {
    return say(wording, claim.value ? 'tests.is-yes' : 'tests.is-no', { fact })
  }
  const value = valueText(wording, claim.value)
  return say(wording, `tests.${claim.test}`, { fact, value })
}

/** The value that a leaf saw and where it came from; that it is not known; null above the leaves. */
export function sawText(node: Proof, wording: Wording): string | null {
  if (node.claim.kind !== 'leaf' && node.claim.kind !== 'incomplete') return null
  if (node.saw === undefined) return say(wording, 'proof.missing')
  const value = valueText(wording, node.saw)
  if (node.source === undefined) return value
  return say(wording, 'proof.saw', { value, source: shortSource(node.source, wording) })
}
