import { closeSync, existsSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import type { Verdicts } from './hands.ts'
import type { Drift } from './list-drift.ts'
import { NOTHING, verdictOnce, type Verdict } from './parties.ts'

/** What verdicts rest on; others do not hold. */
export interface CacheBasis {
  readonly engine: string
  /** SHA-256 of the rule pack, whose words a verdict is put in, and the name by which people call it. */
  readonly pack: string
  readonly packId: string
  /** SHA-256 over all lists, and the version by which people call it. */
  readonly lists: string
  readonly version: string
  /** Digest of what people have decided about hits, and the day on which that was read. */
  readonly clearances: string
  readonly lang: string
  /** Points within which a name is close to a hit, which verdicts say of themselves. */
  readonly close: number
  /** How the lists have moved under the verdicts since the oldest of them was made. */
  readonly drift: Drift
}

/** Verdicts of a file, with what they rest on; a line that a killed run left unfinished is no verdict. */
export function readCache(
  file: string,
): { readonly basis: CacheBasis; readonly verdicts: Map<string, Verdict> } | undefined {
  if (!existsSync(file)) return undefined
  const lines = readFileSync(file, 'utf8').split('\n')
  const verdicts = new Map<string, Verdict>()
  try {
    const basis = JSON.parse(lines[0]!) as CacheBasis
    // What follows the last line end is empty, or was being written.
    for (const line of lines.slice(1, -1)) {
      const [key, verdict] = JSON.parse(line) as [string, Verdict?]
      verdicts.set(key, verdict ?? NOTHING)
    }
    return { basis, verdicts }
  } catch {
    return undefined
  }
}

/** Keeps verdicts for the next run on the same lists: what was known before, then what is told. */
export function openCache(
  file: string,
  basis: CacheBasis,
  before: Iterable<readonly [string, Verdict]>,
): { readonly tell: (found: Verdicts) => void; readonly close: () => void } {
  const beside = `${file}.${process.pid}`
  const handle = openSync(beside, 'w')
  const tell = (found: Iterable<readonly [string, Verdict]>): void => {
    let text = ''
    for (const [key, verdict] of found)
      text += `${JSON.stringify(verdictOnce(verdict) === NOTHING ? [key] : [key, verdict])}\n`
    if (text !== '') writeSync(handle, text)
  }
  writeSync(handle, `${JSON.stringify(basis)}\n`)
  tell(before)
  renameSync(beside, file)
  return { tell, close: () => closeSync(handle) }
}
