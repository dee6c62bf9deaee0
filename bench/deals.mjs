// Synthetic deals: the shape of the field, no legal content. Same seed, same deals, on every machine.

/** A small seeded generator (mulberry32): numbers in [0, 1). */
export function random(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const words = (text) => text.split(' ')

export const GROUPS = {
  A1: words('AR AU AT BE CA DK FI FR DE GR IE IT JP LU NL NZ NO PL PT ES SE TR GB US'),
  A5: words('AR AU AT BE CA CH DK FI FR DE GR IE IT JP KR LU NL NZ NO PL PT ES SE GB'),
  A6: words('AL CY IL MT MX SG ZA TW'),
  D1: words('AM AZ BY CN GE IQ KZ KG LA LY MO MD MN RU TJ TM UZ VN YE'),
  D4: words('BH BY CN EG IR IQ JO KW LB LY MO KP OM PK QA RU SA SY AE YE'),
  D5: words('AF BY MM KH CF CN CD CU CY ER HT IR IQ KP LB LY MO NI RU SO SS SD SY VE ZW'),
  E1: words('CU IR KP SY'),
}

export const COUNTRIES = [
  ...new Set([
    ...Object.values(GROUPS).flat(),
    ...words('BR CL CO CR EE HU IN ID KE LT LV MA MY NG PE PH RO RS SI SK TH TN UA UY ZM'),
  ]),
].sort()

/** The ECCNs that the 45 rules name. */
export const NAMED = words(
  '3A090.a 3A090.b 3A090.c 4A090.a 4A090.b 3A001.z 4A003.z 5A992.z 3A991.p 4A994.l 3D001 3E001 3B001 5A002 EAR99',
)

/** 300 ECCNs: the named ones and 285 others that only the parametric rules mention. */
export const ECCNS = [
  ...NAMED,
  ...Array.from({ length: 285 }, (_, i) => `${(i % 9) + 1}${'ABCDE'[i % 5]}${String(100 + i)}`),
]

/** The 21 facts, by their names for engines that take flat names. Dates are also given as numbers. */
export function makeDeals(count, seed = 20261122) {
  const next = random(seed)
  const pick = (list) => list[Math.floor(next() * list.length)]
  const chance = (share) => next() < share
  const between = (low, high) => Math.round((low + next() * (high - low)) * 100) / 100
  const busy = words('CN CN CN HK SG MY AE TW JP KR DE US RU IN VN IL').concat(COUNTRIES)
  const deals = []
  for (let i = 0; i < count; i++) {
    const day = new Date(Date.UTC(2022, 9, 1) + Math.floor(next() * 1500) * 86_400_000)
    const date = day.toISOString().slice(0, 10)
    const destination = pick(busy)
    const quantity = Math.ceil(next() ** 4 * 5000)
    deals.push({
      item_eccn: chance(0.5) ? pick(NAMED) : pick(ECCNS),
      item_form: pick([
        'integrated-circuit',
        'integrated-circuit',
        'computer',
        'assembly',
        'memory',
        'software',
        'technology',
      ]),
      item_tpp: between(0, 20000),
      item_density: between(0, 20),
      item_io: between(0, 1200),
      item_memory_bandwidth: between(0, 8000),
      item_memory_density: between(0, 6),
      item_datacenter: chance(0.6),
      deal_kind: pick(['export', 'export', 'export', 'reexport', 'transfer', 'deemed-export']),
      deal_destination: destination,
      deal_quantity: quantity,
      deal_value: Math.round(quantity * between(50, 40000)),
      deal_date: date,
      deal_notified: chance(0.3),
      deal_statement: chance(0.5),
      deal_payment: pick(['bank', 'bank', 'bank', 'letter-of-credit', 'cash', 'third-party']),
      deal_route: chance(0.7) ? destination : pick(busy),
      user_headquarters: chance(0.6) ? destination : pick(busy),
      user_listed: pick([
        'none',
        'none',
        'none',
        'none',
        'none',
        'none',
        'none',
        'entity-list',
        'military',
        'unverified',
      ]),
      user_government: chance(0.1),
      user_end_use: pick([
        'commercial',
        'commercial',
        'commercial',
        'cloud',
        'research',
        'military',
        'nuclear',
        'missile',
        'supercomputer',
        'chip-fab',
      ]),
    })
  }
  return deals
}

/** The day as a number, 20231117, for engines that cannot compare text. */
export const dayNumber = (date) => Number(date.replaceAll('-', ''))

const dotted = (name) => name.replace('_', '.')

/**
 * The same deals in the kernel's form. Every record is built with the same keys in the same order, so
 * that all share one hidden class; code that builds facts should do the same.
 */
export function asFacts(deals) {
  const names = Object.keys(deals[0])
  const record = (value) => Object.fromEntries(names.map((name) => [dotted(name), value(name)]))
  const paths = record((name) => `items[0].${name}`)
  return deals.map((deal) => ({
    values: record((name) => deal[name]),
    sources: record(() => ({ from: 'case' })),
    paths,
    lists: {},
    label: 'deal',
  }))
}
