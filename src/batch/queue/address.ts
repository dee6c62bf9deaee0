import { Fault } from '../../errors.ts'

/** Where a PostgreSQL server is. Only `place` may be shown: the address itself may hold a password. */
export interface Address {
  readonly url: string
  /** Host, port and database. */
  readonly place: string
}

/** Reads `postgres://user@host:port/database`. @throws Fault (exit 4) that repeats nothing of what it was given. */
export function addressOf(text: string): Address {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url === undefined || !/^postgres(ql)?:$/.test(url.protocol))
    throw new Fault(4, [
      {
        code: 'usage',
        message: 'not the address of a PostgreSQL server',
        at: { file: '--queue' },
        help: 'postgres://user@host:5432/database; the password may stand in PGPASSWORD or ~/.pgpass',
      },
    ])
  const database = url.pathname.slice(1) || url.username || 'postgres'
  return { url: text, place: `${url.hostname || 'localhost'}:${url.port || '5432'}/${database}` }
}
