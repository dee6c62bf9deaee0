import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { Chunk, ChunkResult } from '../chunk.ts'

const [packed, unpacked] = [promisify(gzip), promisify(gunzip)]
const FAST = { level: 1 }

export const packBytes = (bytes: Uint8Array): Promise<Buffer> => packed(bytes, FAST)
export const unpackBytes = (bytes: Uint8Array): Promise<Buffer> => unpacked(bytes)

/** Plain data as it travels. JSON keeps every letter of a text, half a pair and NUL among them. */
export const packJson = (value: unknown): Promise<Buffer> =>
  packBytes(Buffer.from(JSON.stringify(value)))

export const unpackJson = async (bytes: Uint8Array): Promise<unknown> =>
  JSON.parse((await unpackBytes(bytes)).toString('utf8'))

export const packChunk = (chunk: Chunk): Promise<Buffer> =>
  packJson({ ...chunk, ends: [...chunk.ends] })

export async function unpackChunk(bytes: Uint8Array): Promise<Chunk> {
  const chunk = (await unpackJson(bytes)) as Omit<Chunk, 'ends'> & { ends: readonly number[] }
  return { ...chunk, ends: Uint32Array.from(chunk.ends) }
}

/** What of a result is no row of the output. */
export type Details = Omit<ChunkResult, 'results'>
