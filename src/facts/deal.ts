import type { Accelerator } from '../catalog/catalog.ts'
import { bounds, quantity, type Quantity } from '../derive/measured.ts'
import type { AssumedFact, CircuitResult } from '../determination.ts'
import type { Facts, Source, Value } from '../logic/facts.ts'
import { sendsItem } from './activity.ts'
import { standing } from './assumptions.ts'
import type { Case, ItemInput } from './case.ts'
import { contentFacts } from './content-facts.ts'
import type { Context } from './context.ts'
import { designToolFacts } from './design-tool.ts'
import { hostedFacts, isHosted, isSent, serviceAlone, type Hosted } from './hosted.ts'
import { dataAsks, isOfData } from './data-facts.ts'
import { dealFacts } from './deal-facts.ts'
import { listFacts } from './list-facts.ts'
import { circuitsOf, FORMS_WITHOUT_CIRCUITS, type Circuits } from './item-circuits.ts'
import { knownOf, unboxed } from './known.ts'
import { DERIVED_FROM, emptyLayer, layer, pathsOf, saidAt, withAsks, type Layer } from './layer.ts'
import { modulesOf } from './modules.ts'
import { coverPassedOver } from './passed-over.ts'
import { partiesOf, type Parties, type PartyConflict } from './parties.ts'
import { certifiedOutside, productionInputs } from './production.ts'
import { flagsOf } from './red-flags.ts'
import { productOf } from './product.ts'
import { trainingFacts } from './training.ts'

/** One item of a case with all the facts that the law can ask of it. */
export interface DealItem {
  readonly index: number
  /** False where the deal sends nothing: what is determined is then of the deal as a whole. */
  readonly sent: boolean
  readonly product: string
  readonly quantity: number | null
  readonly claimed: string | null
  readonly facts: Facts
  /** What a report shows of its circuits. */
  readonly circuits: () => CircuitResult[]
  readonly conflicts: readonly string[]
  readonly partyConflicts: readonly PartyConflict[]
  /** What a person should know of how the product was read: not found, ambiguous. */
  readonly remarks: () => readonly string[]
  readonly assumed: readonly AssumedFact[]
}

/** Lays out a case as facts: one deal with each item, its circuits, and the parties. */
export function dealItems(input: Case, context: Context): DealItem[] {
  const deal = dealFacts(input, context)
  const hosted = hostedFacts(input, deal, context)
  const used = partiesOf(input, context, isHosted(input))
  const received = isHosted(input) ? partiesOf(withTenants(input), context) : used
  const items = input.items ?? [{}]
  const parties = { used, received }
  const judged = items.map((item, index) => {
    // Each item's facts are laid on those of the deal, which the last item may have for its own.
    const base = index === items.length - 1 && !isHosted(input) ? deal : copyOf(deal)
    return dealItem(input, item, index, base, parties, context, hosted)
  })
  const somethingStays = judged.some(({ facts }) => facts.values['item.sent'] === false)
  if (!isHosted(input) || somethingStays) return judged
  // What is handed over is judged as sent. The service that it goes with is a service still.
  const { items: _, ...service } = input
  const alone = serviceAlone(hosted, deal)
  return [...judged, dealItem(service, {}, items.length, deal, parties, context, alone)]
}

function copyOf({ values, sources }: Layer): Layer {
  const copy = emptyLayer()
  Object.assign(copy.values, values)
  Object.assign(copy.sources, sources)
  return copy
}

