import { readFileSync, writeFileSync } from 'node:fs'
import { parse } from 'yaml'
import { countriesFile } from '../rules/tables.ts'
import { encodeIndex } from '../screening/index-file.ts'
import { readSnapshot } from './bundled.ts'
import { compileIndex } from './compile-index.ts'
import { readNameTables } from './name-tables.ts'

// Run by the build: the bundled lists as one index that loads as it lies.
const { countries } = countriesFile.parse(
  parse(readFileSync('rules/tables/countries.yaml', 'utf8')),
)
const snapshot = readSnapshot('data/lists', countries)
const index = compileIndex({ ...snapshot, ...readNameTables('data/names') })
const bytes = encodeIndex(index)
writeFileSync('dist/lists.idx', bytes)
writeFileSync('dist/lists.json', JSON.stringify({ registry: snapshot.registry, countries }))
const entries = index.meta.lists.reduce((sum, list) => sum + list.entries, 0)
console.log(
  `screening lists: ${entries} entries, ${index.names.entryOf.length} names, sha256 ${index.meta.sha256}`,
)
