import type { Classified } from '../src/what-if/classified.ts'
import { marginText } from '../src/what-if/margins.ts'
import { factLabel, sourceText } from '../src/explain/narrate.ts'
import { BLANK, titled, type Line } from '../src/report/lines.ts'
import { proofLines } from '../src/report/proof-lines.ts'
import { named, valueText } from '../src/wording/values.ts'
import { say, type Wording } from '../src/wording/wording.ts'

/** A product as it is sold, and the circuit in it alone where the two differ. */
export interface Answer {
  readonly sold: Classified
  readonly bare: Classified | null
}

interface Options {
  readonly product: string | undefined
  readonly explain: boolean
}

/** Classifications as lines for the terminal: the paragraph first, what decides it after. */
export function classifiedLines(
  answers: readonly Answer[],
  day: string,
  wording: Wording,
  { product, explain }: Options,
): Line[] {
  const several = answers.length > 1
  const words = (key: string, values: Record<string, string | number> = {}): string =>
    say(wording, `cli.${key}`, values)
  return [
    ...(several
      ? [{ lead: '', text: words('several', { product: product ?? '', n: answers.length }) }, BLANK]
      : []),
    ...answers.flatMap((answer, i) => [
      ...(i > 0 ? [BLANK] : []),
      ...answerLines(answer, wording, { brief: several, explain }),
    ]),
    ...(several ? [BLANK, { lead: '', text: words('name-one') }] : []),
    BLANK,
    { lead: '', text: words('no-license-answer', { day }), look: 'quiet' },
  ]
}

function answerLines(
  { sold, bare }: Answer,
  wording: Wording,
  { brief, explain }: { brief: boolean; explain: boolean },
): Line[] {
  return [
    {
      lead: '',
      text: titleOf(sold, wording),
      look: sold.classification.paragraph === null ? 'wait' : 'heading',
    },
    ...summary(sold, wording, brief).map((text) => ({ lead: '  ', text })),
    ...(bare === null
      ? []
      : [
          { lead: '  ', text: say(wording, 'cli.bare', { paragraph: paragraphOf(bare, wording) }) },
        ]),
    ...section(
      'missing',
      sold.missing.map(({ fact, ask }) => `${ask} (${optionOf(fact) ?? factLabel(wording, fact)})`),
      wording,
    ),
    ...(brief ? [] : detailLines(sold, wording)),
    ...(explain ? explained(sold, wording) : []),
  ]
}

function detailLines(sold: Classified, wording: Wording): Line[] {
  const circuits = sold.circuits.flatMap((circuit) => circuit.values)
  const steps = sold.circuits.flatMap((circuit) => circuit.steps)
  return [
    ...section('decided-by', sold.classification.decidedBy, wording),
    ...section(
      'arithmetic',
      steps.map(
        ({ label, formula, confidence }) =>
          `${label}: ${formula} (${say(wording, 'report.confidence', { level: confidence })})`,
      ),
      wording,
    ),
    ...section(
      'values',
      circuits.map(
        ({ name, value, unit, source }) =>
          `${factLabel(wording, name)}: ${[valueText(wording, value), unit].join(' ').trim()} (${sourceText(source, wording)})`,
      ),
      wording,
    ),
    ...section(
      'margins',
      sold.margins.map((margin) => marginText(margin, wording)),
      wording,
    ),
  ]
}

function section(key: string, texts: readonly string[], wording: Wording): Line[] {
  return titled(
    say(wording, `cli.${key}`),
    [...new Set(texts)].map((text) => ({ lead: '  ', text })),
  )
}

function titleOf(sold: Classified, wording: Wording): string {
  const form = sold.form === null ? '' : ` (${named(wording, 'cli.forms', sold.form)})`
  return `${sold.product}${form}: ${paragraphOf(sold, wording)}`
}

function paragraphOf(
  { classification: { paragraph, candidates } }: Classified,
  wording: Wording,
): string {
  if (paragraph !== null) return paragraph
  if (candidates.length === 0) return say(wording, 'cli.no-paragraph')
  return say(wording, 'cli.candidates', { list: candidates.join(', ') })
}

function summary(
  { classification, meets, not, mayAlsoBe, reasonsForControl, conflicts, remarks }: Classified,
  wording: Wording,
  brief: boolean,
): string[] {
  const { paragraph, citation, confidence } = classification
  const lines: string[] = []
  if (paragraph !== null)
    lines.push(`${citation} | ${say(wording, 'report.confidence', { level: confidence })}`)
  if (meets.length > 0) lines.push(say(wording, 'cli.meets', { list: meets.join(', ') }))
  if (not.length > 0) lines.push(say(wording, 'cli.not', { list: not.join(', ') }))
  // The level of a .z paragraph follows the item's own; its name is enough.
  const others = [...new Set(mayAlsoBe.map((name) => name.replace(/ \(.*\)$/, '')))]
  if (others.length > 0 && !brief)
    lines.push(say(wording, 'cli.may-also-be', { list: others.join(', ') }))
  if (reasonsForControl.length > 0)
    lines.push(say(wording, 'report.reasons-for-control', { list: reasonsForControl.join(', ') }))
  if (confidence === 'C' && paragraph !== null) lines.push(say(wording, 'report.confidence-c'))
  return [
    ...lines,
    ...conflicts.map((text) => say(wording, 'report.conflict', { text })),
    ...remarks,
  ]
}

/** The option of `licet classify` that supplies a fact. */
const OPTIONS: Readonly<Record<string, string>> = {
  'circuit.tpp': '--tpp',
  'circuit.dieArea': '--die-area',
  'circuit.performanceDensity': '--die-area, --performance-density',
  'circuit.marketedForDataCenter': '--data-center, --no-data-center',
  'circuit.dramBandwidth': '--dram-bandwidth',
  'circuit.interconnectBandwidth': '--interconnect',
  'circuit.memoryBandwidth': '--memory-bandwidth',
  'circuit.packageArea': '--package-area',
  'circuit.memoryBandwidthDensity': '--memory-bandwidth, --package-area',
  'circuit.coPackagedWithProcessor': '--co-packaged, --no-co-packaged',
  'item.form': '--form',
  'item.hostEccn': '--also-described-in',
}
const optionOf = (fact: string): string | undefined => OPTIONS[fact]

function explained({ classification: { proof } }: Classified, wording: Wording): Line[] {
  if (proof === null) return []
  const legend: Line = { lead: '', text: say(wording, 'proof.legend'), look: 'quiet' }
  return titled(say(wording, 'report.classification-proof'), [
    legend,
    ...proofLines(proof, wording),
  ])
}
