import { Fault } from '../../../src/errors.ts'
import {
  currentFile,
  makeCurrent,
  readIndex,
  storedVersions,
  storeFolder,
  versionNamed,
  versionOf,
} from '../../../src/lists/store.ts'
import type { Terminal } from '../../terminal.ts'

/** Makes an earlier version of the lists the one in use. */
export function rollback(wanted: string | undefined, terminal: Terminal): number {
  const folder = storeFolder(process.env)
  const now = versionOf(readIndex(currentFile(folder)))
  const earlier = storedVersions(folder).filter(({ id }) => id < now)
  const to = wanted === undefined ? earlier.at(-1) : versionNamed(folder, wanted)
  if (to === undefined) {
    const message = `there is no version before ${now}`
    throw new Fault(4, [{ code: 'no-version', message, at: { file: folder } }])
  }
  makeCurrent(folder, to.isBundled ? undefined : to.id)
  terminal.stdout.write(`lists ${to.id} are in use; before: ${now}\n`)
  return 0
}
