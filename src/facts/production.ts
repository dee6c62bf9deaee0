import type { Facts, List } from '../logic/facts.ts'
import type { Context } from './context.ts'
import { eccnParts } from './eccn.ts'
import { layer, pathsOf } from './layer.ts'
import type { ProductionInput } from './production-input.ts'

/** Technology, software and plants behind the item; a list that is given is the whole list. */
export function productionInputs(
  { inputs }: ProductionInput,
  prefix: string,
  context: Context,
): List | undefined {
  if (inputs === undefined) return undefined
  const members = inputs.map((input, i): Facts => {
    const { values, sources } = layer(input, 'input', context)
    // U.S.-origin technology and software is subject to the EAR wherever it is, 15 CFR 734.3(a)(2).
    if (values['input.usOrigin'] === true && !('subjectToEar' in input)) {
      values['input.subjectToEar'] = true
    }
    const eccn = values['input.eccn']
    const parts = typeof eccn === 'string' ? eccnParts(eccn) : undefined
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
      label: `input ${i + 1}: ${parts?.entry ?? 'unknown ECCN'}`,
    }
  })
  return { members, complete: true, asks: 'productionInputs' }
}

const NONE: readonly string[] = []

/**
 * Direct-product rules that a certificate excludes which is signed by the law date and not expired. It
 * stands for inputs that the case does not list, and never against those that it does.
 */
export function certifiedOutside(
  { certificates, inputs }: ProductionInput,
  day: string,
): readonly string[] {
  if (certificates === undefined || inputs !== undefined) return NONE
  return certificates
    .filter(({ signedOn, expires }) => signedOn <= day && day < expires)
    .flatMap(({ outside }) => outside)
}
