import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { Fault } from '../../../src/errors.ts'
import { readListFile } from '../../../src/lists/read-list.ts'
import {
  builtRegistry,
  currentFile,
  keepVersion,
  readIndex,
  storeFolder,
} from '../../../src/lists/store.ts'
import { updated } from '../../../src/lists/update.ts'
import { noSuchFile } from '../../read-text.ts'
import type { Terminal } from '../../terminal.ts'
import { checkDate } from './update.ts'

export interface ImportFlags {
  readonly as: string
  readonly title?: string
  readonly date?: string
  readonly acceptShrink?: boolean
}

/** Adds a list of one's own to those that are screened against. @throws Fault (exit 4) where it is broken. */
export function importList(file: string, flags: ImportFlags, terminal: Terminal): number {
  if (!existsSync(file)) throw new Fault(4, [noSuchFile(file)])
  const code = flags.as
  const { registry, countries } = builtRegistry()
  if (!/^[A-Z0-9][A-Z0-9-]{0,19}$/.test(code)) {
    const message = `a list can't be called \`${code}\``
    const help = 'capital letters, digits and hyphens, at most twenty: `OUR-WATCHLIST`'
    throw new Fault(4, [{ code: 'bad-list-name', message, at: { file: '--as' }, help }])
  }
  if (flags.date !== undefined) checkDate(flags.date)
  const read = readListFile(file, registry, code)
  if (!read.ok) throw new Fault(4, read.issues)
  const folder = storeFolder(process.env)
  const made = updated(
    readIndex(currentFile(folder)),
    {
      read: read.value,
      from: basename(file),
      date: flags.date ?? terminal.today(),
      fetched: terminal.now(),
      acceptShrink: flags.acceptShrink === true,
      ...(!(code in registry.lists) && { own: { code, title: flags.title ?? code } }),
    },
    registry,
    countries,
  )
  if (!made.ok) throw new Fault(4, made.issues)
  const id = keepVersion(folder, made.value)
  const { entries } = made.value.meta.lists.find((list) => list.code === code)!
  terminal.stdout.write(`${code}: ${entries} entries; lists ${id} are in use\n`)
  return 0
}
