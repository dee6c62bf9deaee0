import { agesOf } from '../../../src/screening/list-age.ts'
import type { FaultFound } from '../../../src/lists/entry.ts'
import {
  currentFile,
  readIndex,
  storedVersions,
  storeFolder,
  versionOf,
} from '../../../src/lists/store.ts'
import { sayStale } from '../../../src/report/screened.ts'
import { visible } from '../../../src/visible.ts'
import type { Terminal } from '../../terminal.ts'

export interface StatusFlags {
  readonly faults?: boolean
  readonly requireFresh?: boolean
  readonly format: 'text' | 'json'
}

/** Says which lists are in use and how old they are; 3 where one is stale and freshness is demanded. */
export function status({ faults, requireFresh, format }: StatusFlags, terminal: Terminal): number {
  const folder = storeFolder(process.env)
  const file = readIndex(currentFile(folder))
  const ages = agesOf(file.meta, terminal.today())
  const versions = storedVersions(folder)
  const version = versionOf(file)
  const found = JSON.parse(file.faults) as FaultFound[]
  const stale = ages.filter((list) => list.stale)
  if (format === 'json') {
    const json = {
      version,
      sha256: file.meta.sha256,
      lists: ages,
      versions: versions.map(({ id, isBundled }) => ({ id, isBundled })),
      faults: faults === true ? found : file.meta.faults,
    }
    terminal.stdout.write(`${JSON.stringify(json, null, 2)}\n`)
  } else {
    const lines = [
      `lists ${version}, sha256 ${file.meta.sha256}`,
      ...ages.map(
        ({ code, date, entries, ageDays, staleAfter, stale: isStale, title }) =>
          `  ${code.padEnd(7)} ${date}  ${String(entries).padStart(6)} entries  ${String(ageDays).padStart(4)} days old${isStale ? `, stale after ${staleAfter}` : ''}  ${title}`,
      ),
      `versions here: ${versions.map(({ id, isBundled }) => (isBundled ? `${id} (bundled)` : id)).join(', ')}`,
      `flaws of the files that were handled: ${Object.entries(file.meta.faults)
        .map(([fault, count]) => `${count} ${fault}`)
        .join(', ')}`,
      ...(stale.length === 0 ? [] : [sayStale(stale)]),
      ...(faults === true
        ? found.map(({ fault, entry, detail }) => `  ${fault} ${entry}: ${detail}`)
        : []),
    ]
    terminal.stdout.write(`${lines.map((line) => visibleLine(line)).join('\n')}\n`)
  }
  return requireFresh === true && stale.length > 0 ? 3 : 0
}

/** Made safe to show, the columns kept. */
const visibleLine = (line: string): string =>
  line
    .split('  ')
    .map((part) => visible(part))
    .join('  ')
