import { Option } from 'commander'
import { lookup } from '../../src/catalog/lookup.ts'
import type { Engine } from '../../src/engine.ts'
import { Fault } from '../../src/errors.ts'
import { classified, type Classified } from '../../src/what-if/classified.ts'
import type { ItemInput } from '../../src/facts/case.ts'
import { dateFault, faultOf } from '../../src/facts/fact-schema.ts'
import { loadEngine } from '../../src/rules/load.ts'
import { layOut } from '../../src/report/lines.ts'
import { classifiedLines, type Answer } from '../classified-lines.ts'
import { wantsColor, widthOf, type AddCommand } from '../terminal.ts'

/** Options that state a value of the circuit, and the key of the case's specs that each one fills. */
const MEASURES = {
  tpp: 'tpp',
  dieArea: 'dieArea',
  performanceDensity: 'performanceDensity',
  dramBandwidth: 'dramBandwidth',
  interconnect: 'interconnectBandwidth',
  memoryBandwidth: 'memoryBandwidth',
  packageArea: 'packageArea',
} as const
type Measure = keyof typeof MEASURES

interface Flags extends Partial<Record<Measure, string>> {
  readonly dataCenter?: boolean
  readonly coPackaged?: boolean
  readonly form?: string
  readonly alsoDescribedIn?: string
  readonly asOf?: string
  readonly format: 'text' | 'json'
  readonly explain?: boolean
}

/** `licet classify PRODUCT`, or by its numbers: the paragraph, and what decides it. No license answer. */
export const addClassify: AddCommand = (program, terminal, done) => {
  program
    .command('classify')
    .description('classify a product of the catalog, or a circuit by its numbers')
    .argument('[product]', 'name, such as "NVIDIA H20", "8x H100 SXM" or p5.48xlarge')
    .option('--tpp <n>', 'total processing performance; any number may be a range, 780..830')
    .option('--die-area <mm2>', 'applicable die area, mm2')
    .option('--performance-density <n>', 'performance density, TPP per mm2')
    .option('--data-center', 'designed or marketed for data centers')
    .option('--no-data-center', 'not designed or marketed for data centers')
    .option('--dram-bandwidth <n>', 'total DRAM bandwidth, GB/s')
    .option('--interconnect <n>', 'aggregate bidirectional transfer rate, GB/s')
    .option('--memory-bandwidth <n>', 'of a memory package or stack, GB/s')
    .option('--package-area <mm2>', 'of a memory package or stack, mm2')
    .option('--co-packaged', 'memory in one package with logic whose main function is processing')
    .option('--no-co-packaged', 'memory by itself')
    .option('--form <form>', 'integrated-circuit, memory, assembly, computer')
    .option('--also-described-in <eccn>', 'another entry that describes the item, or none')
    .option('--as-of <date>', 'law date; today where left out')
    .addOption(
      new Option('--format <format>', 'text or json').choices(['text', 'json']).default('text'),
    )
    .option('--explain', 'show the proof')
    .action((product: string | undefined, flags: Flags) => {
      const engine = loadEngine()
      const day = dayOf(flags, engine, terminal.today())
      const answers = itemsOf(product, flags, engine).map((item) => answerOf(item, engine, day))
      if (flags.format === 'json')
        terminal.stdout.write(`${JSON.stringify(asJson(answers, day, engine), null, 2)}\n`)
      else {
        const lines = classifiedLines(answers, day, engine.wording, {
          product,
          explain: flags.explain === true,
        })
        terminal.stdout.write(
          layOut(lines, { width: widthOf(terminal), color: wantsColor(terminal) }),
        )
      }
      done(isSettled(answers) ? 0 : 2)
    })
}

/** What is classified: each product that a name may mean, or the circuit that the numbers describe. */
function itemsOf(product: string | undefined, flags: Flags, engine: Engine): ItemInput[] {
  const stated = statedIn(flags, engine)
  const { specs } = stated
  if (product === undefined) {
    if (specs === undefined)
      throw usage(
        'nothing to classify',
        'name a product, or give its numbers: --tpp 2368 --die-area 814 --data-center',
      )
    const isMemory = flags.memoryBandwidth !== undefined || flags.packageArea !== undefined
    return [
      { description: 'the circuit', form: isMemory ? 'memory' : 'integrated-circuit', ...stated },
    ]
  }
  const found = lookup(engine.catalog, product)
  if (found.instance !== undefined) return [{ product, ...stated }]
  if ('unknown' in found) {
    const near = found.suggestions.map((name) => `\`${name}\``).join(', ')
    throw usage(
      `no product \`${product}\` in the catalog`,
      near === ''
        ? 'leave the name out and give its numbers: --tpp, --die-area, --data-center'
        : `did you mean ${near}? Or leave the name out and give its numbers`,
    )
  }
  const prefix = found.circuits === undefined ? '' : `${found.circuits}x `
  const rows = 'found' in found ? [found.found] : found.candidates
  return rows.map(({ name }) => ({ product: `${prefix}${name}`, ...stated }))
}

