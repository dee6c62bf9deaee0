import { writeFileSync } from 'node:fs'
import { Fault } from '../../src/errors.ts'
import { reasonOf } from '../read-text.ts'
import type { Terminal } from '../terminal.ts'

/** Writes to a file where one is named, and to standard output otherwise. */
export function toFileOrScreen(
  content: string | Uint8Array,
  file: string | undefined,
  { stdout, stderr }: Terminal,
): void {
  if (file === undefined) return void stdout.write(content)
  try {
    writeFileSync(file, content)
  } catch (error) {
    const message = `can't be written: ${reasonOf(error)}`
    throw new Fault(4, [{ code: 'cannot-write', message, at: { file } }])
  }
  stderr.write(`wrote ${file}\n`)
}
