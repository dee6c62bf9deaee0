// The ceiling: the 45 rules as a programmer would write them for speed, two-valued, without proof,
// dates or citations. Lists and groups are bits of one number, dates are compared as text.
import { COUNTRIES, GROUPS, NAMED } from '../deals.mjs'

const [A1, A5, A6, D1, D4, D5, E1] = Object.keys(GROUPS).map((_, i) => 1 << i)
const bits = (name) =>
  Object.values(GROUPS).reduce(
    (sum, members, i) => (members.includes(name) ? sum | (1 << i) : sum),
    0,
  )
const PLACES = new Map(COUNTRIES.map((country) => [country, bits(country)]))

const BIT = Object.fromEntries(NAMED.map((eccn, i) => [eccn, 1 << i]))
const CODES = new Map(Object.entries(BIT))
const A = BIT['3A090.a'] | BIT['4A090.a']
const Z = BIT['3A001.z'] | BIT['4A003.z'] | BIT['5A992.z']
const CHIPS = A | Z
const ALL_CHIPS = CHIPS | BIT['3A090.b'] | BIT['4A090.b']
const SOFTWARE = BIT['3D001'] | A
const TECHNOLOGY = BIT['3E001'] | A | BIT['3B001']
const EXCEPTED = BIT['3A090.b'] | BIT['4A090.b'] | BIT['3A001.z']
const LOW = A | BIT['3A090.b']
const EAR99 = BIT.EAR99

export function prepare(rules, deals) {
  if (rules.length !== 45) throw new Error('the hand-written chain knows the 45 rules only')
  return (from, to, fired) => {
    for (let i = from; i < to; i++) decide(deals[i], i, fired)
  }
}

