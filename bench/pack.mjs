// Determinations per second and core with the rule pack as it is: node pack.mjs [--short]
import { parseArgs } from 'node:util'
import { check, contextOf } from '../dist/src/check.js'
import { dealItems } from '../dist/src/facts/deal.js'
import { loadEngine } from '../dist/src/rules/load.js'
import { outcomeOf } from '../dist/src/stages/outcome.js'
import { random } from './deals.mjs'
import { median, table } from './print.mjs'

const DAYS = ['2023-12-01', '2024-12-15', '2025-06-01', '2026-03-01', '2026-07-15', '2026-11-22']
const PRODUCTS = [
  'NVIDIA H100 SXM',
  'NVIDIA H100',
  'NVIDIA H20',
  'NVIDIA H200',
  'NVIDIA A100',
  'NVIDIA A800 80GB',
  'NVIDIA L40S',
  'NVIDIA L4',
  'NVIDIA L20',
  'NVIDIA RTX 4090',
  'NVIDIA RTX 5090',
  '8x NVIDIA H100 SXM',
  'AMD MI300X',
  'AMD MI325X',
  'Intel Gaudi 3',
  'HBM3 stack',
  'HBM2 stack',
  'Ascend 910B',
  'TPU v5p',
  'an unlisted accelerator',
]
const PLACES = [
  'CN',
  'CN',
  'CN',
  'HK',
  'SG',
  'SG',
  'MY',
  'AE',
  'SA',
  'TW',
  'JP',
  'KR',
  'DE',
  'IN',
  'VN',
  'RU',
  'IL',
  'GB',
  'US',
  'MX',
]

/** Deals as a sales desk has them: most of what matters is known, some of it is not. */
export function makeCases(count, seed = 20261122) {
  const next = random(seed)
  const pick = (list) => list[Math.floor(next() * list.length)]
  const chance = (share) => next() < share
  const maybe = (share, value) => (chance(share) ? value : undefined)
  const answer = () => (chance(0.9) ? 'no' : pick(['yes', 'unknown']))

  const item = () => ({
    ...(chance(0.75)
      ? { product: pick(PRODUCTS) }
      : {
          form: pick(['integrated-circuit', 'assembly', 'computer']),
          alsoDescribedIn: 'none',
          specs: {
            tpp: pick([600, 1590, 1600, 2368, 4790, 4800, 5300, 15830]),
            dieArea: pick([294, 608.5, [780, 830], 814]),
            marketedForDataCenter: pick(['yes', 'no']),
            interconnectBandwidth: pick([64, 400, 900]),
            dramBandwidth: pick([1008, 4000, 4800]),
          },
        }),
    quantity: 1 + Math.floor(next() * 2000),
    unitValue: pick([1600, 12_000, 30_000]),
    eccn: maybe(0.3, pick(['4A090', '3A090.a', '5A992.z', 'EAR99'])),
    origin: maybe(0.8, pick(['US', 'foreign'])),
  })
  const party = (role, country) => ({
    role,
    name: `Example ${role}`,
    country,
    headquarters: maybe(0.9, chance(0.8) ? country : pick(PLACES)),
    ultimateParent: maybe(0.8, { headquarters: chance(0.8) ? country : pick(PLACES) }),
    lists: maybe(0.9, chance(0.95) ? [] : ['entity-list']),
    listedOwnership: maybe(0.7, 0),
  })
  const deal = (id) => {
    const to = pick(PLACES)
    return {
      kind: 'transaction',
      id: `D-${id}`,
      date: pick(DAYS),
      activity: pick(['export', 'export', 'export', 'reexport', 'transfer', 'deemed-export']),
      from: pick(['US', 'US', 'US', 'TW', 'SG']),
      to,
      items: Array.from({ length: chance(0.8) ? 1 : 2 }, item),
      parties: [
        party('end-user', to),
        ...(chance(0.5) ? [party('purchaser', pick(PLACES))] : []),
        ...(chance(0.3) ? [party('intermediate-consignee', pick(PLACES))] : []),
      ],
      endUse: Object.fromEntries(
        [
          'military',
          'militaryIntelligence',
          'supercomputer',
          'advancedNode',
          'nuclear',
          'missile',
          'chemicalBiological',
        ].map((use) => [use, answer()]),
      ),
      letters: maybe(0.9, []),
      redFlags: maybe(0.9, []),
      evidence: maybe(0.3, {
        purchaseOrder: 'yes',
        nac: {
          registered: '2026-05-01',
          cleared: 'yes',
          withinNotification: 'yes',
          contentComplete: 'yes',
        },
      }),
    }
  }
  // A desk's book is in the order of its days.
  return Array.from({ length: count }, (_, i) => deal(i)).sort((a, b) =>
    a.date < b.date ? -1 : a.date > b.date ? 1 : 0,
  )
}

