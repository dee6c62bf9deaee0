import { Fault } from '../../errors.ts'

/** What a driver or a server says of a failure. */
interface Failure {
  readonly code?: string
  readonly message?: string
}

const NETWORK = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
])
/** A connection that was lost or refused, a server that stops or starts, a transaction that may be tried again. */
const PASSING = /^(08|57P0[123]|53300|40001|40P01)/
const LOST = /connection (terminated|error|ended)|not queryable|timeout/i

/** Whether the same may go well when it is tried again. */
export function isPassing(error: unknown): boolean {
  const { code = '', message = '' } = error as Failure
  return NETWORK.has(code) || PASSING.test(code) || LOST.test(message)
}

const WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing answers there',
  ENOTFOUND: 'no such host',
  EAI_AGAIN: 'the name of the host was not resolved',
  ETIMEDOUT: 'the host does not answer',
  EHOSTUNREACH: 'the host can not be reached',
  ENETUNREACH: 'the network can not be reached',
  '28P01': 'the server refuses the user or the password',
  '28000': 'the server refuses the user',
  '3D000': 'the server has no such database',
  '42501': 'the user may not do this in the database',
}

const HELP: Readonly<Record<string, string>> = {
  '28P01': 'give the password in PGPASSWORD, in ~/.pgpass or in the address',
  '42501': 'the user must be allowed to make schemas: GRANT CREATE ON DATABASE ... TO ...',
}

/** Code of the fault of a server that can't be used. */
export const UNREACHABLE = 'queue-unreachable'

/** Why a server can't be used, in words that hold nothing of its address but the place. */
export function serverFault(error: unknown, place: string, after = ''): Fault {
  const { code = '', message = '' } = error as Failure
  const isWithout = /password must be a (non-empty )?string/.test(message)
  const reason = isWithout ? 'the server asks for a password' : (WORDS[code] ?? message)
  return new Fault(4, [
    {
      code: UNREACHABLE,
      message: `the PostgreSQL server can't be used${after}: ${reason}`,
      at: { file: place },
      help:
        HELP[isWithout ? '28P01' : code] ?? 'see that it runs, and that this machine may reach it',
    },
  ])
}
