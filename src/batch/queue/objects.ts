import { createHash } from 'node:crypto'
import { Fault } from '../../errors.ts'
import type { Server } from './server.ts'

export const sha256 = (bytes: string | Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex')

/** Keeps bytes at the server under their digest, once; what stands there and is damaged is replaced. */
export async function keepObject({ run }: Pick<Server, 'run'>, bytes: Uint8Array): Promise<string> {
  const digest = sha256(bytes)
  const [found] = await run(
    "SELECT encode(sha256(bytes), 'hex') = sha256 AS whole FROM licet.object WHERE sha256 = $1",
    [digest],
  )
  if (found?.['whole'] !== true)
    await run(
      'INSERT INTO licet.object (sha256, bytes) VALUES ($1, $2) ON CONFLICT (sha256) DO UPDATE SET bytes = excluded.bytes',
      [digest, bytes],
    )
  return digest
}

/**
 * Fetches what is kept under a digest. @throws Fault (exit 3) where nothing is, or its bytes are others: a
 * worker never decides with law or lists that are not those of the run.
 */
export async function fetchObject(
  { run, place }: Pick<Server, 'run' | 'place'>,
  digest: string,
  what: string,
): Promise<Buffer> {
  const [found] = await run<{ bytes: Buffer }>('SELECT bytes FROM licet.object WHERE sha256 = $1', [
    digest,
  ])
  const is = found === undefined ? 'not there' : sha256(found.bytes)
  if (found !== undefined && is === digest) return found.bytes
  throw new Fault(3, [
    {
      code: 'not-that-digest',
      message: `${what} of the run is ${digest}, and what the queue has of it is ${is}`,
      at: { file: place },
      help: 'nothing is decided with it; start the batch again with --resume, which puts it there anew',
    },
  ])
}
