import { MORE } from './perturb-more.mjs'

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
const LEGAL =
  /\b(co\.?,? ltd\.?|company limited|limited liability company|(?:(?:public|open|closed) )?joint stock company|limited|ltd\.?|llc|l\.l\.c\.|inc\.?|corp\.?|corporation|company|co\.|jsc|ojsc|pjsc|ooo|oao|ao|gmbh|s\.a\.|srl|fze|fzc)\b\.?/gi

/** One edit of a letter inside a word of three or more: drop, double, swap, replace. */
function edit(name, random) {
  const places = [...name.matchAll(/\p{L}/gu)].map(({ index }) => index)
  const words = [...name.matchAll(/\p{L}{3,}/gu)]
  if (words.length === 0 || places.length < 5) return name
  const word = random.pick(words)
  const at = word.index + random.below(word[0].length)
  const letter = random.pick([...LETTERS])
  const cased = name[at] === name[at].toUpperCase() ? letter.toUpperCase() : letter
  switch (random.below(4)) {
    case 0:
      return name.slice(0, at) + name.slice(at + 1)
    case 1:
      return name.slice(0, at) + cased + name.slice(at)
    case 2:
      return swapAt(name, Math.min(at, word.index + word[0].length - 2))
    default:
      return name.slice(0, at) + cased + name.slice(at + 1)
  }
}

const swapAt = (name, at) => name.slice(0, at) + name[at + 1] + name[at] + name.slice(at + 2)

/** Spellings that other romanizations use. */
const SOUNDS = [
  ['kh', 'h'],
  ['ou', 'u'],
  ['oo', 'u'],
  ['ee', 'i'],
  ['sh', 'ch'],
  ['zh', 'j'],
  ['ya', 'ia'],
  ['yu', 'iu'],
  ['iy', 'y'],
  ['ey', 'ei'],
  ['ay', 'ai'],
  ['q', 'k'],
  ['w', 'v'],
  ['ph', 'f'],
  ['ts', 'tz'],
  ['mm', 'm'],
  ['ss', 's'],
  ['dd', 'd'],
  ['ck', 'k'],
  ['ov', 'off'],
  ['ev', 'eff'],
  ['muhammad', 'mohammed'],
  ['mohammad', 'mohamed'],
  ['abd al-', 'abdul '],
  ['al-', 'el '],
  ['hussein', 'husain'],
  ['husayn', 'hossein'],
  ['ahmad', 'ahmed'],
  ['yusuf', 'yousef'],
  ['sergey', 'sergei'],
  ['aleksandr', 'alexander'],
  ['dmitry', 'dmitriy'],
  ['yevgeny', 'evgeniy'],
  ['e', 'i'],
  ['u', 'o'],
  ['a', 'e'],
]

function transliterate(name, random) {
  const lower = name.toLowerCase()
  const fits = SOUNDS.flatMap(([a, b]) => [
    [a, b],
    [b, a],
  ]).filter(([from]) => from.length > 1 && lower.includes(from))
  const chosen = fits.length > 0 ? [random.pick(fits)] : []
  if (chosen.length === 0) {
    const vowels = SOUNDS.slice(-3).filter(([from]) => lower.includes(from))
    if (vowels.length > 0) chosen.push(random.pick(vowels))
  }
  return chosen.reduce((text, [from, to]) => text.replace(from, to), lower)
}

const lettersOf = (name) => (name.match(/\p{L}/gu) ?? []).length
const wordsOf = (name) => name.split(/\s+/).filter(Boolean)

function reorder(name, random) {
  const comma = name.match(/^([^,]+), (.+)$/)
  if (comma !== null && comma[2].split(' ').length < 4) return `${comma[2]} ${comma[1]}`
  const words = wordsOf(name)
  if (words.length < 2) return name
  const at = random.below(words.length - 1)
  const swapped = [...words]
  ;[swapped[at], swapped[at + 1]] = [swapped[at + 1], swapped[at]]
  return swapped.join(' ')
}

function drop(name, random) {
  const words = wordsOf(name)
  if (words.length < 3) return name
  const at = random.below(words.length)
  const left = words.filter((_, i) => i !== at).join(' ')
  // A name of which only the legal form is left is nobody's.
  return /\p{L}{3}/u.test(left.replace(LEGAL, '')) ? left : name
}

const COMMON =
  /\b(technology|technologies|group|international|trading|industrial|industries|industry|electronics|holdings?|company|services|development|import|export|engineering)\b/gi

/** A name without its legal form and one word that many companies have. */
function dropCommon(name, random) {
  const found = [...name.matchAll(COMMON)]
  if (found.length === 0) return drop(name, random)
  const [word] = random.pick(found)
  const left = name
    .replace(word, ' ')
    .replace(LEGAL, ' ')
    .replace(/\s+/g, ' ')
    .replace(/[\s,.]+$/, '')
    .trim()
  return /\p{L}{4}/u.test(left) ? left : name
}

const EXTRA = [
  'Group',
  'International',
  'Trading',
  'Holdings',
  'Global',
  'Limited',
  'Services',
  'Jr',
  'New',
  'Import Export',
]
function add(name, random) {
  const words = wordsOf(name)
  words.splice(random.below(2) * words.length, 0, random.pick(EXTRA))
  return words.join(' ')
}

function space(name, random) {
  const words = wordsOf(name)
  if (words.length > 1 && random.next() < 0.6) {
    const at = random.below(words.length - 1)
    return [...words.slice(0, at), words[at] + words[at + 1], ...words.slice(at + 2)].join(' ')
  }
  const long = words.map((word, i) => [word, i]).filter(([word]) => word.length > 5)
  if (long.length === 0) return name
  const [word, i] = random.pick(long)
  const cut = 2 + random.below(word.length - 4)
  return [...words.slice(0, i), word.slice(0, cut), word.slice(cut), ...words.slice(i + 1)].join(
    ' ',
  )
}

function initial(name, random) {
  const words = wordsOf(name)
  if (words.length < 3) return name
  const at = 1 + random.below(words.length - 1)
  return words.map((word, i) => (i === at ? `${word[0]}.` : word)).join(' ')
}

/** What people, machines and other languages do to names, with its share in a mixed set. */
export const KINDS = {
  ...MORE,
  exact: [9, (name) => name],
  'one edit': [19, edit],
  'two edits': [
    18,
    (name, random) => (lettersOf(name) < 8 ? edit(name, random) : edit(edit(name, random), random)),
  ],
  transliteration: [18, transliterate],
  'word order': [10, reorder],
  'word dropped': [8, drop],
  'common word dropped': [5, dropCommon],
  'word added': [7, add],
  spacing: [7, space],
  'legal form': [3, (name) => name.replace(LEGAL, ' ').replace(/[\s,]+$/, '')],
  initial: [1, initial],
}

/** A kind of change, drawn by its share. */
export function kindOf(random) {
  const total = Object.values(KINDS).reduce((sum, [share]) => sum + share, 0)
  let at = random.next() * total
  for (const [kind, [share]] of Object.entries(KINDS)) {
    at -= share
    if (at < 0) return kind
  }
  return 'exact'
}
