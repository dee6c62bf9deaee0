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
  // A password with such a letter in it ends the address early, and its rest would pass for a database.
  const isCut = url !== undefined && (url.hash !== '' || /@/.test(url.pathname + url.search))
  if (url === undefined || isCut || !/^postgres(ql)?:$/.test(url.protocol))
    throw new Fault(4, [
      {
        code: 'usage',
        message: 'not the address of a PostgreSQL server',
        at: { file: '--queue' },
        help: isCut
          ? 'in a password / is %2F, ? is %3F, # is %23, @ is %40; or give it in PGPASSWORD or ~/.pgpass'
          : 'postgres://user@host:5432/database; the password may stand in PGPASSWORD or ~/.pgpass',
      },
    ])
  const database = url.pathname.slice(1) || url.username || 'postgres'
  return { url: text, place: `${url.hostname || 'localhost'}:${url.port || '5432'}/${database}` }
}