function decide(d, i, fired) {
  const code = CODES.get(d.item_eccn) ?? 0
  const to = PLACES.get(d.deal_destination) ?? 0
  const hq = PLACES.get(d.user_headquarters) ?? 0
  const route = PLACES.get(d.deal_route) ?? 0
  const date = d.deal_date
  const tpp = d.item_tpp
  const density = d.item_density
  const form = d.item_form
  const datacenter = d.item_datacenter
  const use = d.user_end_use
  const late = date >= '2023-11-17'
  const over = tpp >= 4800 || (tpp >= 1600 && density >= 5.92)
  const near =
    density < 5.92 &&
    ((tpp >= 2400 && tpp < 4800 && density >= 1.6) || (tpp >= 1600 && density >= 3.2))
  const consumer = !datacenter && tpp < 4800

  if (form === 'integrated-circuit') {
    if (d.item_io >= 600 && tpp >= 4800 && date >= '2022-10-21' && !late) fired(i, 0)
    if (over && !consumer && late) fired(i, 1)
    if (near && datacenter && late) fired(i, 2)
    if (!over && tpp >= 800 && d.item_io <= 600) fired(i, 7)
    if (d.deal_quantity > 100 && d.deal_value < 50000) fired(i, 34)
    if (tpp >= 4700 && tpp < 4800 && !datacenter) fired(i, 38)
  } else if (form === 'memory') {
    if (d.item_memory_density > 2 && date >= '2024-12-02') fired(i, 3)
  } else if (form === 'computer' || form === 'assembly') {
    if (over && !consumer && late) fired(i, 4)
    if (near && datacenter && late) fired(i, 5)
  } else if (form === 'software') {
    if (code & SOFTWARE) fired(i, 8)
  } else if (form === 'technology') {
    if (code & TECHNOLOGY) fired(i, 9)
  }
  if (code & Z && (over || near) && late) fired(i, 6)

  const country = d.deal_destination
  if (code & A) {
    if ((country === 'CN' || country === 'HK') && date >= '2022-10-07' && date < '2023-01-17')
      fired(i, 10)
    if ((country === 'CN' || country === 'HK' || country === 'MO') && date >= '2023-01-17' && !late)
      fired(i, 11)
    if (date >= '2025-01-13' && date < '2025-05-13' && !(to & A5)) fired(i, 14)
  }
  if (code & ALL_CHIPS && late) {
    if (to & (D1 | D4 | D5) && !(to & (A5 | A6))) fired(i, 12)
    if ((hq & D5 || d.user_headquarters === 'MO') && !(to & D5)) fired(i, 13)
  }
  if (code === BIT['3A090.c'] && (to | hq) & D5 && date >= '2024-12-02') fired(i, 15)
  if (code === BIT['3B001']) {
    if (to & D5 && use !== 'research') fired(i, 16)
    if (!(to & A5) && hq & D5 && date >= '2024-12-31') fired(i, 17)
  }
  if (code === BIT['5A002']) {
    if (to & D1 && d.user_government) fired(i, 18)
    if (!(to & A5) && !d.deal_statement && d.deal_value > 5000) fired(i, 19)
  }
  if (to & E1 && use !== 'research') fired(i, 20)
  if (route & E1 && d.deal_kind !== 'deemed-export') fired(i, 21)
  const russia = country === 'RU' || country === 'BY'
  if (russia && code !== EAR99 && date >= '2022-10-01') fired(i, 22)
  if (d.deal_kind === 'deemed-export' && code & (BIT['3E001'] | BIT['3D001']) && hq & D5)
    fired(i, 23)
  if (code & (BIT['3A991.p'] | BIT['4A994.l']) && (to & E1 || russia)) fired(i, 24)
  if (
    code & CHIPS &&
    d.deal_kind === 'reexport' &&
    !(to & A1) &&
    d.item_memory_bandwidth >= 4000 &&
    late
  )
    fired(i, 25)

  if (use === 'military') {
    const barred =
      russia ||
      country === 'CN' ||
      country === 'MM' ||
      country === 'VE' ||
      country === 'KH' ||
      country === 'NI'
    const home = d.user_headquarters
    if (barred || home === 'CN' || home === 'RU' || home === 'BY') fired(i, 26)
  } else if (use === 'nuclear' || use === 'missile') {
    if (to & D4 || !(to & A1)) fired(i, 27)
  } else if (use === 'supercomputer' || use === 'chip-fab') {
    if (code !== EAR99 && (to | hq) & D5) fired(i, 28)
  }
  const listed = d.user_listed
  if (listed !== 'none' && !(code === EAR99 && listed === 'unverified')) fired(i, 29)

  if (d.deal_payment === 'cash' && d.deal_value > 100000) fired(i, 30)
  if (d.deal_payment === 'third-party' && !(hq & A5)) fired(i, 31)
  if (route & D5 && !(to & D5)) fired(i, 32)
  if (d.deal_quantity > 2000 && datacenter && use !== 'cloud') fired(i, 33)
  if (!(to & D5) && hq & D5 && datacenter && tpp >= 1600) fired(i, 35)
  if (!d.deal_statement && to & (D1 | D4) && tpp >= 800) fired(i, 36)
  if (d.user_government && hq & (D1 | D5)) fired(i, 37)
  if (listed === 'unverified' && d.deal_value >= 1000) fired(i, 39)

  if (code & EXCEPTED && date >= '2024-04-04') {
    if ((to & D5 || country === 'MO') && d.deal_notified && !(datacenter && over)) fired(i, 40)
    if (to & (D1 | D4) && !((to | hq) & D5)) fired(i, 41)
  }
  if (
    code === BIT['3A090.c'] &&
    d.item_memory_density < 3.3 &&
    !(hq & D5) &&
    date >= '2024-12-02'
  ) {
    if (d.deal_kind === 'export' || d.deal_kind === 'reexport') fired(i, 42)
  }
  if (code & CHIPS && to & (A1 | A5) && !(hq & D5) && d.deal_statement && date >= '2025-01-13')
    fired(i, 43)
  if (code & LOW && tpp <= 2500 && d.deal_quantity <= 500 && d.deal_statement && use !== 'military')
    fired(i, 44)
}
