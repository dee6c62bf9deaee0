import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const built = (path) => new URL(`../../dist/src/${path}`, import.meta.url).href
const { readSnapshot } = await import(built('lists/bundled.js'))
const { compileIndex } = await import(built('lists/compile-index.js'))
const { decodeIndex } = await import(built('screening/index-file.js'))

const file = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

function load() {
  const { tables, scoring } = decodeIndex(new Uint8Array(readFileSync(file('dist/lists.idx')))).meta
  const { countries } = JSON.parse(readFileSync(file('dist/lists.json'), 'utf8'))
  const [started, before] = [performance.now(), process.cpuUsage()]
  const snapshot = readSnapshot(file('data/lists'), countries)
  compileIndex({ ...snapshot, tables, scoring })
  const clock = performance.now() - started
  const { user, system } = process.cpuUsage(before)
  return { clock, processor: (user + system) / 1000 }
}

/**
 * Milliseconds that it takes to read the bundled snapshot and build its index: by the clock, and of the processor, which
 * counts the threads that collect garbage meanwhile. The middle of five, each in a process of its own as a user's is.
 */
export function snapshotMs() {
  const runs = Array.from({ length: 5 }, () =>
    JSON.parse(
      execFileSync(process.execPath, [fileURLToPath(import.meta.url)], { encoding: 'utf8' }),
    ),
  )
  return runs.sort((a, b) => a.clock - b.clock)[2]
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(JSON.stringify(load()))
