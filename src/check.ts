import type { Basis, Determination, Notice, PartyScreening, Posture } from './determination.ts'
import type { Engine } from './engine.ts'
import { factsUsed } from './explain/facts-used.ts'
import { factAt } from './explain/fact-at.ts'
import { questions, type Open } from './explain/questions.ts'
import { hintOf } from './explain/screening-hint.ts'
import type { Profile } from './facts/assumptions.ts'
import type { Case } from './facts/case.ts'
import type { Context } from './facts/context.ts'
import { dealItems, type DealItem } from './facts/deal.ts'
import { isHosted } from './facts/hosted.ts'
import type { ListLaw } from './facts/list-claim.ts'
import { ownershipOfParties } from './facts/ownership.ts'
import type { Ask } from './logic/asks.ts'
import { operatorOf } from './ownership/operator.ts'
import type { Law } from './rules/on-day.ts'
import type { Provision } from './rules/provision.ts'
import { strictest } from './stages/decide.ts'
import { determineItem, type ItemDetermination } from './stages/index.ts'
import { notModelled } from './stages/notices.ts'
import { VERSION } from './version.ts'
import { find, say } from './wording/wording.ts'

/** How a case is to be judged. */
export interface CheckOptions {
  /** The law date; overrides the date of the case. */
  readonly asOf?: string | undefined
  /** The day that stands in where neither the case nor the caller names one. */
  readonly today: string
  readonly posture: Posture
  readonly includeProposed: boolean
  readonly profiles: readonly { readonly profile: Profile; readonly sha256: string }[]
  /** SHA-256 of the case's canonical JSON. */
  readonly caseSha256: string
  /** Stands in for a case that names no id. */
  readonly fallbackId: string
  /** What screening found, and the lists that it rests on; nothing where the parties were not screened. */
  readonly screened?: Screened | undefined
}

export interface Screened {
  readonly screening: readonly PartyScreening[]
  readonly lists: Basis['lists']
}

/** Judges one case: the strictest outcome over its items, with everything that led to it. */
export function check(engine: Engine, input: Case, options: CheckOptions): Determination {
  const laid = layOut(engine, input, options)
  return joined(engine, laid.law, input, options, laid.deals, determined(engine, laid, options))
}

/** What an answer says before it shows why: all that a row of many deals is told. */
export interface Outline extends Pick<
  Determination,
  | 'outcome'
  | 'reviewPolicy'
  | 'reviewPolicySettled'
  | 'reviewPolicyOptions'
  | 'because'
  | 'textOnly'
  | 'findings'
  | 'questions'
  | 'obligations'
  | 'redFlags'
  | 'assumed'
> {
  readonly products: readonly string[]
  readonly exceptions: () => Determination['exceptions']
  readonly notices: () => Determination['notices']
}

/** Judges what `check` does, and leaves out the proofs and what else only one deal is shown with. */
export function outline(engine: Engine, laid: LaidOut, options: CheckOptions): Outline {
  const { deals } = laid
  const items = determined(engine, laid, options)
  return {
    ...summed(engine, options, deals, items),
    findings: items.flatMap((item) => item.findings),
    products: deals.flatMap(({ product, sent }) => (sent ? [product] : [])),
    exceptions: () => items.flatMap((item) => item.exceptions()),
    notices: () => items.flatMap((item) => item.notices()),
  }
}

/** A case as facts, and the law of its day. */
export interface LaidOut {
  readonly law: Law
  readonly deals: readonly DealItem[]
}

/** Lays out a case on its law date. */
export function layOut(engine: Engine, input: Case, options: CheckOptions): LaidOut {
  const day = options.asOf ?? input.date ?? options.today
  const law = engine.lawOn(day, options.includeProposed)
  return { law, deals: dealItems(input, contextOf(engine, law, options)) }
}

const determined = (
  engine: Engine,
  { law, deals }: LaidOut,
  { posture }: CheckOptions,
): ItemDetermination[] => deals.map((deal) => determineItem(engine, law, deal, posture))

/** What reading a case needs to know of an engine, a day's law and the profiles that stand in. */
export function contextOf(
  engine: Engine,
  law: Law,
  { profiles }: Pick<CheckOptions, 'profiles'>,
): Context {
  const known = ofLaw(engine, law)
  return profiles.length === 0
    ? known
    : { ...known, profiles: profiles.map(({ profile }) => profile) }
}

const contexts = new WeakMap<Law, Context>()

