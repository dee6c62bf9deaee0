import type { Accelerator } from '../catalog/catalog.ts'
import { bounds, quantity, weaker, type Measured } from '../derive/measured.ts'
import { peakTops, tpp } from '../derive/tpp.ts'
import type { Source } from '../logic/facts.ts'
import {
  densityOf,
  derivedFigure,
  MEASURES,
  topsOf,
  type Figure,
  type Figures,
  type Measure,
} from './figures.ts'
import type { Known } from './known.ts'

/** What the catalogue holds of a product, or of all products that share a name. */
export interface Catalogued {
  readonly figures: Figures
  /** Facts that are no figures, by name. */
  readonly facts: ReadonlyMap<string, Known>
}

const made = new WeakMap<object, Catalogued>()
const NOTHING: Catalogued = { figures: {}, facts: new Map() }

/** What the rows say, worked out once for each product of the catalogue. */
export function catalogued(rows: readonly Accelerator[]): Catalogued {
  const key = rows.length === 1 ? rows[0] : rows
  if (key === undefined || rows.length === 0) return NOTHING
  const known = made.get(key)
  if (known !== undefined) return known
  const fresh = { figures: across(rows.map(rowFigures)), facts: new Map(rowFacts(rows)) }
  made.set(key, fresh)
  return fresh
}

function rowFigures(row: Accelerator): Figures {
  const listed = (name: Measure, measured: (Measured & { source: string }) | undefined): Figures =>
    measured === undefined
      ? {}
      : {
          [name]: {
            value: measured.value,
            confidence: measured.confidence,
            source: { from: 'catalogue', text: `${row.name}: ${measured.source}` } satisfies Source,
            steps: [],
          },
        }
  const worked = tpp(row.throughput)
  const performance: Figures =
    worked === undefined
      ? listed('tpp', row.statedTpp)
      : { tpp: withSheets(derivedFigure(worked, `TPP of ${row.name}`, 'catalogue'), row) }
  const tops = topsOf(peakTops(row.throughput))
  const area = listed('dieArea', row.dieArea)
  const density = densityOf(performance.tpp, area.dieArea)
  return {
    ...performance,
    ...area,
    ...(density && { performanceDensity: density }),
    ...(tops && { tops: withSheets(tops, row) }),
    ...listed('dramBandwidth', row.dramBandwidth),
    ...listed('interconnectBandwidth', row.interconnectBandwidth),
    ...listed('memoryBandwidth', row.memoryBandwidth),
    ...listed('packageArea', row.packageArea),
  }
}

/** Names the datasheet of the row's throughput beside the arithmetic. */
function withSheets(figure: Figure, row: Accelerator): Figure {
  const sheets = [...new Set(row.throughput.map(({ source }) => source))].join('; ')
  return {
    ...figure,
    source: {
      from: 'catalogue',
      text: [figure.source.text, `${row.name}: ${sheets}`].filter(Boolean).join('; '),
    },
    steps: figure.steps.map((step) => ({ ...step, source: sheets })),
  }
}

/** The range over several rows; a figure that one of them lacks is not known. */
function across(rows: readonly Figures[]): Figures {
  const [first, ...others] = rows
  if (first === undefined || others.length === 0) return first ?? {}
  const merged: Figures = {}
  for (const name of MEASURES) {
    const all = rows.map((row) => row[name])
    if (all.some((figure) => figure === undefined)) continue
    const figures = all as Figure[]
    merged[name] = {
      value: quantity(
        Math.min(...figures.map((f) => bounds(f.value).low)),
        Math.max(...figures.map((f) => bounds(f.value).high)),
      ),
      confidence: figures.map((f) => f.confidence).reduce(weaker),
      source: { from: 'catalogue', text: `range over ${rows.length} products of that name` },
      steps: figures.flatMap((f) => f.steps),
    }
  }
  return merged
}

function rowFacts(rows: readonly Accelerator[]): [string, Known][] {
  const [first, ...others] = rows
  if (first === undefined) return []
  const found: [string, Known][] = []
  const center = first.marketedForDataCenter
  if (
    center !== undefined &&
    others.every((row) => row.marketedForDataCenter?.value === center.value)
  ) {
    found.push([
      'circuit.marketedForDataCenter',
      {
        value: center.value,
        source: {
          from: 'catalogue',
          text: `${first.name}: ${center.source}`,
          confidence: center.confidence,
        },
      },
    ])
  }
  const designer = first.designerHeadquarters
  if (designer !== undefined && others.every((row) => row.designerHeadquarters === designer)) {
    found.push([
      'circuit.designerHeadquarters',
      { value: designer, source: { from: 'catalogue', text: first.name, confidence: 'B' } },
    ])
  }
  return found
}