/** The same deals with three items and three parties each. */
function fullCases(count) {
  const [deals, second, third] = [20261122, 20261123, 20261124].map((seed) =>
    makeCases(count, seed),
  )
  const through = (role, country) => ({
    role,
    name: `Example ${role}`,
    country,
    headquarters: country,
    ultimateParent: { headquarters: country },
    lists: [],
    listedOwnership: 0,
  })
  const middlemen = [through('purchaser', 'SG'), through('intermediate-consignee', 'MY')]
  return deals.map((deal, i) => ({
    ...deal,
    items: [deal.items[0], second[i].items[0], third[i].items[0]],
    parties: [...deal.parties, ...middlemen].slice(0, 3),
  }))
}

/**
 * Measures both paths over the same deals and prints them.
 * @returns the goals, each with the number
 */
export function pack({ short }) {
  const engine = loadEngine()
  const read = (raw) => engine.schema.parse(JSON.parse(JSON.stringify(raw)))
  const cases = makeCases(400).map(read)
  const full = fullCases(400).map(read)
  const options = {
    today: '2026-11-22',
    posture: 'enforced',
    includeProposed: false,
    profiles: [],
    caseSha256: '',
    fallbackId: '',
  }

  const outcome = (input) => {
    const law = engine.lawOn(input.date, false)
    return outcomeOf(law, dealItems(input, contextOf(engine, law, options)), 'enforced')
  }
  const determination = (input) => check(engine, input, options).outcome
  const reached = new Map()
  for (const input of [...cases, ...full]) {
    const fast = outcome(input)
    if (fast !== determination(input))
      throw new Error(`${input.id}: ${fast} without proof, another with`)
    reached.set(fast, (reached.get(fast) ?? 0) + 1)
  }
  const fast = rate(cases, outcome, short ? 9 : 41, 8)
  const proved = rate(cases, determination, short ? 15 : 21, 1)
  const fullFast = rate(full, outcome, short ? 7 : 21, 4)
  const fullProved = rate(full, determination, short ? 7 : 15, 1)
  table(
    ['determinations, rule pack as it is', 'per second and core', 'us'],
    [
      ['without proofs', Math.round(fast), (1e6 / fast).toFixed(1)],
      ['with proofs', Math.round(proved), (1e6 / proved).toFixed(1)],
      ['3 items, 3 parties, without proofs', Math.round(fullFast), (1e6 / fullFast).toFixed(1)],
      ['3 items, 3 parties, with proofs', Math.round(fullProved), (1e6 / fullProved).toFixed(1)],
    ],
  )
  console.log(
    `over ${cases.length} and ${full.length} deals: ${[...reached]
      .sort()
      .map(([name, n]) => `${name} ${n}`)
      .join(', ')}\n`,
  )
  return [
    {
      name: '3 items, 3 parties, without proofs, per second',
      value: fullFast,
      goal: 5_000,
      sign: '>=',
      met: fullFast >= 5_000,
    },
    {
      name: '3 items, 3 parties, with proofs, per second',
      value: fullProved,
      goal: 500,
      sign: '>=',
      met: fullProved >= 500,
    },
    {
      name: 'determinations without proofs, per second',
      value: fast,
      goal: 20_000,
      sign: '>=',
      met: fast >= 20_000,
    },
    {
      name: 'determinations with proofs, per second',
      value: proved,
      goal: 2_000,
      sign: '>=',
      met: proved >= 2_000,
    },
  ]
}

/** Cases per second of processor time: the median of some rounds, after as many to warm up. */
function rate(cases, run, rounds, laps) {
  const round = () => {
    const before = process.cpuUsage()
    for (let lap = 0; lap < laps; lap++) for (const input of cases) run(input)
    const { user, system } = process.cpuUsage(before)
    return ((user + system) / laps / cases.length) * 1e-6
  }
  for (let i = 0; i < rounds; i++) round()
  return 1 / median(Array.from({ length: rounds }, round))
}

if (process.argv[1]?.endsWith('pack.mjs')) {
  const { values: options } = parseArgs({ options: { short: { type: 'boolean', default: false } } })
  pack(options)
}
