import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs'
import { currentFile, readIndex, storeFolder } from '../../dist/src/lists/store.js'
import { entryAt } from '../../dist/src/screening/entries.js'
import { random } from '../deals.mjs'

/**
 * Synthetic orders as a sales desk has them: few products and lanes make most of them, one party has five
 * on average, and one party in a hundred has the name of a listed one, or nearly. Same seed, same bytes.
 *
 *     node bench/batch/generate.mjs ROWS FILE [--parties N] [--seed N]
 */
export function generate(rows, file, { parties = Math.round(rows / 5), seed = 7 } = {}) {
  const next = random(seed)
  const pick = (list) => list[Math.floor(next() * list.length)]
  /** The first of a list are far more frequent than the last, as products and countries are. */
  const skewed = (list) => list[Math.floor(next() ** 2.5 * list.length)]
  const chance = (share) => next() < share
  const names = partyNames(parties, next)
  const seats = names.map(() => skewed(COUNTRIES))
  const parents = seats.map((seat) => (chance(0.85) ? seat : pick(PARENTS)))
  const handle = openSync(file, 'w')
  let text = `${HEADINGS.join(',')}\n`
  for (let i = 0; i < rows; i++) {
    // Every party has an order before any has a second, so that there are as many as were asked for.
    const party = i < parties ? i : Math.floor(next() * parties)
    const seat = seats[party]
    const product = skewed(PRODUCTS)
    // Who has no statement of end use has none on any of it.
    const answer = chance(0.95) ? 'no' : ''
    const cells = [
      `SO-${String(i + 1).padStart(8, '0')}`,
      pick(SALES_ORGS),
      String(10 + Math.floor(next() * 90)),
      'export',
      'US',
      chance(0.92) ? seat : skewed(COUNTRIES),
      product.name,
      product.eccn,
      String(pick(product.lots)),
      String(product.price),
      'end-user',
      names[party],
      seat,
      seat,
      parents[party],
      `${1 + Math.floor(next() * 900)} ${pick(STREETS)}`,
      chance(0.005) ? 'yes' : answer,
      answer,
      chance(0.002) ? 'yes' : answer,
      chance(0.002) ? 'yes' : answer,
      answer,
      answer,
      answer,
      `PO ${Math.floor(next() * 1e9)}`,
      chance(0.3) ? `deliver by week ${1 + Math.floor(next() * 52)}, call ahead` : '',
      pick(PEOPLE),
    ]
    text += `${cells.map(cell).join(',')}\n`
    if (text.length > 1_000_000) {
      writeSync(handle, text)
      text = ''
    }
  }
  writeSync(handle, text)
  closeSync(handle)
}

