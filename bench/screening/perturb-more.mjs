/** What machines, keyboards, forms and other languages do to names; with `perturb.mjs` one set of kinds. */

const wordsOf = (name) => name.split(/\s+/).filter(Boolean)
const isLatin = (name) => !/[^\p{Script=Latin}\p{N}\p{P}\p{S}\s]/u.test(name)

const OCR = [
  ['O', '0'],
  ['o', '0'],
  ['l', '1'],
  ['I', 'l'],
  ['i', 'l'],
  ['rn', 'm'],
  ['m', 'rn'],
  ['S', '5'],
  ['B', '8'],
  ['cl', 'd'],
  ['vv', 'w'],
  ['e', 'c'],
  ['n', 'ri'],
  ['h', 'b'],
  ['u', 'ii'],
  ['t', 'f'],
]

function misread(name, random) {
  const fits = OCR.filter(([from]) => name.slice(1).includes(from))
  if (fits.length === 0) return name
  const [from, to] = random.pick(fits)
  const places = [...name.matchAll(new RegExp(from, 'g'))].filter(({ index }) => index > 0)
  const { index } = random.pick(places)
  return name.slice(0, index) + to + name.slice(index + from.length)
}

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']
const NEXT = new Map(
  ROWS.flatMap((row, r) =>
    [...row].map((letter, i) => [
      letter,
      [row[i - 1], row[i + 1], ROWS[r + 1]?.[i], ROWS[r - 1]?.[i]].filter(Boolean),
    ]),
  ),
)
function slip(name, random) {
  const places = [...name.toLowerCase()].flatMap((letter, i) => (NEXT.has(letter) ? [i] : []))
  if (places.length < 5) return name
  const at = random.pick(places.slice(1))
  return name.slice(0, at) + random.pick(NEXT.get(name[at].toLowerCase())) + name.slice(at + 1)
}

/** Exactly two neighbors change places, inside a word. */
function swap(name, random) {
  const words = [...name.matchAll(/\p{L}{4,}/gu)]
  if (words.length === 0) return name
  const word = random.pick(words)
  const at = word.index + random.below(word[0].length - 1)
  return name.slice(0, at) + name[at + 1] + name[at] + name.slice(at + 2)
}

/** Forms and fields are cut after so many letters. */
function cut(name, random) {
  const length = random.pick([25, 30, 35, 40])
  return name.length > length + 2 ? name.slice(0, length).trim() : name
}

const FORMS = [
  [
    /\bco\.?,? ltd\.?/i,
    ['Company Limited', 'Youxian Gongsi', 'CO LTD', 'Co. Limited', 'Limited Company'],
  ],
  [
    /\blimited liability company\b/i,
    ['OOO', 'LLC', 'L.L.C.', 'Obshchestvo s Ogranichennoy Otvetstvennostyu'],
  ],
  [/\bjoint stock company\b/i, ['AO', 'JSC', 'Aktsionernoe Obshchestvo', 'J.S.C.']],
  [/\b(ooo|llc)\b/i, ['Limited Liability Company', 'Ltd.', 'OOO']],
  [/\b(jsc|ao|ojsc|oao)\b/i, ['Joint Stock Company', 'AO', 'JSC']],
  [/\b(limited|ltd\.?)$/i, ['Ltd', 'LTD.', 'Limited', 'Pte. Ltd.']],
  [/\binc\.?$/i, ['Incorporated', 'Corp.', 'Inc']],
  [/\bgmbh\b/i, ['G.m.b.H.', 'Gesellschaft mit beschraenkter Haftung', 'LLC']],
]
function otherForm(name, random) {
  const found = FORMS.find(([pattern]) => pattern.test(name))
  return found === undefined ? name : name.replace(found[0], random.pick(found[1]))
}

const SHORT = [
  ['technology', 'Tech'],
  ['technologies', 'Tech.'],
  ['manufacturing', 'Mfg'],
  ['international', "Int'l"],
  ['international', 'Intl.'],
  ['corporation', 'Corp'],
  ['company', 'Co'],
  ['institute', 'Inst.'],
  ['university', 'Univ.'],
  ['electronics', 'Elec.'],
  ['electronic', 'Electr.'],
  ['development', 'Dev.'],
  ['engineering', 'Eng.'],
  ['industries', 'Ind.'],
  ['industrial', 'Indl'],
  ['information', 'Info'],
  ['research', 'Res.'],
  ['science', 'Sci.'],
  ['equipment', 'Equip.'],
  ['import', 'Imp.'],
  ['export', 'Exp.'],
  ['trading', 'Trdg'],
  ['services', 'Svcs'],
  ['national', "Nat'l"],
  ['aviation', 'Avn'],
  ['group', 'Grp'],
  ['general', 'Gen.'],
  ['association', 'Assn.'],
  ['department', 'Dept.'],
  ['and', '&'],
]
function shorten(name, random) {
  const fits = SHORT.filter(([word]) => new RegExp(`\\b${word}\\b`, 'i').test(name))
  if (fits.length === 0) return name
  const [word, put] = random.pick(fits)
  return name.replace(new RegExp(`\\b${word}\\b`, 'i'), put)
}

