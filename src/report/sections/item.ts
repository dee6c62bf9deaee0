import type { CircuitResult, Determination, ItemResult } from '../../determination.ts'
import { factLabel, narrate, sourceText } from '../../explain/narrate.ts'
import { numeral, valueText } from '../../wording/values.ts'
import { say, type Wording } from '../../wording/wording.ts'
import { heading, quiet, section, table, text, type Block, type Section } from '../blocks.ts'

/** The items with their paragraphs and outcomes. */
export function itemsTable(items: readonly ItemResult[], wording: Wording): Block[] {
  const rows = items.map((item) => [
    String(item.index + 1),
    productText(item, wording),
    classificationText(item, wording),
    say(wording, `outcomes.${item.outcome}.title`),
  ])
  const columns = [
    ['item', 0.08],
    ['name', 0.37],
    ['classification', 0.33],
    ['outcome', 0.22],
  ] as const
  return table(wording, columns, rows)
}

/** The items, what decided their classification, and its proof. */
export function itemsSection({ items }: Determination, wording: Wording): Section {
  const blocks = [
    ...(items.length === 0 ? [quiet(say(wording, 'report.no-items'))] : []),
    ...itemsTable(items, wording),
    ...items.flatMap((item) => itemBlocks(item, wording)),
  ]
  return { id: 'items', title: say(wording, 'report.items-title'), blocks }
}

/** `NVIDIA H100 SXM x 1,000` */
export function productText(item: ItemResult, wording: Wording): string {
  if (item.quantity === null) return item.product
  return say(wording, 'report.quantity', {
    product: item.product,
    quantity: numeral(item.quantity),
  })
}

/** `4A090.a, confidence B`, or which paragraphs stay possible. */
export function classificationText(item: ItemResult, wording: Wording): string {
  const { paragraph, candidates, confidence, claimed } = item.classification
  if (paragraph === null) {
    if (candidates.length === 0) return say(wording, 'report.not-classified')
    return say(wording, 'report.not-classified-candidates', { list: candidates.join(', ') })
  }
  const parts = [paragraph, say(wording, 'report.confidence', { level: confidence })]
  if (claimed !== null && claimed !== paragraph) {
    parts.push(say(wording, 'report.claimed', { eccn: claimed }))
  }
  return parts.join(', ')
}

function itemBlocks(item: ItemResult, wording: Wording): Block[] {
  const { classification } = item
  const notes = itemNotes(item, wording)
  if (notes.length === 0 && classification.proof === null) return []
  return [
    heading(say(wording, 'report.item-heading', { n: item.index + 1, product: item.product })),
    ...notes.map(text),
    ...(classification.proof === null
      ? []
      : [
          {
            kind: 'proof' as const,
            title: `${say(wording, 'report.classification-proof')}: ${classification.citation}`,
            lines: narrate(classification.proof, wording),
          },
        ]),
  ]
}

/** What nobody may miss of an item: how its product was read, a conflict with the claim, an estimate that decides. */
export function itemWarnings(item: ItemResult, wording: Wording): string[] {
  const { conflict, confidence, paragraph } = item.classification
  const notes: string[] = [...item.remarks]
  if (conflict !== null) notes.push(say(wording, 'report.conflict', { text: conflict }))
  if (paragraph !== null && confidence === 'C') notes.push(say(wording, 'report.confidence-c'))
  return notes
}

/** The warnings of an item, what decided its classification, and its reasons for control. */
export function itemNotes(item: ItemResult, wording: Wording): string[] {
  const { decidedBy } = item.classification
  const notes = itemWarnings(item, wording)
  if (decidedBy.length > 0)
    notes.push(say(wording, 'report.decided-by', { list: decidedBy.join('; ') }))
  if (item.reasonsForControl.length > 0) {
    notes.push(
      say(wording, 'report.reasons-for-control', { list: item.reasonsForControl.join(', ') }),
    )
  }
  return notes
}

/** The arithmetic on each circuit: the values that went in, and each step as it would stand on paper. */
export function arithmeticSection(determination: Determination, wording: Wording): Section | null {
  const blocks = determination.items.flatMap((item) =>
    item.circuits.flatMap((circuit) => circuitBlocks(circuit, wording)),
  )
  if (blocks.length === 0) return null
  const list = (['A', 'B', 'C'] as const)
    .map((level) => say(wording, `confidence.${level}`))
    .join('; ')
  const legend = quiet(say(wording, 'report.confidence-legend', { list }))
  return section(wording, 'arithmetic', [...blocks, legend])
}

function circuitBlocks(circuit: CircuitResult, wording: Wording): Block[] {
  const values = circuit.values.map(({ name, value, unit, source }) => [
    factLabel(wording, name),
    [valueText(wording, value), unit].filter((part) => part !== '').join(' '),
    sourceText(source, wording),
  ])
  const steps = circuit.steps.map((step) => [
    step.label,
    step.formula,
    step.source,
    step.confidence,
  ])
  const { product } = circuit
  return [
    heading(
      circuit.count === 1
        ? product
        : say(wording, 'report.circuit-count', { product, count: numeral(circuit.count) }),
    ),
    ...table(
      wording,
      [
        ['fact', 0.42],
        ['value', 0.22],
        ['source', 0.36],
      ],
      values,
    ),
    ...table(
      wording,
      [
        ['step', 0.27],
        ['formula', 0.4],
        ['source', 0.24],
        ['confidence', 0.09],
      ],
      steps,
    ),
  ]
}
