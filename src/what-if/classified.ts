import type { ItemResult } from '../determination.ts'
import type { Engine } from '../engine.ts'
import type { ItemInput } from '../facts/case.ts'
import { dealItems } from '../facts/deal.ts'
import { asks } from '../logic/asks.ts'
import type { Proof } from '../logic/prove.ts'
import { contextOf } from '../check.ts'
import { classify } from '../stages/classify.ts'
import { testsOf } from '../stages/test.ts'
import { find } from '../wording/wording.ts'
import { marginsOf, PARAGRAPH, type Margin } from './margins.ts'
import { factSentence } from '../explain/sentences.ts'

/** How one product is classified on a day, with everything that decides it. */
export interface Classified {
  readonly product: string
  readonly form: string | null
  readonly classification: ItemResult['classification']
  /** The sub-paragraphs that the item meets on the way: `3A090.a.1`. */
  readonly meets: readonly string[]
  /** Entries of advanced computing that surely do not describe it. */
  readonly not: readonly string[]
  /** Paragraphs that facts not asked for here could still put it in: the .z overlays, a presumption. */
  readonly mayAlsoBe: readonly string[]
  readonly reasonsForControl: readonly string[]
  readonly circuits: ItemResult['circuits']
  readonly margins: readonly Margin[]
  readonly missing: readonly { readonly fact: string; readonly ask: string }[]
  readonly conflicts: readonly string[]
  readonly remarks: readonly string[]
}

/** The entries that an accelerator is feared to be in. */
const FEARED = ['3A090', '4A090']

/** Classifies one item under the law of a day, apart from any deal. */
export function classified(engine: Engine, item: ItemInput, day: string): Classified {
  const law = engine.lawOn(day, false)
  const [deal] = dealItems(
    { kind: 'transaction', items: [item] },
    contextOf(engine, law, { profiles: [] }),
  )
  const { facts, product, circuits, conflicts, remarks } = deal!
  const tested = testsOf(law, facts)
  const { reasonsForControl, ...classification } = classify(
    law,
    tested,
    deal!,
    (fact, saw, source) => factSentence(fact, saw, source, engine.wording),
  )
  const paragraphs = law.by.classification.map((active) => ({
    active,
    verdict: tested.codified(active),
    paragraph: active.provision.concludes ?? '',
  }))
  const unknown = paragraphs.filter(({ verdict }) => verdict === 'unknown')
  const open = unknown.filter(({ active }) => !active.provision.overlay)
  const overlays = unknown.filter(({ active }) => active.provision.overlay)
  const isFeared = (paragraph: string, entry: string): boolean =>
    paragraph === entry || paragraph.startsWith(`${entry}.`)
  return {
    product,
    form: (facts.values['item.form'] as string | undefined) ?? null,
    classification,
    meets:
      classification.paragraph === null || classification.proof === null
        ? []
        : citedYes(classification.proof),
    not: FEARED.filter((entry) =>
      paragraphs.every(({ verdict, paragraph }) => verdict === 'no' || !isFeared(paragraph, entry)),
    ),
    mayAlsoBe: [...new Set(overlays.map(({ paragraph }) => paragraph))],
    reasonsForControl,
    circuits: circuits(),
    margins: facts.lists['circuits']?.members.flatMap((circuit) => marginsOf(circuit, law)) ?? [],
    missing:
      classification.paragraph === null
        ? missingIn(
            open.map(({ active }) => tested.proof(active, 'text')),
            engine,
          )
        : [],
    conflicts,
    remarks: remarks(),
  }
}

/** The paragraphs that the branches cite which made a proof yes. */
function citedYes(proof: Proof): string[] {
  if (proof.verdict !== 'yes' || proof.claim.kind === 'unless') return []
  const own = proof.cite !== undefined && PARAGRAPH.test(proof.cite) ? [proof.cite] : []
  return [...new Set([...own, ...proof.because.flatMap(citedYes)])]
}

function missingIn(proofs: readonly Proof[], { wording }: Engine): Classified['missing'] {
  const facts = new Set(proofs.flatMap(asks).map(({ fact }) => fact))
  return [...facts].map((fact) => ({ fact, ask: find(wording, `facts.${fact}.ask`) ?? fact }))
}
