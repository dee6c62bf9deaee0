import { lookup } from '../../src/catalog/lookup.ts'
import type { Question } from '../../src/determination.ts'
import { valueAt } from '../../src/explain/place.ts'
import { isDeemed, recipientIn } from '../../src/what-if/trial-answers.ts'
import type { Case } from '../../src/facts/case.ts'
import { named } from '../../src/wording/values.ts'
import { say } from '../../src/wording/wording.ts'
import { putContent, putInputs, putOfContent } from './production.ts'
import { frame, inTurn, plain, type Answered, type Asking, type Entry } from './steps.ts'

/** Puts one open question to a person, in as many steps as it takes, and says what to write. */
export async function putQuestion(question: Question, asking: Asking): Promise<Answered> {
  const { fact: path, name } = question
  const { input, engine } = asking
  const beside = (key: string): string => path.replace(/[^.]+$/, key)
  switch (name) {
    case 'parties':
      return putParty(asking)
    case 'productionInputs':
      return putInputs(path, asking)
    case 'content':
      return putContent(path, asking)
    case 'redFlags.open':
      return putRedFlags(asking)
    case 'item.letter':
      return putLetters(asking)
    case 'circuits':
    case 'item.form':
    case 'circuit.kind': {
      const item = path.replace(/\.(form|specs|specs\.kind)$/, '')
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
      if (name.startsWith('content.')) return putOfContent(path, asking)
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
