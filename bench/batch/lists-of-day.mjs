import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileIndex } from '../../dist/src/lists/compile-index.js'
import { readNameTables } from '../../dist/src/lists/name-tables.js'
import {
  builtRegistry,
  currentFile,
  readIndex,
  storeFolder,
  versionOf,
} from '../../dist/src/lists/store.js'
import { entryAt } from '../../dist/src/screening/entries.js'
import { encodeIndex } from '../../dist/src/screening/index-file.js'

const bundled = readIndex(currentFile(storeFolder({ LICET_HOME: '/nowhere' })))
const count = bundled.entries.starts.length - 1
const at = (share) => Math.floor(count * share)
const every = () => Array.from({ length: count }, (_, i) => entryAt(bundled.entries, i))

/** The bundled lists as a desk would have fetched them on a day. Puts them into a home; returns their version. */
export const putLists = (home, day) => put(home, day, every())

/** The same with twelve entries changed: four new, four gone, four with one alias more. */
export function putChangedLists(home, day) {
  const gone = new Set([at(0.05), at(0.2), at(0.5), at(0.7)])
  const other = new Set([at(0.1), at(0.3), at(0.6), at(0.8)])
  const model = entryAt(bundled.entries, at(0.2))
  const entries = every().flatMap((one, i) => {
    if (gone.has(i)) return []
    return [other.has(i) ? { ...one, aliases: [...one.aliases, `${one.name} Robotics`] } : one]
  })
  const added = [
    'Calderon Microsystems',
    'Zentora Quantum Trading',
    'Nordveil Data',
    'Haldane Photonics',
  ].map((name, i) => ({ ...model, id: `${model.list}:bench-${i}`, name, aliases: [] }))
  return put(home, day, [...entries, ...added])
}

function put(home, day, entries) {
  const file = compileIndex({
    lists: bundled.meta.lists.map(({ code }) => ({
      code,
      date: day,
      from: 'bench',
      entries: entries.filter(({ list }) => list === code),
    })),
    faults: [],
    registry: builtRegistry().registry,
    ...readNameTables('data/names'),
  })
  const version = versionOf(file)
  const folder = join(home, 'lists', 'versions', version)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'lists.idx'), encodeIndex(file))
  return version
}
