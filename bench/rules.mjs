// 45 rules with the shape of the law, and parametric rules to scale them. No legal content.
import { COUNTRIES, ECCNS, GROUPS, random } from './deals.mjs'

const all = (...of) => ({ kind: 'all', of })
const any = (...of) => ({ kind: 'any', of })
const unless = (of) => ({ kind: 'unless', of })
const leaf = (fact, test, value) => ({ kind: 'leaf', fact, is: { test, value } })
const is = (fact, value) => leaf(fact, 'is', value)
const oneOf = (fact, ...value) => leaf(fact, 'one_of', value)
const least = (fact, value) => leaf(fact, 'at_least', value)
const more = (fact, value) => leaf(fact, 'more_than', value)
const most = (fact, value) => leaf(fact, 'at_most', value)
const less = (fact, value) => leaf(fact, 'less_than', value)
const from = (value) => leaf('deal.date', 'on_or_after', value)
const before = (value) => leaf('deal.date', 'before', value)
const group = (fact, value) => leaf(fact, 'in_group', value)
const rule = (id, ...of) => ({ id, when: all(...of) })

const ECCN = 'item.eccn'
const TO = 'deal.destination'
const HQ = 'user.headquarters'
const chips = oneOf(ECCN, '3A090.a', '4A090.a', '3A001.z', '4A003.z', '5A992.z')
const allChips = oneOf(
  ECCN,
  '3A090.a',
  '3A090.b',
  '4A090.a',
  '4A090.b',
  '3A001.z',
  '4A003.z',
  '5A992.z',
)
const circuit = is('item.form', 'integrated-circuit')
const overLine = any(
  least('item.tpp', 4800),
  all(least('item.tpp', 1600), least('item.density', 5.92)),
)
const nearLine = any(
  all(
    least('item.tpp', 2400),
    less('item.tpp', 4800),
    least('item.density', 1.6),
    less('item.density', 5.92),
  ),
  all(least('item.tpp', 1600), least('item.density', 3.2), less('item.density', 5.92)),
)
const consumer = all(is('item.datacenter', false), less('item.tpp', 4800))

