import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const built = (path) => new URL(`../../dist/src/screening/${path}`, import.meta.url).href
const { decodeIndex } = await import(built('index-file.js'))
const { screenerOf } = await import(built('screen.js'))
const { loadRomanizers } = await import(built('romanizers.js'))
const { textAt } = await import(built('name-index.js'))

const path = fileURLToPath(new URL('../../dist/lists.idx', import.meta.url))

/** The built index, made ready, and how long that took in milliseconds. */
export async function load() {
  const started = performance.now()
  const file = decodeIndex(new Uint8Array(readFileSync(path)))
  const screener = screenerOf(file, await loadRomanizers())
  return { file, screener, loadMs: performance.now() - started }
}

/** Entries as the lists hold them. */
export function entriesOf(file) {
  const decoder = new TextDecoder()
  const { starts, bytes } = file.entries
  return Array.from({ length: starts.length - 1 }, (_, i) =>
    JSON.parse(decoder.decode(bytes.subarray(starts[i], starts[i + 1]))),
  )
}

/** Every name with its entry. */
export const namesOf = ({ names }) =>
  Array.from(names.entryOf, (entry, i) => ({
    entry,
    text: textAt(names.names, i),
    kind: names.kindOf[i],
  }))

/** A fifth of the entries is held out: nothing is ever fitted on their names. */
export const partOf = (entry) => (entry % 5 === 0 ? 'held-out' : 'development')

const OF_BIS = new Set(['EL', 'MEU', 'UVL'])

/** Names changed as people change them, half of them from the lists of BIS; vessels and aircraft left out. */
export function changedNames(
  names,
  entries,
  random,
  count,
  { KINDS, kindOf },
  { only, part } = {},
) {
  const all = names.filter(
    ({ entry, kind }) =>
      kind < 2 &&
      !['Vessel', 'Aircraft'].includes(entries[entry].type) &&
      (part === undefined || partOf(entry) === part),
  )
  const bis = all.filter(({ entry }) => OF_BIS.has(entries[entry].list))
  const changed = []
  while (changed.length < count) {
    const { entry, text } = random.pick(random.next() < 0.5 ? bis : all)
    const kind = only ?? kindOf(random)
    const query = KINDS[kind][1](text, random)
    if (query.trim().length > 1) changed.push({ query, kind, entry, text })
  }
  return changed
}

/** Whether two entries are the same party: one entry, or entries of one name. */
export const isSameParty = (entries, a, b) =>
  a === b || entries[a].name.toLowerCase() === entries[b].name.toLowerCase()