const cell = (text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

const HEADINGS = [
  'id',
  'sales org',
  'item no',
  'activity',
  'from',
  'to',
  'items.0.product',
  'items.0.eccn',
  'items.0.quantity',
  'items.0.unitValue',
  'parties.0.role',
  'parties.0.name',
  'parties.0.country',
  'parties.0.headquarters',
  'parties.0.ultimateParent.headquarters',
  'parties.0.address',
  'endUse.military',
  'endUse.militaryIntelligence',
  'endUse.supercomputer',
  'endUse.advancedNode',
  'endUse.nuclear',
  'endUse.missile',
  'endUse.chemicalBiological',
  'customer po',
  'remarks',
  'entered by',
]

/** Cards are sold one by one and in trays; each product has three usual lots. */
const LOTS = [1, 2, 4, 8, 16, 32, 64, 128]
const PRODUCTS = [
  ['NVIDIA RTX 4090', '', 1600],
  ['NVIDIA L4', '', 2500],
  ['NVIDIA L40S', '', 8000],
  ['NVIDIA A100 80GB', '', 15000],
  ['NVIDIA H100 SXM', '', 30000],
  ['NVIDIA RTX 4080', '', 1200],
  ['NVIDIA H20', '', 12000],
  ['NVIDIA L40', '', 7500],
  ['NVIDIA H200', '', 35000],
  ['NVIDIA T4', '', 1100],
  ['NVIDIA A10', '', 3000],
  ['NVIDIA RTX 6000 Ada', '', 6800],
  ['AMD MI300X', '', 15000],
  ['AMD MI250X', '', 11000],
  ['NVIDIA V100', '', 5000],
  ['Intel Gaudi 2', '', 9000],
  ['Intel Gaudi 3', '', 15600],
  ['NVIDIA B200', '', 40000],
  ['NVIDIA A800', '', 14000],
  ['NVIDIA H800', '', 28000],
].map(([name, eccn, price], i) => ({ name, eccn, price, lots: LOTS.slice(i % 6, (i % 6) + 3) }))
const COUNTRIES =
  'KR JP TW DE GB SG IN NL FR CA AU MY IL AE CN SE PL IT ES BR MX VN TH ID HK CH FI NO DK BE AT CZ IE PT RO TR SA QA PH CL AR CO ZA EG NG KE UA GE KZ RU'.split(
    ' ',
  )
const PARENTS = 'US JP DE KR CN TW GB FR SG NL'.split(' ')
const SALES_ORGS = ['US10', 'US20', 'EU01', 'AP01']
const PEOPLE = ['jlee', 'mgarcia', 'tnguyen', 'kpark', 'asmith', 'dcohen']
const STREETS = [
  'Main Street',
  'Teheran-ro',
  'Industrial Road',
  'Park Avenue',
  'Harbour Way',
  'Ring Road',
]

/** Names that no list has, and one in a hundred that a list has, exactly or with a slip of the pen. */
function partyNames(count, next) {
  const pick = (list) => list[Math.floor(next() * list.length)]
  const file = readIndex(currentFile(storeFolder({})))
  const entries = file.entries.starts.length - 1
  const seen = new Set()
  const names = []
  while (names.length < count) {
    const name =
      names.length % 100 === 99
        ? slipped(entryAt(file.entries, Math.floor(next() * entries)).name, next)
        : `${word(next)} ${next() < 0.6 ? `${word(next)} ` : ''}${pick(TRADES)}${pick(FORMS)}`
    if (seen.has(name)) continue
    seen.add(name)
    names.push(name)
  }
  return names
}

const SYLLABLES =
  'al an ar ba be bo ca cen cor da del den do el en er fa fi for ga gen gra ha hel ho in ir ja jo ka kel kor la len lo ma mel mi mo na nel no or os pa pel po qui ra ren ri ro sa sel so ta tel ter to tri u va ven vi wa wel win xa yo za zen zo'.split(
    ' ',
  )
const TRADES = [
  'Systems',
  'Computing',
  'Trading',
  'Electronics',
  'Semiconductor',
  'Data',
  'Logistics',
  'Energy',
  'Cloud',
  'Networks',
  'Industries',
  'Research',
  'Technologies',
  'Robotics',
  'Bank',
  'University',
  'Hospital',
  'Motors',
  'Media',
  'Telecom',
]
const FORMS = [
  ' Co., Ltd.',
  ' GmbH',
  ', Inc.',
  ' S.A.',
  ' Pte. Ltd.',
  ' LLC',
  ' K.K.',
  ' Sdn Bhd',
  ' B.V.',
  '',
]

function word(next) {
  let text = ''
  for (let n = 2 + Math.floor(next() * 3); n > 0; n--)
    text += SYLLABLES[Math.floor(next() * SYLLABLES.length)]
  return text[0].toUpperCase() + text.slice(1)
}

/** Half of the names as they are listed, half with two letters swapped. */
function slipped(name, next) {
  if (next() < 0.5 || name.length < 4) return name
  const at = 1 + Math.floor(next() * (name.length - 3))
  return name.slice(0, at) + name[at + 1] + name[at] + name.slice(at + 2)
}

/** The mapping of these orders, with what such a desk holds to be the same for all of them. */
export function writeMapping(file, isScreened) {
  const columns = Object.fromEntries(
    HEADINGS.filter((heading) => /^(id|activity|from|to|items|parties|endUse)\b/.test(heading)).map(
      (heading) => [heading, heading],
    ),
  )
  const constants = {
    letters: [],
    redFlags: [],
    usPersonSupport: 'no',
    'parties.0.listedOwnership': 0,
    'items.0.alsoDescribedIn': 'none',
    'items.0.commercialSample': 'no',
    'evidence.purchaseOrder': 'yes',
    'evidence.encConditionsMet': 'no',
    ...(!isScreened && { 'parties.0.lists': [] }),
  }
  writeFileSync(file, JSON.stringify({ columns, constants }))
}

if (import.meta.url === `file://${process.argv[1]}`) {
  const [rows, file, ...flags] = process.argv.slice(2)
  const flag = (name) => {
    const at = flags.indexOf(name)
    return at < 0 ? {} : { [name.slice(2)]: Number(flags[at + 1]) }
  }
  generate(Number(rows), file, { ...flag('--parties'), ...flag('--seed') })
}