function ofLaw(engine: Engine, law: Law): Context {
  const known = contexts.get(law)
  if (known !== undefined) return known
  const { dictionary, catalog, destination, ccl, pack } = engine
  const fresh = {
    dictionary,
    catalog,
    destination,
    macauOrD5: law.book.members('macau-or-d5'),
    embargoed: law.book.members('embargoed-destinations'),
    operators: pack.ownership.map((operator) => operatorOf(operator, law.book.members)),
    list: {
      ccl,
      members: law.book.members as ListLaw['members'],
      footnotes: pack.ccl.footnotes,
      inForce: new Set(law.by.requirement.map(({ provision }) => provision.id)),
      day: law.day,
    },
    day: law.day,
    profiles: [],
  }
  contexts.set(law, fresh)
  return fresh
}

function summed(
  engine: Engine,
  options: CheckOptions,
  deals: readonly DealItem[],
  items: readonly ItemDetermination[],
): Omit<Outline, 'findings' | 'products' | 'exceptions' | 'notices'> {
  const outcome = strictest(items.map((item) => item.outcome))
  const textOutcome = strictest(items.map((item) => item.textOutcome))
  const deciding = items.filter((item) => item.outcome === outcome)
  const reviewed = deciding.flatMap(({ review }) => (review.policy === null ? [] : [review]))
  const review = reviewed.reduce((a, b) => (STRICTNESS(b) > STRICTNESS(a) ? b : a), reviewed[0]!)
  const words = (ask: Ask): string => {
    const said = sayAsk(engine, deals, ask)
    const found = options.screened?.screening.find(({ at }) => `${at}.lists` === ask.path)
    const hint = found === undefined ? undefined : hintOf(engine.wording, found)
    return hint === undefined ? said : `${said} ${hint}`
  }
  return {
    outcome,
    reviewPolicy: review?.policy ?? null,
    reviewPolicySettled: review?.settled ?? true,
    reviewPolicyOptions: [...(review?.options ?? [])],
    because: [...new Set(deciding.flatMap((item) => item.because))],
    textOnly: textOutcome === outcome ? null : textOutcome,
    questions: questions(
      items.flatMap(({ open }) => open.map(atItsPath)),
      engine.dictionary,
      words,
    ),
    obligations: distinct(
      items.flatMap((item) => item.obligations),
      ({ provision, text }) => `${provision} ${text}`,
    ),
    redFlags: items.flatMap((item) => item.redFlags),
    assumed: distinct(
      deals.flatMap(({ assumed }) => assumed),
      ({ fact, profile }) => `${fact} ${profile}`,
    ),
  }
}

function joined(
  engine: Engine,
  law: Law,
  input: Case,
  options: CheckOptions,
  deals: readonly DealItem[],
  items: readonly ItemDetermination[],
): Determination {
  const sum = summed(engine, options, deals, items)
  return {
    case: input.id ?? options.fallbackId,
    title: input.title ?? null,
    outcome: sum.outcome,
    reviewPolicy: sum.reviewPolicy,
    reviewPolicySettled: sum.reviewPolicySettled,
    reviewPolicyOptions: sum.reviewPolicyOptions,
    because: sum.because,
    textOnly: sum.textOnly,
    route: routeOf(deals[0]!, input),
    parties: (input.parties ?? []).map(({ role, name }, index) => ({
      index,
      role,
      name: name ?? '',
      country: asText(input.parties![index]!['country']),
    })),
    items: items.flatMap(({ item }, index) => (deals[index]!.sent ? [item()] : [])),
    findings: items.flatMap((item) => item.findings.map((finding) => ({ ...finding }))),
    exceptions: items.flatMap((item) => item.exceptions()),
    questions: sum.questions,
    obligations: sum.obligations,
    redFlags: sum.redFlags,
    screening: [...(options.screened?.screening ?? [])],
    ownership: ownershipOfParties(input, contextOf(engine, law, options)),
    assumed: sum.assumed,
    notices: [
      ...verifiedNotice(engine, law, items),
      ...contradictionNotice(engine, options.screened),
      ...distinct(
        items.flatMap((item) => item.notices()),
        ({ id }) => id,
      ),
    ],
    considered: items.flatMap((item) => item.considered()),
    notModelled: notModelled(engine.pack),
    facts: factsUsed(engine.wording, deals),
    basis: basisOf(engine, law, options),
  }
}

const ORDER = [
  'approval',
  'presumption-of-approval',
  'case-by-case',
  'presumption-of-denial',
  'denial',
]
const STRICTNESS = ({ policy }: { policy: string | null }): number => ORDER.indexOf(policy ?? '')

function distinct<T>(all: readonly T[], key: (one: T) => string): T[] {
  return [...new Map(all.map((one) => [key(one), one])).values()]
}

export function basisOf(engine: Engine, law: Law, options: CheckOptions): Basis {
  return {
    engine: VERSION,
    pack: { id: engine.pack.id, sha256: engine.sha256 },
    lists: [...(options.screened?.lists ?? [])],
    lawDate: law.day,
    knowledgeDate: engine.pack.knowledgeDate,
    posture: options.posture,
    includeProposed: options.includeProposed,
    profiles: options.profiles.map(({ profile, sha256 }) => ({ id: profile.id, sha256 })),
    caseSha256: options.caseSha256,
  }
}