export const RULES_45 = [
  // classification
  rule(
    'cls-a-2022',
    circuit,
    least('item.io', 600),
    least('item.tpp', 4800),
    from('2022-10-21'),
    before('2023-11-17'),
  ),
  rule('cls-a-2023', circuit, overLine, unless(consumer), from('2023-11-17')),
  rule('cls-b-2023', circuit, nearLine, unless(is('item.datacenter', false)), from('2023-11-17')),
  rule('cls-c-2024', is('item.form', 'memory'), more('item.memory_density', 2), from('2024-12-02')),
  rule(
    'cls-computer-a',
    oneOf('item.form', 'computer', 'assembly'),
    overLine,
    unless(consumer),
    from('2023-11-17'),
  ),
  rule(
    'cls-computer-b',
    oneOf('item.form', 'computer', 'assembly'),
    nearLine,
    is('item.datacenter', true),
    from('2023-11-17'),
  ),
  rule(
    'cls-z',
    oneOf(ECCN, '3A001.z', '4A003.z', '5A992.z'),
    any(overLine, nearLine),
    from('2023-11-17'),
  ),
  rule('cls-p', circuit, unless(overLine), least('item.tpp', 800), most('item.io', 600)),
  rule('cls-software', is('item.form', 'software'), oneOf(ECCN, '3D001', '3A090.a', '4A090.a')),
  rule(
    'cls-technology',
    is('item.form', 'technology'),
    oneOf(ECCN, '3E001', '3A090.a', '4A090.a', '3B001'),
  ),
  // requirements
  rule(
    'req-rs-2022',
    oneOf(ECCN, '3A090.a', '4A090.a'),
    oneOf(TO, 'CN', 'HK'),
    from('2022-10-07'),
    before('2023-01-17'),
  ),
  rule(
    'req-rs-macau',
    oneOf(ECCN, '3A090.a', '4A090.a'),
    oneOf(TO, 'CN', 'HK', 'MO'),
    from('2023-01-17'),
    before('2023-11-17'),
  ),
  rule(
    'req-rs-groups',
    allChips,
    any(group(TO, 'D1'), group(TO, 'D4'), group(TO, 'D5')),
    unless(any(group(TO, 'A5'), group(TO, 'A6'))),
    from('2023-11-17'),
  ),
  rule(
    'req-headquarters',
    allChips,
    any(group(HQ, 'D5'), is(HQ, 'MO')),
    unless(group(TO, 'D5')),
    from('2023-11-17'),
  ),
  rule(
    'req-world',
    oneOf(ECCN, '3A090.a', '4A090.a'),
    from('2025-01-13'),
    before('2025-05-13'),
    unless(group(TO, 'A5')),
  ),
  rule(
    'req-memory',
    is(ECCN, '3A090.c'),
    any(group(TO, 'D5'), group(HQ, 'D5')),
    from('2024-12-02'),
  ),
  rule('req-tools', is(ECCN, '3B001'), group(TO, 'D5'), unless(is('user.end_use', 'research'))),
  rule(
    'req-tools-hq',
    is(ECCN, '3B001'),
    unless(group(TO, 'A5')),
    group(HQ, 'D5'),
    from('2024-12-31'),
  ),
  rule('req-crypto', is(ECCN, '5A002'), group(TO, 'D1'), is('user.government', true)),
  rule(
    'req-crypto-ex',
    is(ECCN, '5A002'),
    unless(group(TO, 'A5')),
    unless(is('deal.statement', true)),
    more('deal.value', 5000),
  ),
  rule('req-embargo', group(TO, 'E1'), unless(is('user.end_use', 'research'))),
  rule('req-embargo-route', group('deal.route', 'E1'), unless(is('deal.kind', 'deemed-export'))),
  rule('req-russia', oneOf(TO, 'RU', 'BY'), unless(is(ECCN, 'EAR99')), from('2022-10-01')),
  rule(
    'req-deemed',
    is('deal.kind', 'deemed-export'),
    oneOf(ECCN, '3E001', '3D001'),
    group(HQ, 'D5'),
  ),
  rule('req-at', oneOf(ECCN, '3A991.p', '4A994.l'), any(group(TO, 'E1'), oneOf(TO, 'RU', 'BY'))),
  rule(
    'req-us-origin',
    chips,
    is('deal.kind', 'reexport'),
    unless(group(TO, 'A1')),
    least('item.memory_bandwidth', 4000),
    from('2023-11-17'),
  ),
  // prohibitions
  rule(
    'bar-military',
    oneOf('user.end_use', 'military'),
    any(oneOf(TO, 'CN', 'RU', 'BY', 'MM', 'VE', 'KH', 'NI'), oneOf(HQ, 'CN', 'RU', 'BY')),
  ),
  rule(
    'bar-weapons',
    oneOf('user.end_use', 'nuclear', 'missile'),
    any(group(TO, 'D4'), unless(group(TO, 'A1'))),
  ),
  rule(
    'bar-supercomputer',
    oneOf('user.end_use', 'supercomputer', 'chip-fab'),
    unless(is(ECCN, 'EAR99')),
    any(group(TO, 'D5'), group(HQ, 'D5')),
  ),
  rule(
    'bar-listed',
    unless(is('user.listed', 'none')),
    unless(all(is(ECCN, 'EAR99'), is('user.listed', 'unverified'))),
  ),
  // red flags
  rule('flag-cash', is('deal.payment', 'cash'), more('deal.value', 100000)),
  rule('flag-third-party', is('deal.payment', 'third-party'), unless(group(HQ, 'A5'))),
  rule('flag-route', group('deal.route', 'D5'), unless(group(TO, 'D5'))),
  rule(
    'flag-quantity',
    more('deal.quantity', 2000),
    is('item.datacenter', true),
    unless(is('user.end_use', 'cloud')),
  ),
  rule('flag-cheap', more('deal.quantity', 100), less('deal.value', 50000), circuit),
  rule(
    'flag-hq-apart',
    unless(group(TO, 'D5')),
    group(HQ, 'D5'),
    is('item.datacenter', true),
    least('item.tpp', 1600),
  ),
  rule(
    'flag-no-statement',
    is('deal.statement', false),
    any(group(TO, 'D1'), group(TO, 'D4')),
    least('item.tpp', 800),
  ),
  rule('flag-government', is('user.government', true), any(group(HQ, 'D1'), group(HQ, 'D5'))),
  rule(
    'flag-near-line',
    circuit,
    least('item.tpp', 4700),
    less('item.tpp', 4800),
    is('item.datacenter', false),
  ),
  rule('flag-unverified', is('user.listed', 'unverified'), least('deal.value', 1000)),
  // exceptions
  rule(
    'exc-nac',
    oneOf(ECCN, '3A090.b', '4A090.b', '3A001.z'),
    any(group(TO, 'D5'), is(TO, 'MO')),
    is('deal.notified', true),
    unless(all(is('item.datacenter', true), overLine)),
    from('2024-04-04'),
  ),
  rule(
    'exc-aca',
    oneOf(ECCN, '3A090.b', '4A090.b', '3A001.z'),
    any(group(TO, 'D1'), group(TO, 'D4')),
    unless(any(group(TO, 'D5'), group(HQ, 'D5'))),
    from('2024-04-04'),
  ),
  rule(
    'exc-memory',
    is(ECCN, '3A090.c'),
    less('item.memory_density', 3.3),
    unless(group(HQ, 'D5')),
    oneOf('deal.kind', 'export', 'reexport'),
    from('2024-12-02'),
  ),
  rule(
    'exc-allied',
    chips,
    any(group(TO, 'A1'), group(TO, 'A5')),
    unless(group(HQ, 'D5')),
    is('deal.statement', true),
    from('2025-01-13'),
  ),
  rule(
    'exc-low',
    oneOf(ECCN, '3A090.a', '4A090.a', '3A090.b'),
    most('item.tpp', 2500),
    most('deal.quantity', 500),
    is('deal.statement', true),
    unless(is('user.end_use', 'military')),
  ),
]

