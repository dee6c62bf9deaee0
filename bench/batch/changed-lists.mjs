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

/** The bundled lists with twelve entries changed: four new, four gone, four with one alias more. */
export function changedLists() {
  const file = readIndex(currentFile(storeFolder({ LICET_HOME: '/nowhere' })))
  const count = file.entries.starts.length - 1
  const at = (share) => Math.floor(count * share)
  const gone = new Set([at(0.05), at(0.2), at(0.5), at(0.7)])
  const other = new Set([at(0.1), at(0.3), at(0.6), at(0.8)])
  const entries = Array.from({ length: count }, (_, i) => i).flatMap((i) => {
    if (gone.has(i)) return []
    const one = entryAt(file.entries, i)
    return [other.has(i) ? { ...one, aliases: [...one.aliases, `${one.name} Robotics`] } : one]
  })
  const model = entryAt(file.entries, at(0.2))
  const added = [
    'Calderon Microsystems',
    'Zentora Quantum Trading',
    'Nordveil Data',
    'Haldane Photonics',
  ].map((name, i) => ({ ...model, id: `${model.list}:bench-${i}`, name, aliases: [] }))
  const all = [...entries, ...added]
  const newer = compileIndex({
    lists: file.meta.lists.map(({ code, date }) => ({
      code,
      date,
      from: 'bench',
      entries: all.filter(({ list }) => list === code),
    })),
    faults: [],
    registry: builtRegistry().registry,
    ...readNameTables('data/names'),
  })
  return { before: versionOf(file), version: versionOf(newer), bytes: encodeIndex(newer) }
}
