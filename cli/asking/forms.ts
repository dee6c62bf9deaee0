import { lookup } from '../../src/catalog/lookup.ts'
import type { Question } from '../../src/determination.ts'
import type { Engine } from '../../src/engine.ts'
import { valueAt } from '../../src/explain/place.ts'
import { isDeemed, recipientIn } from '../../src/what-if/trial-answers.ts'
import type { Case } from '../../src/facts/case.ts'
import type { FactDefinition } from '../../src/facts/dictionary.ts'
import { named } from '../../src/wording/values.ts'
import { find, say } from '../../src/wording/wording.ts'
import type { Field, Prompter } from './field.ts'

/** Something to write into the case. */
export interface Entry {
  readonly path: string
  readonly value: unknown
  /** The dictionary's fact that it answers; frame facts such as names have none, and no source either. */
  readonly fact?: string
}

/** What is known when a question is put. */
export interface Asking {
  readonly input: Case
  readonly engine: Engine
  readonly prompter: Prompter
  /** Roles of parties that the law asks for and nobody in the case has. */
  readonly wantedRoles: readonly string[]
}

/** What came of a question: what to write, nothing because nobody knows, or the end of the conversation. */
export type Answered = readonly Entry[] | 'stop'

/** Puts one open question to a person, in as many steps as it takes, and says what to write. */
export async function putQuestion(question: Question, asking: Asking): Promise<Answered> {
  const { fact: path, name } = question
  const { input, engine } = asking
  const beside = (key: string): string => path.replace(/[^.]+$/, key)
  switch (name) {
    case 'parties':
      return putParty(asking)
    case 'redFlags.open':
      return putRedFlags(asking)
    case 'item.letter':
      return putLetters(asking)
    case 'item.form':
    case 'circuit.kind': {
      const item = path.replace(/\.(form|specs\.kind)$/, '')
      if (valueAt(input, `${item}.product`) === undefined) return putProduct(item, asking)
      return plain(`${item}.form`, 'item.form', asking)
    }
    case 'circuit.performanceDensity':
      return plain(...firstMissing(input, path, name, ['dieArea', 'tpp']), asking)
    case 'circuit.memoryBandwidthDensity':
      return plain(...firstMissing(input, path, name, ['packageArea', 'memoryBandwidth']), asking)
    case 'item.purchaseValue':
      return inTurn(
        [
          frame(beside('quantity'), 'number', asking, 1),
          frame(beside('unitValue'), 'number', asking, 0),
        ],
        asking,
      )
    case 'item.aggregateTpp':
      return valueAt(input, beside('quantity')) === undefined
        ? inTurn([frame(beside('quantity'), 'number', asking, 1)], asking)
        : plain(beside('specs.tpp'), 'circuit.tpp', asking)
    case 'evidence.nac.daysBeforeExport':
      return plain(path, 'evidence.nac.registered', asking)
    case 'to':
      return isDeemed(input) ? putRecipient(asking) : plain(path, name, asking, question.ask)
    default:
      return engine.dictionary.has(name) ? plain(path, name, asking, question.ask) : []
  }
}

/** The first of the specs behind a density that the case does not state; the density itself where it states all. */
function firstMissing(
  input: Case,
  path: string,
  name: string,
  keys: readonly string[],
): [path: string, fact: string] {
  for (const key of keys) {
    const place = path.replace(/[^.]+$/, key)
    if (valueAt(input, place) === undefined) return [place, `circuit.${key}`]
  }
  return [path, name]
}

async function plain(
  path: string,
  fact: string,
  { prompter, engine }: Asking,
  ask = askOf(fact, engine),
): Promise<Answered> {
  const said = await prompter.ask({ path, ask, fact: engine.dictionary.get(fact)! })
  if (said === 'stop') return 'stop'
  return [{ path, fact, value: 'unknown' in said ? 'unknown' : said.value }]
}

const askOf = (fact: string, { wording }: Engine): string =>
  find(wording, `facts.${fact}.ask`) ?? fact

/** A field of the frame in which the facts stand: a name, a quantity. */
function frame(
  path: string,
  type: FactDefinition['type'],
  { engine }: Asking,
  min?: number,
  none?: string,
): Field {
  const key = path.replace(/^.*\./, '').replace(/\[\d+\]/g, '')
  return {
    path,
    ask: say(engine.wording, `cli.ask.${key}`),
    fact: {
      name: key,
      type,
      at: path,
      assumable: false,
      knownBy: 'exporter',
      ...(min !== undefined && { min }),
    },
    ...(none !== undefined && { none }),
  }
}

