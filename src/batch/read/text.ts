import { createReadStream, statSync, type ReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { pipeline } from 'node:stream'
import { Fault } from '../../errors.ts'
import { damaged } from './source.ts'
import { decoderOf, encodingOf, type Encoded, type Encoding } from './encoding.ts'

/** The text of a file, piece by piece, however large it is. */
export interface TextFile extends Encoded {
  readonly pieces: AsyncIterable<string>
  /** Share of the bytes of the file that were read, 0 to 1. */
  readonly share: () => number
}

/** Why reading stopped before the end of a file. What came before stands. */
export class CutOff extends Error {
  readonly reason: string

  constructor(reason: string) {
    super(reason)
    this.name = 'CutOff'
    this.reason = reason
  }
}

const PIECE = 1_048_576

/**
 * Opens a text file, plain or gzipped (told by its first bytes), in the encoding it is found or said to have.
 * The pieces end with CutOff where the file is damaged. @throws Fault (exit 4) where it is empty.
 */
export async function openText(file: string, said?: Encoding): Promise<TextFile> {
  const size = statSync(file).size
  const source = createReadStream(file, { highWaterMark: PIECE })
  const bytes = piecesOf(source, await beginsWithGzip(file))[Symbol.asyncIterator]()
  const first = await bytes.next().catch((error: unknown) => {
    throw error instanceof CutOff ? damaged(file, 1, error.reason) : error
  })
  if (first.done === true)
    throw new Fault(4, [{ code: 'empty', message: 'the file is empty', at: { file } }])
  const start = first.value
  const found = said === undefined ? encodingOf(start) : { encoding: said, hasMark: false }
  async function* pieces(): AsyncGenerator<string> {
    const decoder = decoderOf(found.encoding)
    yield decoder.write(start)
    for (let next = await bytes.next(); next.done !== true; next = await bytes.next())
      yield decoder.write(next.value)
    const rest = decoder.end()
    if (rest !== '') yield rest
  }
  return { ...found, pieces: pieces(), share: () => (size === 0 ? 1 : source.bytesRead / size) }
}

async function* piecesOf(source: ReadStream, isGzip: boolean): AsyncGenerator<Uint8Array> {
  if (!isGzip) {
    for await (const bytes of source) yield bytes as Buffer
    return
  }
  const unzipped = pipeline(source, createGunzip({ chunkSize: PIECE }), () => {})
  try {
    for await (const bytes of unzipped) yield bytes as Buffer
  } catch (error) {
    throw new CutOff(sayGzip(error as NodeJS.ErrnoException))
  }
}

async function beginsWithGzip(file: string): Promise<boolean> {
  for await (const bytes of createReadStream(file, { start: 0, end: 1 }))
    return (bytes as Buffer)[0] === 0x1f && (bytes as Buffer)[1] === 0x8b
  return false
}

function sayGzip({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'Z_BUF_ERROR') return 'the gzip file is cut off'
  return code === 'Z_DATA_ERROR' ? `the gzip file is damaged (${message})` : message
}
