import type { ExportNeed, LayerResult, ProposalResult } from '../../proposal/result.ts'
import { countryText, named } from '../../wording/values.ts'
import { count, say, type Wording } from '../../wording/wording.ts'
import { heading, quiet, table, text, type Block, type Section } from '../blocks.ts'
import { findingText, part } from './overview.ts'

/** The five layers: who provides each, the models, and what was found. */
export function layersSection(result: ProposalResult, wording: Wording): Section {
  const blocks = result.layers.flatMap((layer): Block[] => [
    heading(say(wording, `program.layers.${layer.layer}`)),
    text(providersText(layer, wording)),
    ...layer.models.map((model) => text(modelText(model, wording))),
    ...layer.findings
      .filter(({ about }) => about.kind !== 'shipment')
      .map((finding) => text(findingText(finding, wording))),
  ])
  return part(wording, 'layers-section', blocks)
}

function providersText({ providers }: LayerResult, wording: Wording): string {
  if (providers.length === 0) return say(wording, 'program.provided-by-none')
  const list = providers.map(({ name }) => name).join(', ')
  return say(wording, 'program.provided-by', { list })
}

function modelText(model: LayerResult['models'][number], wording: Wording): string {
  const { name, origin, family, basedOn } = model
  const bases =
    basedOn === null
      ? say(wording, 'values.unknown')
      : basedOn.length === 0
        ? say(wording, 'values.none')
        : basedOn.join(', ')
  const line = say(wording, 'program.model-line', {
    name,
    origin: countryText(wording, origin),
    bases,
  })
  return family === null ? line : `${line}; ${say(wording, 'program.model-family', { family })}`
}

/** What each layer needs to be delivered to each country, layers down and countries across the rows. */
export function exportsSection(result: ProposalResult, wording: Wording): Section {
  const blocks = result.layers.flatMap(({ layer, exports }): Block[] =>
    exports.length === 0
      ? []
      : [
          heading(say(wording, `program.layers.${layer}`)),
          ...table(
            wording,
            [
              ['country', 0.2],
              ['outcome', 0.24],
              ['why', 0.56],
            ],
            alike(exports, wording).map(({ countries, outcome, reason }) => [
              countries.map((country) => countryText(wording, country)).join(', '),
              outcome,
              reason,
            ]),
          ),
        ],
  )
  const none = text(say(wording, 'program.exports-section-none'))
  return part(wording, 'exports-section', [
    quiet(say(wording, 'program.exports-how')),
    ...(blocks.length === 0 ? [none] : blocks),
  ])
}

/** `License required; review policy case-by-case review` */
export function outcomeText(
  { outcome, reviewPolicy, reviewPolicySettled, deliveries }: ExportNeed,
  wording: Wording,
): string {
  const title =
    outcome === 'not-described'
      ? say(wording, 'program.not-described')
      : say(wording, `outcomes.${outcome}.title`)
  const others = deliveries.flatMap(({ textOnly }) => textOnly ?? [])
  const policy = reviewPolicy === null ? undefined : named(wording, 'policies', reviewPolicy)
  return [
    title,
    ...(outcome !== 'license-required'
      ? []
      : policy === undefined || !reviewPolicySettled
        ? [say(wording, 'program.export-policy-open')]
        : [say(wording, 'program.export-policy', { policy })]),
    ...[...new Set(others)].map((other) =>
      say(wording, 'program.export-text-only', {
        outcome: say(wording, `outcomes.${other}.title`),
      }),
    ),
  ].join('; ')
}

const REASONS_SHOWN = 4
const QUESTIONS_SHOWN = 2

/** The provisions that decide an export, the first of them; while facts do, the first of these; and how many are open. */
export function reasonText({ because, questions, outcome }: ExportNeed, wording: Wording): string {
  const open =
    questions.length === 0 ? [] : [count(wording, 'program.export-questions', questions.length)]
  // What may apply is long and says little: what would settle it says more.
  if (outcome === 'needs-facts')
    return [...open, ...questions.slice(0, QUESTIONS_SHOWN).map(({ ask }) => ask)].join('; ')
  const more = because.length - REASONS_SHOWN
  return [
    ...because
      .slice(0, REASONS_SHOWN)
      .map(({ citation, title }) => say(wording, 'program.export-because', { citation, title })),
    ...(more > 0 ? [count(wording, 'program.export-more', more)] : []),
    ...open,
  ].join('; ')
}

interface Alike {
  readonly outcome: string
  readonly reason: string
  readonly countries: string[]
}

/** Exports of a layer by what is said of them, with the countries of which it is said. */
function alike(exports: readonly ExportNeed[], wording: Wording): Alike[] {
  const groups = new Map<string, Alike>()
  for (const need of exports) {
    const outcome = outcomeText(need, wording)
    const reason = reasonText(need, wording)
    const group = groups.get(`${outcome} ${reason}`) ?? { outcome, reason, countries: [] }
    group.countries.push(need.country)
    groups.set(`${outcome} ${reason}`, group)
  }
  return [...groups.values()]
}

/** One line for each layer and what its exports have in common. */
export function exportLines(result: ProposalResult, wording: Wording): string[] {
  return result.layers.flatMap(({ layer, exports }) =>
    alike(exports, wording).map(({ countries, outcome, reason }) =>
      say(wording, 'program.export-title', {
        layer: say(wording, `program.layers.${layer}`),
        country: countries.join(', '),
        outcome: reason === '' ? outcome : `${outcome}: ${reason}`,
      }),
    ),
  )
}
