import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { Fault, say, type Issue } from '../../../src/errors.ts'
import { dateFault } from '../../../src/facts/fact-schema.ts'
import { changesBetween } from '../../../src/lists/diff.ts'
import { download } from '../../../src/lists/download.ts'
import { readListFile } from '../../../src/lists/read-list.ts'
import {
  builtRegistry,
  currentFile,
  keepVersion,
  readIndex,
  storeFolder,
  versionOf,
} from '../../../src/lists/store.ts'
import { updated } from '../../../src/lists/update.ts'
import { noSuchFile } from '../../read-text.ts'
import type { Terminal } from '../../terminal.ts'

export interface UpdateFlags {
  readonly from?: string
  readonly sha256?: string
  readonly date?: string
  readonly acceptShrink?: boolean
  readonly format: 'text' | 'json'
}

/**
 * Takes newer lists. What can't be had, is cut off, or has shrunk leaves the lists in use as they are, says
 * so, and is exit 3.
 */
export async function update(flags: UpdateFlags, terminal: Terminal): Promise<number> {
  const folder = storeFolder(process.env)
  const { registry, countries } = builtRegistry()
  const source = flags.from ?? registry.feed
  const current = readIndex(currentFile(folder))
  const kept = (issues: readonly Issue[]): number => {
    for (const issue of issues) terminal.stderr.write(`${say(issue)}\n`)
    terminal.stderr.write(`the lists in use are kept: ${versionOf(current)}\n`)
    return 3
  }
  if (flags.date !== undefined) checkDate(flags.date)
  const file = await fileOf(source, folder)
  if (typeof file !== 'string') return kept(file)
  const digest = createHash('sha256').update(readFileSync(file)).digest('hex')
  if (flags.sha256 !== undefined && digest !== flags.sha256.toLowerCase()) {
    const message = `its SHA-256 is ${digest}, not ${flags.sha256}`
    return kept([{ code: 'checksum', message, at: { file: source } }])
  }
  const read = readListFile(file, registry)
  if (!read.ok) return kept(read.issues)
  const date = flags.date ?? read.value.date ?? (isUrl(source) ? terminal.today() : undefined)
  if (date === undefined) {
    const message = 'of which day are these lists?'
    throw new Fault(4, [
      { code: 'usage', message, at: { file: source }, help: '--date 2026-11-20' },
    ])
  }
  const made = updated(
    current,
    {
      read: read.value,
      from: source,
      date,
      fetched: terminal.now(),
      acceptShrink: flags.acceptShrink === true,
    },
    registry,
    countries,
  )
  if (!made.ok) return kept(made.issues)
  const changes = changesBetween(current, made.value)
  const id = keepVersion(folder, made.value)
  const count = (kind: string): number => changes.filter((one) => one.kind === kind).length
  const summary = {
    version: id,
    before: versionOf(current),
    date,
    from: source,
    sha256: digest,
    added: count('added'),
    removed: count('removed'),
    changed: count('changed'),
    faults: made.value.meta.faults,
  }
  terminal.stdout.write(
    flags.format === 'json'
      ? `${JSON.stringify(summary, null, 2)}\n`
      : `lists ${id} of ${date}: ${summary.added} added, ${summary.removed} removed, ${summary.changed} changed since ${summary.before}\n`,
  )
  return 0
}

const isUrl = (source: string): boolean => /^https?:/i.test(source)

/** The file of a source, downloaded where it is an address; a download that was cut off is gone on with. */
async function fileOf(source: string, folder: string): Promise<string | readonly Issue[]> {
  if (!isUrl(source)) {
    if (!existsSync(source) || !statSync(source).isFile()) throw new Fault(4, [noSuchFile(source)])
    return source
  }
  const incoming = join(folder, 'incoming')
  mkdirSync(incoming, { recursive: true })
  const name = createHash('sha256').update(source).digest('hex').slice(0, 16)
  const got = await download(source, join(incoming, name))
  return got.ok ? got.value.file : got.issues
}

/** @throws Fault (exit 4) where a date of the command line is none. */
export function checkDate(date: string): void {
  const fault = dateFault(date)
  if (fault !== undefined)
    throw new Fault(4, [{ code: 'bad-date', message: fault, at: { file: '--date' } }])
}