function statedIn(flags: Flags, engine: Engine): ItemInput {
  const specs: Record<string, unknown> = {}
  for (const [option, key] of Object.entries(MEASURES)) {
    const text = flags[option as Measure]
    if (text === undefined) continue
    const value = quantityOf(text)
    const fault = faultOf(engine.dictionary.get(`circuit.${key}`)!, value, engine.countries)
    if (fault !== undefined)
      throw usage(fault, 'a number, or a range such as 780..830', flagOf(option))
    specs[key] = value
  }
  if (flags.dataCenter !== undefined) specs['marketedForDataCenter'] = flags.dataCenter
  if (flags.coPackaged !== undefined) specs['coPackagedWithProcessor'] = flags.coPackaged
  return {
    ...(Object.keys(specs).length > 0 && { specs }),
    ...choice('form', 'item.form', flags.form, '--form', engine),
    ...choice(
      'alsoDescribedIn',
      'item.hostEccn',
      flags.alsoDescribedIn,
      '--also-described-in',
      engine,
    ),
  }
}

function choice(
  key: string,
  fact: string,
  value: string | undefined,
  flag: string,
  engine: Engine,
): ItemInput {
  if (value === undefined) return {}
  const fault = faultOf(engine.dictionary.get(fact)!, value, engine.countries)
  if (fault !== undefined) throw usage(fault, undefined, flag)
  return { [key]: value }
}

const flagOf = (option: string): string =>
  `--${option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`

/** `2368`, `2,368`, or the range `780..830`; other text stays text and is refused. */
function quantityOf(text: string): unknown {
  const number = /^\d+(,\d{3})*(\.\d+)?$/
  const parts = text.split('..')
  if (parts.length > 2 || !parts.every((part) => number.test(part))) return text
  const values = parts.map((part) => Number(part.replaceAll(',', '')))
  return values.length === 1 ? values[0] : values
}

function answerOf(item: ItemInput, engine: Engine, day: string): Answer {
  const sold = classified(engine, item, day)
  if (sold.form !== 'assembly' && sold.form !== 'computer') return { sold, bare: null }
  // Several circuits make a computer; the bare circuit is one of them.
  const product = item.product?.replace(/^\d+x /, '')
  return {
    sold,
    bare: classified(
      engine,
      { ...item, ...(product !== undefined && { product }), form: 'integrated-circuit' },
      day,
    ),
  }
}

/** Whether the question has one answer: every product that was meant has the same paragraph, and nothing conflicts. */
function isSettled(answers: readonly Answer[]): boolean {
  const paragraphs = new Set(answers.map(({ sold }) => sold.classification.paragraph))
  const none = answers.every(({ sold }) => sold.missing.length === 0 && sold.conflicts.length === 0)
  return none && paragraphs.size === 1 && !paragraphs.has(null)
}

function asJson(answers: readonly Answer[], day: string, { pack, sha256 }: Engine): object {
  const trimmed = ({
    classification: { claimed: _, conflict: __, ...classification },
    ...rest
  }: Classified): object => ({
    ...rest,
    classification,
  })
  return {
    classified: answers.map(({ sold, bare }) => ({
      ...trimmed(sold),
      bareCircuit: bare === null ? null : trimmed(bare),
    })),
    licenseDetermination: false,
    basis: { lawDate: day, pack: { id: pack.id, sha256 }, knowledgeDate: pack.knowledgeDate },
  }
}

function dayOf({ asOf }: Flags, { pack }: Engine, today: string): string {
  const fault = asOf === undefined ? undefined : dateFault(asOf)
  if (fault !== undefined) throw usage(fault, undefined, '--as-of')
  const day = asOf ?? today
  if (day < pack.modelledFrom)
    throw usage(
      `the law date ${day} is before ${pack.modelledFrom}, the first day that the rule pack models`,
      undefined,
      '--as-of',
    )
  return day
}

const usage = (message: string, help: string | undefined, file = 'classify'): Fault =>
  new Fault(4, [{ code: 'usage', message, at: { file }, ...(help !== undefined && { help }) }])