const OTHERS = [
  'Sunrise Freight Forwarding Ltd',
  'Pacific Logistics Pte Ltd',
  'DHL Global Forwarding',
  'Kuehne + Nagel Ltd',
  'Mr. Chen',
  'Al Noor General Trading LLC',
]
const careOf = (name, random) =>
  random.pick([
    (other) => `${other} c/o ${name}`,
    (other) => `${name} c/o ${other}`,
    (other) => `${name} (c/o ${other})`,
    (other) => `${name}, Attn: ${other}`,
  ])(random.pick(OTHERS))

const PINYIN = [
  [/\bzh/gi, 'ch'],
  [/\bq(?=[iu])/gi, "ch'"],
  [/\bx(?=[iu])/gi, 'hs'],
  [/\bj(?=[iu])/gi, 'ch'],
  [/\bc(?=[aeiou])/gi, "ts'"],
  [/\bz(?=[aeiou])/gi, 'ts'],
  [/\bd(?=[aeiou])/gi, 't'],
  [/\bg(?=[aeiou])/gi, 'k'],
  [/\bb(?=[aeiou])/gi, 'p'],
  [/ong\b/gi, 'ung'],
]
const CHINESE = /^[A-Z]{2,6}, [A-Z][a-z]{1,5}(?: ?[a-z]{2,5})?$/
/** Wade-Giles for pinyin, in names of persons. */
const wadeGiles = (name) =>
  CHINESE.test(name) ? PINYIN.reduce((text, [from, to]) => text.replace(from, to), name) : name

const CYRILLIC = [
  ['shch', 'щ'],
  ['sch', 'щ'],
  ['zh', 'ж'],
  ['kh', 'х'],
  ['ts', 'ц'],
  ['ch', 'ч'],
  ['sh', 'ш'],
  ['yu', 'ю'],
  ['ya', 'я'],
  ['ye', 'е'],
  ...Object.entries({
    a: 'а',
    b: 'б',
    v: 'в',
    g: 'г',
    d: 'д',
    e: 'е',
    z: 'з',
    i: 'и',
    y: 'й',
    k: 'к',
    l: 'л',
  }),
  ...Object.entries({
    m: 'м',
    n: 'н',
    o: 'о',
    p: 'п',
    r: 'р',
    s: 'с',
    t: 'т',
    u: 'у',
    f: 'ф',
    h: 'х',
    c: 'к',
  }),
  ...Object.entries({ j: 'дж', w: 'в', x: 'кс', q: 'к' }),
]
const RUSSIAN = /(ovich|evich|ovna|evna|ov|ova|ev|eva|sky|skiy|enko)\b/i
/** A Russian person as written at home. */
const inCyrillic = (name) =>
  RUSSIAN.test(name) && /^[A-Z]+, [A-Z][a-z]+/.test(name)
    ? CYRILLIC.reduce(
        (text, [from, to]) => text.replaceAll(from, to),
        name.toLowerCase().replace(/['’]/g, 'ь'),
      )
    : name

/** Letters that look alike, from another alphabet. */
const POSERS = { a: 'а', e: 'е', o: 'о', p: 'р', c: 'с', x: 'х', i: 'і' }
function pose(name, random) {
  const places = [...name].flatMap((letter, i) => (letter in POSERS ? [i] : []))
  if (places.length < 2 || !isLatin(name)) return name
  const at = random.pick(places)
  return name.slice(0, at) + POSERS[name[at]] + name.slice(at + 1)
}

const ACCENTS = { a: 'á', e: 'é', o: 'ö', u: 'ü', i: 'í', c: 'ç', s: 'š', n: 'ñ' }
const accented = (name, random) =>
  [...name]
    .map((letter) => (letter in ACCENTS && random.next() < 0.25 ? ACCENTS[letter] : letter))
    .join('')

const bare = (name) =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
const loud = (name) => name.toUpperCase().replace(/[.,]/g, '')

const PLACES = ['China', 'Hong Kong', 'Beijing', 'Moscow', 'Dubai', 'Tehran', 'Shenzhen', 'HK']
const inPlace = (name, random) => `${name} (${random.pick(PLACES)})`

/** Given name as a letter, as invoices have it. */
function givenInitial(name) {
  const found = name.match(/^([A-Z' -]+), ([A-Z])[a-z]+(?: [A-Z][a-z]+)*$/)
  return found === null ? name : `${found[2]}. ${found[1]}`
}

const joined = (name) => {
  const words = wordsOf(name)
  return words.length < 2 || words.length > 5
    ? name
    : words.map((w) => w.replace(/[,.]/g, '')).join('')
}

const vowels = (name, random) => {
  const places = [...name.matchAll(/(?<=\p{L})[aeiou](?=\p{L})/gu)]
  if (places.length < 3) return name
  const { index } = random.pick(places)
  return name.slice(0, index) + name.slice(index + 1)
}

/** With its share in a mixed set. */
export const MORE = {
  'machine reading': [4, misread],
  'slip of the key': [4, slip],
  'neighbors swapped': [4, swap],
  'cut short': [3, cut],
  'other legal form': [4, otherForm],
  'words shortened': [4, shorten],
  'care of': [2, careOf],
  'Wade-Giles': [1, wadeGiles],
  Cyrillic: [2, inCyrillic],
  'look-alikes': [2, pose],
  accents: [1, accented],
  'no signs': [2, bare],
  capitals: [2, loud],
  'place added': [2, inPlace],
  'given name as initial': [2, givenInitial],
  'written as one': [1, joined],
  'vowel lost': [2, vowels],
}
