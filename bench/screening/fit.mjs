// Fits the weights of data/names/score.yaml: logistic regression with each weight bound to its sign, on
// changed names of the lists against clean names. Prints the weights; whoever changes them copies them.
import { cleanNames } from './clean.mjs'
import { changedNames, entriesOf, isSameParty, load, namesOf } from './lists.mjs'
import { FAMOUS } from './famous.mjs'
import { KINDS, kindOf } from './perturb.mjs'
import { randomOf } from './random.mjs'

const built = (path) => new URL(`../../dist/src/screening/${path}`, import.meta.url).href
const { PARTS, partsOf } = await import(built('score.js'))

const { file, screener } = await load()
const entries = entriesOf(file)
const names = namesOf(file)

/** Every entry that is near a name, the surest first, with the parts of its evidence. */
const rowsOf = (text) =>
  screener
    .screen({ name: text })
    .matches.map(({ entry, name, evidence }) => ({ entry, name, parts: partsOf(evidence) }))

const rows = []
const put = (parts, y, weight) => rows.push({ x: PARTS.map((part) => parts[part]), y, weight })
for (const { query, entry, text } of changedNames(
  names,
  entries,
  randomOf(11),
  7000,
  { KINDS, kindOf },
  { part: 'development' },
)) {
  const found = rowsOf(query)
  const own = found.find(({ entry: of }) => isSameParty(entries, of, entry))
  if (own !== undefined) put(own.parts, 1, 1)
  found
    .filter(
      ({ entry: of, name }) =>
        !isSameParty(entries, of, entry) && names[name].text.toLowerCase() !== text.toLowerCase(),
    )
    .slice(0, 2)
    .forEach(({ parts }) => put(parts, 0, 0.15))
}
for (const { name, kind } of cleanNames(entries, randomOf(5), 5))
  if (kind !== 'large company') for (const { parts } of rowsOf(name).slice(0, 4)) put(parts, 0, 1.5)
for (const name of FAMOUS) for (const { parts } of rowsOf(name).slice(0, 4)) put(parts, 0, 3)

const SIGN = Object.fromEntries(PARTS.map((part) => [part, 1]))
for (const part of [
  'leftOfQuery',
  'leftOfBoth',
  'numberConflict',
  'numberMissing',
  'placeConflict',
  'placeMissing',
  'outOfOrder',
  'weakestWord',
  'oneWord',
  'shortWord',
  'commonOnly',
  'commonLeft',
  'joined',
])
  SIGN[part] = -1
SIGN.bias = 0
const weights = PARTS.map((part) => (part === 'bias' ? -6 : 0))
const [first, second] = [PARTS.map(() => 0), PARTS.map(() => 0)]
const total = rows.reduce((sum, { weight }) => sum + weight, 0)
for (let step = 1; step <= 1500; step++) {
  const slope = PARTS.map(() => 0)
  for (const { x, y, weight } of rows) {
    let sum = 0
    for (let j = 0; j < x.length; j++) sum += weights[j] * x[j]
    const error = (1 / (1 + Math.exp(-sum)) - y) * weight
    for (let j = 0; j < x.length; j++) slope[j] += error * x[j]
  }
  for (let j = 0; j < weights.length; j++) {
    const g = slope[j] / total + 2e-5 * weights[j]
    first[j] = 0.9 * first[j] + 0.1 * g
    second[j] = 0.999 * second[j] + 0.001 * g * g
    weights[j] -=
      (0.05 * (first[j] / (1 - 0.9 ** step))) / (Math.sqrt(second[j] / (1 - 0.999 ** step)) + 1e-9)
    const sign = SIGN[PARTS[j]]
    if (sign * weights[j] < 0) weights[j] = 0
  }
}
for (const [j, part] of PARTS.entries()) console.log(`  ${part}: ${weights[j].toFixed(2)}`)