/** Asks for frame facts one after the other; one that is not known is left out. */
async function inTurn(fields: readonly Field[], { prompter }: Asking): Promise<Answered> {
  const entries: Entry[] = []
  for (const field of fields) {
    const said = await prompter.ask(field)
    if (said === 'stop') return 'stop'
    if ('value' in said) entries.push({ path: field.path, value: said.value })
  }
  return entries
}

const COMPANY = [
  ['party.country', 'country'],
  ['party.headquarters', 'headquarters'],
  ['party.parentHeadquarters', 'ultimateParent.headquarters'],
] as const
const PERSON = [
  ['party.country', 'country'],
  ['party.nationality', 'nationality'],
] as const

/** A further party: its role, name and seats. Nothing where there is none. */
async function putParty(asking: Asking): Promise<Answered> {
  const { engine, input, prompter, wantedRoles } = asking
  const path = `parties[${input.parties?.length ?? 0}]`
  const role = engine.dictionary.get('party.role')!
  const others = role.values!.filter((value) => !wantedRoles.includes(value))
  const said = await prompter.ask({
    path: `${path}.role`,
    ask:
      wantedRoles.length === 0
        ? say(engine.wording, 'cli.ask.any-party')
        : say(engine.wording, 'cli.ask.party', {
            roles: wantedRoles.map((one) => named(engine.wording, 'roles', one)).join(', '),
          }),
    fact: { ...role, values: [...wantedRoles, ...others] },
    none: 'none',
  })
  if (said === 'stop') return 'stop'
  if ('unknown' in said || said.value === 'none') return []
  const called = await inTurn([frame(`${path}.name`, 'text', asking)], asking)
  if (called === 'stop') return 'stop'
  const entries: Entry[] = [{ path: `${path}.role`, value: said.value }, ...called]
  for (const [fact, key] of said.value === 'recipient' ? PERSON : COMPANY) {
    const answered = await plain(`${path}.${key}`, fact, asking)
    if (answered === 'stop') return 'stop'
    entries.push(...answered)
  }
  return entries
}

/** A deemed export goes to the country of the recipient's most recent nationality, 15 CFR 734.13(b). */
async function putRecipient(asking: Asking): Promise<Answered> {
  const path = recipientIn(asking.input)
  const answered = await plain(`${path}.nationality`, 'party.nationality', asking)
  if (answered === 'stop' || valueAt(asking.input, path) !== undefined) return answered
  return [{ path: `${path}.role`, value: 'recipient' }, ...answered]
}

async function putRedFlags(asking: Asking): Promise<Answered> {
  const answered = await inTurn([frame('redFlags', 'text', asking, undefined, 'none')], asking)
  if (answered === 'stop' || answered.length === 0) return answered
  const { value } = answered[0]!
  return [{ path: 'redFlags', value: value === 'none' ? [] : [{ flag: value }] }]
}

async function putLetters(asking: Asking): Promise<Answered> {
  const answered = await inTurn([frame('letters', 'date', asking, undefined, 'none')], asking)
  if (answered === 'stop' || answered.length === 0) return answered
  const { value } = answered[0]!
  if (value === 'none') return [{ path: 'letters', value: [] }]
  const covers = await inTurn([frame('letters[0].covers', 'text', asking)], asking)
  if (covers === 'stop') return 'stop'
  return [
    {
      path: 'letters',
      value: [
        {
          received: value,
          covers: covers[0]?.value ?? say(asking.engine.wording, 'cli.ask.not-stated'),
        },
      ],
    },
  ]
}

/** The product, and which of the catalog's it is where the name is not in it but near one that is. */
async function putProduct(item: string, asking: Asking): Promise<Answered> {
  const { engine, prompter } = asking
  const path = `${item}.product`
  const answered = await inTurn([frame(path, 'text', asking)], asking)
  if (answered === 'stop') return 'stop'
  if (answered.length === 0) return plain(`${item}.form`, 'item.form', asking)
  const found = lookup(engine.catalog, String(answered[0]!.value))
  if (!('unknown' in found) || found.suggestions.length === 0) return answered
  const meant = await prompter.ask({
    path,
    ask: say(engine.wording, 'cli.ask.did-you-mean', { product: found.unknown }),
    fact: {
      name: 'product',
      type: 'one-of',
      at: path,
      values: found.suggestions,
      assumable: false,
      knownBy: 'exporter',
    },
    none: 'none',
  })
  if (meant === 'stop') return 'stop'
  return 'unknown' in meant || meant.value === 'none' ? answered : [{ path, value: meant.value }]
}
