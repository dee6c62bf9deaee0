import type { Value } from '../logic/facts.ts'
import type { Case } from './case.ts'
import type { Context } from './context.ts'
import { completeDataFacts } from './data-facts.ts'
import { unboxed } from './known.ts'
import { layer, type Layer } from './layer.ts'
import { modelWords } from './model-name.ts'

/** What a case says of the deal as a whole, and what follows from it: the destination, the route, dates. */
export function dealFacts(input: Case, context: Context): Layer {
  const { values, sources } = layer(input, 'deal', context)
  const { destination, day } = context
  completeDataFacts({ values, sources }, input)
  values['exceptions.claimed'] = input.licenseExceptions ?? []
  values['generalLicenses.claimed'] =
    input['generalLicenses'] === undefined ? [] : values['generalLicenses']
  values['provider.stated'] = values['provider'] ?? 'not-stated'
  const model = values['model'] as string | undefined
  values['model.words'] = model === undefined ? undefined : modelWords(model)
  values['knowledge'] = input.knowledge ?? []
  values['chip.missing'] = input['chip'] === undefined
  values['via'] = stopsOf(input, destination)
  values['route.viaMacauOrD5'] = passes(input, context.macauOrD5, destination)
  values['route.viaEmbargoed'] = passes(input, context.embargoed, destination)
  const to = unboxed(input['to'])
  const region = typeof to === 'string' ? destination(to).region : undefined
  if (values['activity'] === 'deemed-export' || values['activity'] === 'deemed-reexport') {
    const [first, ...others] = (input.parties ?? [])
      .filter(({ role }) => role === 'recipient')
      .map((recipient) => unboxed(recipient['nationality']))
      .map((nationality) =>
        typeof nationality === 'string' && nationality !== 'unknown'
          ? destination(nationality).country
          : undefined,
      )
    // Recipients of several nationalities are several exports; the answer to one is not the answer to all.
    values['to'] = others.every((other) => other === first) ? first : undefined
    sources['to'] = {
      from: 'derived',
      text: 'most recent nationality of the recipient, 15 CFR 734.13(b)',
    }
  } else if (
    values['activity'] === undefined &&
    (input.parties?.some(({ role }) => role === 'recipient') ?? true)
  ) {
    // It may be a deemed export, whose destination is not where the item goes.
    values['to'] = undefined
  }
  if (region === 'UA-43' || region === 'UA-40') values['to.region'] = region
  else if (values['to'] !== undefined && values['to'] !== 'UA') values['to.region'] = 'none'
  const registered = values['evidence.nac.registered']
  if (typeof registered === 'string') {
    values['evidence.nac.daysBeforeExport'] = daysBetween(registered, day)
    sources['evidence.nac.daysBeforeExport'] = { from: 'derived', text: `registered ${registered}` }
  }
  return { values, sources }
}

/** The countries of transit, as mapped; unknown where one of them is. */
function stopsOf({ via = [] }: Case, destination: Context['destination']): string[] | undefined {
  const stops = via.map((code): unknown => unboxed(code))
  if (stops.some((code) => typeof code !== 'string' || code === 'unknown')) return undefined
  return stops.map((code) => destination(code as string).country)
}

/** Whether the route passes through one of the countries; unknown where one of its stops is. */
function passes(
  { via = [] }: Case,
  countries: ReadonlySet<Value>,
  destination: Context['destination'],
): boolean | undefined {
  const stops = via.map((code): unknown => unboxed(code))
  if (stops.some((code) => typeof code === 'string' && countries.has(destination(code).country)))
    return true
  return stops.includes('unknown') ? undefined : false
}

/** Calendar days from one law date to another: dates without a time are midnights of UTC, which has no shifts. */
const daysBetween = (from: string, to: string): number =>
  (Date.parse(to) - Date.parse(from)) / 86_400_000
