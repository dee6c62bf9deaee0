import { agesOf, type ListAge } from '../../../src/screening/list-age.ts'
import type { FaultFound } from '../../../src/lists/entry.ts'
import {
  currentFile,
  readIndex,
  storedVersions,
  storeFolder,
  versionOf,
} from '../../../src/lists/store.ts'
import { sayStale } from '../../../src/report/screened.ts'
import { layOut, type Line } from '../../../src/report/lines.ts'
import { wantsColor, widthOf, type Terminal } from '../../terminal.ts'

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
    const lines: Line[] = [
      { lead: '', text: `lists ${version}, sha256 ${file.meta.sha256}` },
      ...ages.map((age, i) => ({
        lead: columnsOf(age),
        text: `${age.title}${file.meta.lists[i]!.law?.confidence === 'C' ? ' (unverified)' : ''}`,
        ...(age.stale && { look: 'wait' as const }),
      })),
      {
        lead: '',
        text: `versions here: ${versions.map(({ id, isBundled }) => (isBundled ? `${id} (bundled)` : id)).join(', ')}`,
      },
      {
        lead: '',
        text: `flaws of the files that were handled: ${Object.entries(file.meta.faults)
          .map(([fault, count]) => `${count} ${fault}`)
          .join(', ')}`,
      },
      ...(stale.length === 0 ? [] : [{ lead: '', text: sayStale(stale), look: 'wait' as const }]),
      ...(faults === true
        ? found.map(({ fault, entry, detail }) => ({
            lead: '  ',
            text: `${fault} ${entry}: ${detail}`,
          }))
        : []),
    ]
    terminal.stdout.write(layOut(lines, { width: widthOf(terminal), color: wantsColor(terminal) }))
  }
  return requireFresh === true && stale.length > 0 ? 3 : 0
}

/** Code, day, entries, and days of age of the days after which it is stale. */
const columnsOf = ({ code, date, entries, ageDays, staleAfter, stale }: ListAge): string =>
  [
    `  ${code.padEnd(7)}`,
    date,
    `${String(entries).padStart(6)} entries`,
    `${String(ageDays).padStart(4)}/${staleAfter} days`.padEnd(13),
    `${stale ? 'stale' : '     '}  `,
  ].join(' ')