function dealItem(
  input: Case,
  item: ItemInput,
  index: number,
  deal: Layer,
  { used, received }: { readonly used: Parties; readonly received: Parties },
  context: Context,
  hosted: Hosted,
): DealItem {
  const { dictionary, catalog } = context
  const { values, sources } = layer(item, 'item', context, deal)
  const found = productOf(item, catalog)
  // Hosted computing that names no machine has machines all the same.
  const isOpen = hosted.hasMachines && input.items === undefined
  const known = found.form ?? formBy(input, item, sendsItem(input))
  const form = (values['item.form'] as string | undefined) ?? known
  if (values['item.form'] === undefined && form !== undefined) {
    values['item.form'] = form
    sources['item.form'] =
      found.form === undefined
        ? { from: 'derived', text: 'the activity' }
        : { from: 'catalogue', text: found.rows[0]?.name ?? '', confidence: 'C' }
  }
  const { isHeld } = hosted
  const sentIfHosted = isSent(input, item, form, isHeld)
  const isOpenHosted = values['activity'] === undefined && sentIfHosted !== true
  const sent = isHosted(input) ? sentIfHosted : isOpenHosted ? undefined : sendsItem(input)
  values['item.sent'] = sent
  values['item.productRecollected'] =
    found.confidence === 'C' && item.specs === undefined && item.circuits === undefined
  values['item.modelWeights'] = isWeights(item, form)
  values['item.publicationClaimed'] =
    item['weightsPublished'] === undefined ? false : values['item.weightsPublished']
  if (sent === false || form === 'model-weights') Object.assign(values, { ...NO_HOST, ...values })
  const parties = sent === true ? received : used
  if (isHeld) {
    values['activity'] = 'transfer'
    sources['activity'] = { from: 'derived', text: 'the tenant holds the machines' }
    values['to'] = values['compute.country']
    sources['to'] = { from: 'derived', text: 'where the machines are' }
  } else if (sent === true && values['activity'] === 'hosted-compute') {
    values['activity'] = values['from'] === 'US' ? 'export' : 'reexport'
    sources['activity'] = { from: 'derived', text: 'the item is handed over to the tenant' }
  }
  const claimed = (values['item.eccn'] as string | undefined) ?? null
  // A case that claims no ECCN makes no claim: there is nothing to ask.
  values['item.eccn'] = claimed ?? 'none'
  const circuits = circuitsOf(item, index, form, found, context)
  derive(values, input, item, index, circuits, context)
  const prefix = `items[${index}]`
  const modules = modulesOf(item, prefix, context)
  designToolFacts(item, modules, { values, sources })
  // The list has the weights of a model among its technology: 4E091.
  const listForm = form === 'model-weights' ? 'technology' : form
  const listed = listFacts(
    {
      item,
      claimed,
      form: listForm,
      activity: values['activity'] as string | undefined,
      to: values['to'] as string | undefined,
      prefix,
      order: input.items ?? [],
    },
    context.list,
  )
  Object.assign(values, listed.values)
  Object.assign(sources, listed.sources)
  const production = item.production ?? {}
  values['item.certifiedOutside'] = certifiedOutside(production, context.day)
  const content = contentFacts(production, listForm, values['to'], prefix, context)
  Object.assign(values, content.values)
  Object.assign(sources, content.sources)
  const training = trainingFacts(
    item.training ?? {},
    values['item.trainingOperations'],
    values['item.trainingComplete'],
    prefix,
    catalog,
  )
  Object.assign(values, training.values)
  Object.assign(sources, training.sources)
  // Whether a stated destination counts is for the activity to tell.
  const isWithheld = values['to'] === undefined && values['activity'] === undefined
  const asks = {
    ...listed.asks,
    ...(isWithheld && input['to'] !== undefined && { to: 'activity' }),
    'item.sent': isHosted(input) ? `${prefix}.delivered` : 'activity',
  }
  const ownAsks = dataAsks({ values, sources }, dictionary.keys())
  const assumed = assume(values, sources, input, index, context)
  coverPassedOver(values, sources, input, dictionary)
  return {
    index,
    sent: sent !== false,
    product: item.product ?? item.description ?? nameOf(index, sent, isOpen),
    quantity: item.quantity ?? null,
    claimed,
    facts: {
      values,
      sources,
      paths: withAsks(
        pathsOf(dictionary, prefix, ['deal', 'item']),
        asks,
        content.asks,
        training.asks,
        ownAsks,
      ),
      lists: {
        parties: parties.list,
        circuits: isOpen ? OPEN_CIRCUITS : circuits.list,
        productionInputs: productionInputs(production, prefix, context),
        modules,
      },
      label: item.product ?? `item ${index + 1}`,
    },
    circuits: () => circuits.made.map(({ result }) => result()),
    conflicts: [
      ...circuits.made.flatMap(({ conflicts }) => conflicts),
      ...(found.conflict !== undefined && item.count === undefined ? [found.conflict] : []),
      ...formConflict(item, form, found.rows),
      ...training.conflicts,
    ],
    partyConflicts: parties.conflicts,
    remarks: () => [
      ...found.remarks(),
      ...listed.remarks,
      ...content.remarks,
      ...training.remarks,
      ...(index === 0 ? hosted.remarks : []),
    ],
    assumed,
  }
}

/** How the machines of hosted computing are called where a case names none. */
const MACHINES = 'the machines'
const OPEN_CIRCUITS = { members: [], complete: false, asks: 'circuits' } as const

/** A tenant that holds the machines, or that an item is handed over to, is who receives it. */
function withTenants(input: Case): Case {
  const { parties } = input
  if (parties === undefined) return input
  const received = parties.map((party) =>
    party.role === 'tenant' ? { ...party, role: 'end-user' } : party,
  )
  return { ...input, parties: received }
}