function routeOf({ facts }: DealItem, input: Case): Determination['route'] {
  // Where the machines are, and where their user is, are worked out.
  const hosted = isHosted(input) ? facts.values : {}
  return {
    activity: asText(facts.values['activity']),
    from: asText(input['from'] ?? hosted['from']),
    to: asText(input['to'] ?? hosted['to']),
    via: (input.via ?? []).map((code) => asText(code) ?? ''),
  }
}

function asText(raw: unknown): string | null {
  const bare = typeof raw === 'object' && raw !== null && 'value' in raw ? raw.value : raw
  return typeof bare === 'string' && bare !== 'unknown' ? bare : null
}

/** The question for a missing fact, with the party, the product or the entry that it is about. */
function sayAsk(engine: Engine, deals: readonly DealItem[], { fact, path }: Ask): string {
  const ask = listAsk(engine, path) ?? find(engine.wording, `facts.${fact}.ask`) ?? path
  const about = subjectOf(deals, path)
  return about === undefined ? ask : say(engine.wording, 'engine.ask', { about, ask })
}

/** The words in which the list asks of an item what turns on its entry. */
function listAsk({ pack, wording }: Engine, path: string): string | undefined {
  const [, question] = /\.listFacts\.(.+)$/.exec(path) ?? []
  if (question !== undefined) return pack.ccl.questions.find(({ id }) => id === question)?.ask
  return /^items\[\d+\]\.eccn$/.test(path) ? say(wording, 'engine.which-paragraph') : undefined
}

/** What is asked, named for the fact that stands at its path, so that an answer is read as one. */
function atItsPath({ provision, asks }: Open): Open {
  const named = asks.map(({ fact, path }) => ({
    path,
    fact: factAt(path) ?? fact,
  }))
  return { provision, asks: named }
}

function subjectOf(deals: readonly DealItem[], path: string): string | undefined {
  const [, list, index] = /^(parties|items)\[(\d+)\]/.exec(path) ?? []
  if (list === 'items') {
    const deal = deals[Number(index)]
    return path.endsWith('.eccn') ? (deal?.claimed ?? deal?.product) : deal?.product
  }
  return deals[0]?.facts.lists['parties']?.members[Number(index)]?.label
}

/** Says so where the law date lies beyond the day to which the provisions of the answer were verified. */
function verifiedNotice(engine: Engine, law: Law, items: readonly ItemDetermination[]): Notice[] {
  const later = verifiedBefore(law)
  if (later.length === 0) return []
  const applied = new Set(items.flatMap(({ findings }) => findings.map(({ id }) => id)))
  const stale = later.filter(({ id }) => applied.has(id))
  if (stale.length === 0) return []
  const on = stale.map(({ verified }) => verified.on).sort()[0]!
  const against = [...new Set(stale.map(({ verified }) => verified.against))].sort().join('; ')
  return [
    {
      id: 'verified-before-law-date',
      title: say(engine.wording, 'engine.verified-title'),
      citation: '',
      source: against,
      status: 'in-force',
      text: say(engine.wording, 'engine.verified-text', {
        day: law.day,
        on,
        against,
        n: stale.length,
      }),
      changesOutcome: false,
    },
  ]
}

const beforeDay = new WeakMap<Law, readonly Provision[]>()

/** The provisions of a day that were last verified before it. */
function verifiedBefore(law: Law): readonly Provision[] {
  const known = beforeDay.get(law)
  if (known !== undefined) return known
  const found = law.all
    .map(({ provision }) => provision)
    .filter(({ verified }) => verified.on < law.day)
  beforeDay.set(law, found)
  return found
}

/** Says so where a case puts a party on fewer lists than the lists do. */
function contradictionNotice(engine: Engine, screened: Screened | undefined): Notice[] {
  const found = (screened?.screening ?? []).filter(({ contradicts }) => contradicts)
  if (found.length === 0) return []
  const parties = found.map(({ name, hits }) => {
    const exact = hits.filter(({ band }) => band === 'exact')
    return `${name}: ${exact.map((hit) => `${hit.name} (${hit.listTitle}, ${hit.id})`).join('; ')}`
  })
  return [
    {
      id: 'screening-contradicts-case',
      title: say(engine.wording, 'screening.contradicts-title'),
      citation: '',
      source: found
        .flatMap(({ hits }) => hits.slice(0, 1))
        .map(({ list, listDate }) => `${list} ${listDate}`)
        .join('; '),
      status: 'in-force',
      text: say(engine.wording, 'screening.contradicts-text', {
        parties: parties.join(' | '),
      }),
      changesOutcome: false,
    },
  ]
}
