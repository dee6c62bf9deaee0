import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { pipeline } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import { unreadable } from './source.ts'

/** One file in a zip archive. */
interface Entry {
  readonly method: number
  readonly packed: number
  readonly offset: number
}

/** A zip archive whose files are read as text, piece by piece. */
export interface ZipFile {
  readonly names: readonly string[]
  readonly pieces: (name: string) => AsyncIterable<string>
  /** The whole text of a file that is small by its nature; empty where there is none. */
  readonly text: (name: string) => Promise<string>
}

const END_LENGTH = 22
const LONGEST_COMMENT = 65_535
const END = 0x06054b50
const ENTRY = 0x02014b50

/** Opens a zip archive by its directory. @throws Fault (exit 4) where it has none: the file is cut off or no archive. */
export async function openZip(file: string): Promise<ZipFile> {
  const handle = await open(file)
  try {
    const { size } = await handle.stat()
    const length = Math.min(size, END_LENGTH + LONGEST_COMMENT)
    const tail = Buffer.alloc(length)
    await handle.read(tail, 0, length, size - length)
    let at = length - END_LENGTH
    while (at >= 0 && tail.readUInt32LE(at) !== END) at -= 1
    if (at < 0) throw broken(file)
    const directory = Buffer.alloc(tail.readUInt32LE(at + 12))
    const start = tail.readUInt32LE(at + 16)
    if (start + directory.length > size) throw broken(file)
    await handle.read(directory, 0, directory.length, start)
    const entries = entriesOf(directory, tail.readUInt16LE(at + 10), file)
    const pieces = (name: string): AsyncIterable<string> => piecesOf(file, entries.get(name))
    return {
      names: [...entries.keys()],
      pieces,
      text: async (name) => {
        let text = ''
        for await (const piece of pieces(name)) text += piece
        return text
      },
    }
  } finally {
    await handle.close()
  }
}

const broken = (file: string): Error =>
  unreadable(
    file,
    'bad-xlsx',
    'the workbook is cut off, or is none',
    'save it again as .xlsx, without a password',
  )

function entriesOf(directory: Buffer, count: number, file: string): Map<string, Entry> {
  const entries = new Map<string, Entry>()
  let at = 0
  for (let i = 0; i < count; i++) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== ENTRY) throw broken(file)
    const [name, extra, comment] = [28, 30, 32].map((place) => directory.readUInt16LE(at + place))
    entries.set(directory.toString('utf8', at + 46, at + 46 + name!), {
      method: directory.readUInt16LE(at + 10),
      packed: directory.readUInt32LE(at + 20),
      offset: directory.readUInt32LE(at + 42),
    })
    at += 46 + name! + extra! + comment!
  }
  return entries
}

async function* piecesOf(file: string, entry: Entry | undefined): AsyncGenerator<string> {
  if (entry === undefined || entry.packed === 0) return
  const handle = await open(file)
  const local = Buffer.alloc(30)
  await handle.read(local, 0, 30, entry.offset)
  await handle.close()
  const start = entry.offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28)
  const packed = createReadStream(file, { start, end: start + entry.packed - 1 })
  const bytes = entry.method === 0 ? packed : pipeline(packed, createInflateRaw(), () => {})
  const decoder = new TextDecoder()
  try {
    for await (const piece of bytes) yield decoder.decode(piece as Buffer, { stream: true })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    throw unreadable(file, 'bad-xlsx', `the workbook is damaged (${message})`)
  }
}
