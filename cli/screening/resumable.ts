import { createHash } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'

/** How far a run had come when it last said so. */
interface State {
  /** What the run is: input, lists, options. Another run starts again. */
  readonly run: string
  readonly rowsDone: number
  readonly bytes: number
  readonly counts: Readonly<Record<string, number>>
}

/** An output file that grows by whole batches, and that a run that was killed takes up where it was. */
export interface ResumableFile {
  readonly rowsDone: number
  readonly counts: Readonly<Record<string, number>>
  /** Adds a batch and remembers it, in this order: what is not remembered is written again, never twice. */
  readonly append: (text: string, rowsDone: number, counts: State['counts']) => void
  /** Makes the file what it was to be. */
  readonly finish: () => void
  readonly partial: string
}

/** A digest of what makes a run the same run. */
export const runOf = (parts: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex')

/** Opens the output of a run, or takes up the one of the same run that was cut short. */
export function openResumable(file: string, run: string, heading: string): ResumableFile {
  const partial = `${file}.partial`
  const stateFile = `${file}.partial.json`
  const before = stateOf(stateFile, run)
  const isResumed = before !== undefined && existsSync(partial)
  const handle = openSync(partial, isResumed ? 'r+' : 'w')
  let bytes = isResumed ? before.bytes : 0
  ftruncateSync(handle, bytes)
  const write = (text: string): void => {
    const buffer = Buffer.from(text)
    for (let at = 0; at < buffer.length;)
      at += writeSync(handle, buffer, at, buffer.length - at, bytes + at)
    bytes += buffer.length
  }
  if (!isResumed) write(heading)
  return {
    rowsDone: isResumed ? before.rowsDone : 0,
    counts: isResumed ? before.counts : {},
    partial,
    append: (text, rowsDone, counts) => {
      write(text)
      fsyncSync(handle)
      const beside = `${stateFile}.${process.pid}`
      writeFileSync(beside, JSON.stringify({ run, rowsDone, bytes, counts } satisfies State))
      renameSync(beside, stateFile)
    },
    finish: () => {
      fsyncSync(handle)
      closeSync(handle)
      if (existsSync(partial)) renameSync(partial, file)
      rmSync(stateFile, { force: true })
    },
  }
}

function stateOf(file: string, run: string): State | undefined {
  if (!existsSync(file)) return undefined
  try {
    const state = JSON.parse(readFileSync(file, 'utf8')) as State
    return state.run === run ? state : undefined
  } catch {
    return undefined
  }
}
