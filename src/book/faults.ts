import { Fault } from '../errors.ts'
import { suggest } from '../suggest.ts'

/** One thing that is wrong with a book or with what is to be done to it. Exit code 4. */
export const fault = (code: string, message: string, where: string, help?: string): Fault =>
  new Fault(4, [{ code, message, at: { file: where }, ...(help !== undefined && { help }) }])

/** Names a record that the book does not hold, and the one that was meant. */
export function unknownRecord(id: string, known: readonly string[]): Fault {
  const near = suggest(id, known)
  return fault(
    'unknown-record',
    `the book holds no record \`${id}\``,
    'book',
    near === undefined ? '`licet book list` names them' : `did you mean \`${near}\`?`,
  )
}

/** Reasons that lie with the disk, in words. */
const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'no space is left on the disk',
  EDQUOT: 'the quota of the disk is used up',
  EROFS: 'the disk is read-only',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EIO: 'the disk has an error',
  EFBIG: 'the file may not grow',
}

/** Runs a filing; says in words why a disk refused it. */
export function refusing<T>(folder: string, filing: () => T): T {
  try {
    return filing()
  } catch (error) {
    const reason = REASONS[(error as NodeJS.ErrnoException).code ?? '']
    if (reason === undefined) throw error
    throw fault('not-filed', `${reason}; nothing was filed`, folder, 'mend it and file again')
  }
}
