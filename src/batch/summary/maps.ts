import { paragraph, QUIET, sectionHeading, STRONG } from '../../report/pdf/flow.ts'
import {
  artifact,
  ensure,
  lineHeight,
  mark,
  PAGE,
  tag,
  type Paper,
} from '../../report/pdf/paper.ts'
import { fillShape, type Shade } from '../../report/pdf/shade.ts'
import { drawWorldMap, MAP_HEIGHT, offTheMap } from '../../report/pdf/world-map.ts'
import { say, type Wording } from '../../wording/wording.ts'
import { SHADES } from './shades.ts'
import type { BatchSummary } from './summary.ts'
import { countryName, MAPS, outcomeLegend, outcomesIn } from './tables.ts'

const [SWATCH, GAP, WIDTH] = [8, 5, 168]

/** Draws where which outcomes are: the strictest of each destination, and the usual one. */
export function drawMaps(paper: Paper, summary: BatchSummary, wording: Wording): void {
  sectionHeading(paper, say(wording, 'batch.map'))
  for (const { key, outcomeOf } of MAPS) {
    const title = say(wording, `batch.map-${key}`)
    const shades = new Map<string, Shade>()
    for (const country of summary.countries) {
      const outcome = outcomeOf(country)
      if (outcome !== undefined) shades.set(country.name, SHADES[outcome])
    }
    ensure(paper, MAP_HEIGHT + lineHeight(STRONG) + 10)
    paragraph(paper, title, STRONG)
    drawWorldMap(paper, shades, say(wording, 'batch.map-alt', { title }))
  }
  drawLegend(paper, summary, wording)
  paragraph(paper, say(wording, 'batch.map-note'), QUIET)
  const elsewhere = offTheMap(summary.countries.map(({ name }) => name))
  if (elsewhere.length > 0) {
    const names = elsewhere.map((code) => countryName(code, wording)).join(', ')
    paragraph(paper, say(wording, 'batch.map-elsewhere', { list: names }), QUIET)
  }
  paragraph(paper, say(wording, 'batch.map-source'), QUIET)
}

/** The shades of the outcomes that there are, three in a line. */
function drawLegend(paper: Paper, summary: BatchSummary, wording: Wording): void {
  const outcomes = outcomesIn(summary)
  const height = lineHeight(QUIET) + 2
  ensure(paper, Math.ceil(outcomes.length / 3) * height)
  for (const [i, outcome] of outcomes.entries()) {
    const x = PAGE.side + (i % 3) * WIDTH
    const y = paper.y + Math.floor(i / 3) * height
    artifact(paper, () =>
      fillShape(
        paper.doc,
        [
          [x, y],
          [x + 2 * SWATCH, y],
          [x + 2 * SWATCH, y + SWATCH],
          [x, y + SWATCH],
        ],
        SHADES[outcome],
      ),
    )
    const owner = tag(paper, 'P')
    mark(paper, owner, 'P', () =>
      paper.type.draw(outcomeLegend(outcome, wording), x + 2 * SWATCH + GAP, y + 7, QUIET),
    )
  }
  paper.y += Math.ceil(outcomes.length / 3) * height + 2
}
