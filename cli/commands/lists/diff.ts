import { changesBetween, type Change } from '../../../src/lists/diff.ts'
import {
  currentFile,
  readIndex,
  storeFolder,
  versionNamed,
  versionOf,
} from '../../../src/lists/store.ts'
import { visible } from '../../../src/visible.ts'
import type { Terminal } from '../../terminal.ts'

export interface DiffFlags {
  readonly format: 'text' | 'json'
}

/** Says what changed from one version of the lists to another. */
export function diff(
  older: string,
  newer: string | undefined,
  { format }: DiffFlags,
  terminal: Terminal,
): number {
  const folder = storeFolder(process.env)
  const before = readIndex(versionNamed(folder, older).file)
  const after = readIndex(
    newer === undefined ? currentFile(folder) : versionNamed(folder, newer).file,
  )
  const changes = changesBetween(before, after)
  if (format === 'json') {
    const json = {
      from: versionOf(before),
      to: versionOf(after),
      changes: changes.map(({ entry: _, ...change }) => change),
    }
    terminal.stdout.write(`${JSON.stringify(json, null, 2)}\n`)
    return 0
  }
  const lines = changes.map(sayChange)
  const total = `${changes.length} changes from ${versionOf(before)} to ${versionOf(after)}`
  terminal.stdout.write(`${[total, ...lines].map((line) => visible(line)).join('\n')}\n`)
  return 0
}

const MARKS = { added: '+', removed: '-', changed: '~' } as const

function sayChange({ kind, id, name, keys }: Change): string {
  const what = keys.length === 0 ? '' : ` (${keys.join(', ')})`
  return `${MARKS[kind]} ${id} ${name}${what}`
}
