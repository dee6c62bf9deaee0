import { deMinimis, type DeMinimis } from '../de-minimis/de-minimis.ts'
import type { ContentLine } from '../de-minimis/content.ts'
import type { Facts, List, Source, Value } from '../logic/facts.ts'
import type { Verdict } from '../logic/verdict.ts'
import type { Context } from './context.ts'
import { eccnParts } from './eccn.ts'
import { unboxed } from './known.ts'
import { layer, pathsOf } from './layer.ts'

/** Production facts of a foreign-made item, as a case gives them (15 CFR 734.4 and 734.9). */
export interface ProductionInput {
  readonly inputs?: readonly object[]
  readonly certificates?: readonly CertificateInput[]
  readonly content?: readonly ContentInput[]
  readonly contentComplete?: unknown
  readonly fairMarketValue?: number
}

/** A supplier's certificate that the item is outside direct-product rules (Supp. 1 to part 734). */
export interface CertificateInput {
  readonly from: string
  readonly signedOn: string
  readonly expires: string
  readonly outside: readonly string[]
}

export interface ContentInput {
  readonly eccn?: string
  readonly description?: string
  readonly kind: ContentLine['kind']
  readonly value?: number | readonly [number, number]
  readonly [answer: string]: unknown
}

/** Technology, software and plants behind the item; a list that is given is the whole list. */
export function productionInputs(production: ProductionInput, prefix: string, context: Context): List | undefined {
  if (production.inputs === undefined) return undefined
  const members = production.inputs.map((input, i): Facts => {
    const { values, sources } = layer(input, 'input', context)
    // U.S.-origin technology and software is subject to the EAR wherever it is, 15 CFR 734.3(a)(2).
    if (values['input.usOrigin'] === true && !('subjectToEar' in input)) values['input.subjectToEar'] = true
    const parts = eccnParts(String(values['input.eccn'] ?? ''))
    if (parts !== undefined) {
      values['input.category'] = parts.category === 'EAR99' ? 'none' : parts.category
      values['input.productGroup'] = parts.productGroup
      values['input.series'] = parts.series
      values['input.paragraphs'] = parts.paragraphs
      values['input.eccn'] = parts.entry
    }
    return {
      values,
      sources,
      paths: pathsOf(context.dictionary, `${prefix}.production.inputs[${i}]`, ['input']),
      lists: {},
      label: `input ${i + 1}: ${String(values['input.eccn'] ?? 'unknown ECCN')}`,
    }
  })
  return { members, complete: true, asks: 'productionInputs' }
}

/** Direct-product rules that a certificate excludes which is signed by the law date and not expired. */
export function certifiedOutside({ certificates = [] }: ProductionInput, day: string): readonly string[] {
  return certificates
    .filter(({ signedOn, expires }) => signedOn <= day && day < expires)
    .flatMap(({ outside }) => outside)
}

/** The de minimis calculation of an item, where the case gives its U.S. content. */
export function contentShare(
  production: ProductionInput,
  kind: ContentLine['kind'],
  to: Value | undefined,
  { list }: Context,
): DeMinimis | undefined {
  if (production.content === undefined) return undefined
  const restricted = typeof to === 'string' && (list.members('E:1').has(to) || list.members('E:2').has(to))
  return deMinimis({
    kind,
    ...(production.fairMarketValue === undefined ? {} : { value: production.fairMarketValue }),
    destination: to === undefined ? 'unknown' : restricted ? 'E:1 or E:2' : 'other',
    content: production.content.map(lineOf),
    contentComplete: verdictOf(production.contentComplete),
  })
}

function lineOf({ eccn, description, kind, value, ...answers }: ContentInput): ContentLine {
  return {
    ...(eccn === undefined ? {} : { eccn }),
    ...(description === undefined ? {} : { description }),
    kind,
    ...(value === undefined ? {} : { value }),
    usOrigin: verdictOf(answers['usOrigin'] ?? 'yes'),
    controlledTo: verdictOf(answers['controlledTo']),
    ...Object.fromEntries(
      ['gbsEligible', 'incorporated', 'bundled', 'antiTerrorismOnly', 'encryptionConditionsMet'].flatMap((name) =>
        answers[name] === undefined ? [] : [[name, verdictOf(answers[name])]],
      ),
    ),
  }
}

function verdictOf(raw: unknown): Verdict {
  const value = unboxed(raw)
  if (value === true || value === 'yes') return 'yes'
  return value === false || value === 'no' ? 'no' : 'unknown'
}

/** The facts that the production model of an item gives the rules of part 734. */
export function productionFacts(
  production: ProductionInput,
  kind: ContentLine['kind'],
  to: Value | undefined,
  context: Context,
): { values: Record<string, Value | undefined>; sources: Record<string, Source | undefined> } {
  const share = contentShare(production, kind, to, context)
  const values: Record<string, Value | undefined> = { 'item.certifiedOutside': certifiedOutside(production, context.day) }
  const sources: Record<string, Source | undefined> = {}
  if (share !== undefined) {
    const { low, high } = share.percent
    values['item.deMinimisPercent'] = low === high ? low : share.percent
    values['item.deMinimisApplies'] = { yes: true, no: false, unknown: undefined }[share.percentTestsOpen]
    sources['item.deMinimisPercent'] = { from: 'derived', text: share.arithmetic.join('; ') }
  }
  return { values, sources }
}