/** The 45 rules and as many distinct parametric rules over the 300 ECCNs as make up `count`. */
export function makeRules(count) {
  const next = random(count)
  const pick = (list) => list[Math.floor(next() * list.length)]
  const rules = [...RULES_45]
  while (rules.length < count) {
    const n = rules.length
    const eccn = n % 3 === 0 ? is(ECCN, ECCNS[n % 300]) : oneOf(ECCN, ECCNS[n % 300], pick(ECCNS))
    const place = pick([TO, HQ])
    const where =
      n % 2 === 0
        ? group(place, pick(Object.keys(GROUPS)))
        : oneOf(place, pick(COUNTRIES), pick(COUNTRIES), pick(COUNTRIES))
    const line = 500 + (n % 4000) * 4
    const size =
      n % 5 === 0
        ? any(least('item.tpp', line), all(least('item.tpp', line / 2), least('item.density', 4)))
        : least('item.tpp', line)
    const day = `20${23 + (n % 3)}-0${1 + (n % 9)}-15`
    // In the order of the others: the item, the place, the size, what is excluded, the day.
    rules.push(
      rule(
        `par-${n}`,
        eccn,
        where,
        size,
        unless(is('user.end_use', pick(['cloud', 'research', 'military']))),
        from(day),
      ),
    )
  }
  return rules
}

/** What the rules refer to by name. */
export const BOOK = {
  definition: (id) => {
    throw new Error(`no definition ${id}`)
  },
  members: (
    (sets) => (name) =>
      sets.get(name)
  )(new Map(Object.entries(GROUPS).map(([name, countries]) => [name, new Set(countries)]))),
}