/** How a deal that sends nothing is called where its items are listed. */
const NO_ITEM = 'no item is sent'

/** What is true of no item, and of the weights of a model: no entry for goods describes them. */
const NO_HOST = { 'item.hostEccn': 'none', 'item.relatedTo': 'other' } as const

/** The form of an item that names none, where the activity tells. */
function formBy(input: Case, item: ItemInput, sent: boolean | undefined): string | undefined {
  if (sent === false) return 'other'
  const isSilent = item['form'] === undefined
  return isSilent && unboxed(input['activity']) === 'weights-transfer' ? 'model-weights' : undefined
}

/** What a case says of the weights of a model alone. */
const OF_WEIGHTS = ['training', 'trainingOperations', 'weightsPublished', 'releasedToEveryone']

const nameOf = (index: number, sent: boolean | undefined, isOpen: boolean): string =>
  isOpen ? MACHINES : sent === false ? NO_ITEM : `item ${index + 1}`

/** Whether an item is the weights of a model; what names no form and says nothing of training is not. */
function isWeights(item: ItemInput, form: string | undefined): boolean | undefined {
  if (form !== undefined) return form === 'model-weights'
  const mayBe = item['form'] !== undefined || OF_WEIGHTS.some((key) => item[key] !== undefined)
  return mayBe ? undefined : false
}

/** Goods of the catalogue hold circuits, whatever else a case calls them. */
function formConflict(
  { product }: ItemInput,
  form: string | undefined,
  rows: readonly Accelerator[],
): string[] {
  if (rows.length === 0 || form === undefined || !FORMS_WITHOUT_CIRCUITS.has(form)) return []
  return [`form of ${product}: the case says ${form}, the catalogue lists a product with circuits`]
}

function derive(
  values: Layer['values'],
  input: Case,
  item: ItemInput,
  index: number,
  circuits: Circuits,
  { day }: Context,
): void {
  const letters = input.letters?.filter(({ items }) => items === undefined || items.includes(index))
  const flags = flagsOf(input.redFlags ?? [], index)
  const areAsked = !isOfData(values['activity'])
  values['redFlags.open'] =
    input.redFlags === undefined && areAsked ? undefined : flags.raised.length > 0
  values['redFlags.raised'] = flags.raised
  values['redFlags.resolved'] = flags.resolved
  values['item.exclusionsClaimed'] = item.exclusions ?? []
  values['item.circuitSeen'] =
    item['containsCircuit'] === undefined ? false : values['item.containsCircuit']
  const held = letters?.filter(
    ({ received, until }) => received <= day && (until === undefined || day < until),
  )
  // What a known letter covers, and until when, is for the law to say.
  values['item.letter'] = held?.some(({ known }) => known === undefined)
  values['item.knownLetters'] = held?.flatMap(({ known }) => known ?? [])
  if (item.quantity !== undefined && item.unitValue !== undefined) {
    values['item.purchaseValue'] = item.quantity * item.unitValue
  }
  values['item.aggregateTpp'] = aggregateTpp(item, circuits)
}

function aggregateTpp(item: ItemInput, { made }: Circuits): Quantity | undefined {
  if (item.quantity === undefined || made.length === 0) return undefined
  let low = 0
  let high = 0
  for (const { facts, count } of made) {
    const tpp = facts.values['circuit.tpp']
    if (tpp === undefined || count === undefined) return undefined
    const each = bounds(tpp as Quantity)
    low += each.low * count * item.quantity
    high += each.high * count * item.quantity
  }
  return quantity(low, high)
}

/** Fills the silent facts of one item from the profiles, and says which. Never overwrites a fact. */
function assume(
  values: Record<string, Value | undefined>,
  sources: Record<string, Source | undefined>,
  input: Case,
  index: number,
  context: Context,
): AssumedFact[] {
  if (context.profiles.length === 0) return []
  const assumed: AssumedFact[] = []
  for (const [name, { value, basis, expires, profile }] of standing(
    context.profiles,
    input,
    index,
    context.day,
  )) {
    const fact = context.dictionary.get(name)!
    // A case that says `unknown` is not silent: the question stands.
    if (
      values[name] !== undefined ||
      saidAt(input, fact.at) !== undefined ||
      input[DERIVED_FROM[name] ?? ''] !== undefined
    )
      continue
    const known = knownOf(fact, value, context.destination)
    if (known === undefined) continue
    values[name] = known.value
    sources[name] = { from: 'assumed', text: `${profile.id}: ${basis}, until ${expires}` }
    assumed.push({
      fact: name,
      value,
      profile: profile.id,
      basis,
      signedBy: profile.signedBy,
      expires,
    })
  }
  return assumed
}
