import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const built = (path) => new URL(`../../dist/src/${path}`, import.meta.url).href
const { readSnapshot } = await import(built('lists/bundled.js'))
const { compileIndex } = await import(built('lists/compile-index.js'))
const { decodeIndex } = await import(built('screening/index-file.js'))

const file = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

/** Milliseconds of processor that it takes to read the bundled snapshot and build its index. */
export async function snapshotMs() {
  const { tables, scoring } = decodeIndex(new Uint8Array(readFileSync(file('dist/lists.idx')))).meta
  const { countries } = JSON.parse(readFileSync(file('dist/lists.json'), 'utf8'))
  const before = process.cpuUsage()
  const snapshot = readSnapshot(file('data/lists'), countries)
  compileIndex({ ...snapshot, tables, scoring })
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
