import { randomBytes } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'

interface Writing {
  readonly mode?: number
  /** Where the file is written before it gets its name: on the same disk. */
  readonly aside?: string
}

/** Writes a new file so that a crash leaves either all of it or nothing: aside, to disk, then renamed. */
export function writeWhole(
  file: string,
  content: string | Uint8Array,
  { mode = 0o644, aside: folder = dirname(file) }: Writing = {},
): void {
  const made = mkdirSync(dirname(file), { recursive: true })
  const aside = join(folder, `${randomBytes(8).toString('hex')}.part`)
  try {
    const handle = openSync(aside, 'wx', mode)
    try {
      writeAll(handle, Buffer.from(content))
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(aside, file)
  } catch (error) {
    rmSync(aside, { force: true })
    throw error
  }
  syncFolder(dirname(file))
  if (made !== undefined) syncFolder(dirname(made))
}

/** Appends bytes at a known end and waits for the disk. A write that fails leaves the file as it was. */
export function appendAt(file: string, end: number, content: string): void {
  const handle = openSync(file, 'r+')
  try {
    try {
      writeAll(handle, Buffer.from(content), end)
      fsyncSync(handle)
    } catch (error) {
      ftruncateSync(handle, end)
      fsyncSync(handle)
      throw error
    }
  } finally {
    closeSync(handle)
  }
}

/** Cuts a file to a length and waits for the disk. */
export function cutTo(file: string, end: number): void {
  const handle = openSync(file, 'r+')
  try {
    ftruncateSync(handle, end)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** A folder must reach the disk too, or a crash can take back the name of a new file. */
export function syncFolder(folder: string): void {
  let handle: number
  try {
    handle = openSync(folder, 'r')
  } catch {
    // Windows opens no folders, and needs no such care.
    return
  }
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

function writeAll(handle: number, bytes: Buffer, from?: number): void {
  for (let done = 0; done < bytes.length;)
    done += writeSync(
      handle,
      bytes,
      done,
      bytes.length - done,
      from === undefined ? null : from + done,
    )
}
