import { setTimeout as wait } from 'node:timers/promises'
import type { Pool, PoolClient } from 'pg'
import { Fault } from '../../errors.ts'
import type { Address } from './address.ts'
import { isPassing, serverFault } from './server-faults.ts'

export type Row = Record<string, unknown>

/** Runs one statement. Values are parameters, never part of the statement. */
export type Run = <Of extends Row = Row>(sql: string, values?: readonly unknown[]) => Promise<Of[]>

/** A server whose connections may be lost at any time: what is asked of it is tried again for a while. */
export interface Server {
  /** Host, port and database, for people. */
  readonly place: string
  /** One statement, which may be run twice where the answer was lost. */
  readonly run: Run
  /** Statements that all hold or none do; they may be run twice where the answer to the last was lost. */
  readonly together: <Result>(work: (run: Run) => Promise<Result>) => Promise<Result>
  /**
   * A lock that lasts as long as the connection that took it; false where another has it.
   * It is taken again on a new connection where one is lost.
   */
  readonly hold: (name: string) => Promise<boolean>
  readonly close: () => Promise<void>
}

const [FIRST_WAIT_MS, LONGEST_WAIT_MS] = [100, 3000]
const CONNECT_MS = 10_000
/** A statement that has had no answer by then has lost its connection. */
const ANSWER_MS = 300_000

/**
 * Connects, and says at once where that can't be done. Later losses are borne for `patience` seconds.
 * @throws Fault (exit 4) where the driver is not installed, or the server can't be used.
 */
export async function openServer(
  { url, place }: Address,
  { patience, name }: { readonly patience: number; readonly name: string },
): Promise<Server> {
  const { Pool: Connections } = await driver(() => import('pg'))
  const pool = new Connections({
    connectionString: url,
    application_name: name,
    max: 4,
    keepAlive: true,
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: ANSWER_MS,
  })
  // Connections that break while nobody waits for them are told here; the next statement opens another.
  pool.on('error', ignore)
  pool.on('connect', (client) => client.on('error', ignore))
  try {
    await pool.query('SELECT 1')
  } catch (error) {
    await pool.end()
    throw serverFault(error, place)
  }
  let isClosed = false
  const lasting = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    const end = performance.now() + patience * 1000
    for (let pause = FIRST_WAIT_MS; ; pause = Math.min(2 * pause, LONGEST_WAIT_MS)) {
      try {
        return await work()
      } catch (error) {
        if (isClosed || error instanceof Fault || !isPassing(error)) throw error
        const left = end - performance.now()
        if (left <= 0) throw serverFault(error, place, ` for ${patience} seconds`)
        await wait(Math.min(pause, left))
      }
    }
  }
  const holder = holderOf(pool, lasting)
  return {
    place,
    run: (sql, values = []) => lasting(async () => runOn(pool)(sql, values)),
    together: (work) => lasting(() => inTransaction(pool, work)),
    hold: holder.hold,
    close: async () => {
      isClosed = true
      holder.release()
      await pool.end()
    },
  }
}

/** Loads an optional part of the installation. @throws Fault (exit 4) where it is not there. */
export async function driver<Module>(load: () => Promise<Module>): Promise<Module> {
  try {
    return await load()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error
    throw new Fault(4, [
      {
        code: 'no-postgres',
        message: 'a queue needs pg and pg-boss, which are not installed',
        at: { file: '--queue' },
        help: 'npm install pg pg-boss, or run the batch on this machine, without --queue',
      },
    ])
  }
}

const runOn =
  (connection: Pick<Pool | PoolClient, 'query'>): Run =>
  async (sql, values = []) => {
    const { rows } = await connection.query(sql, [...values])
    return rows as never
  }

async function inTransaction<Result>(
  pool: Pool,
  work: (run: Run) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query('BEGIN')
    const result = await work(runOn(client))
    await client.query('COMMIT')
    return result
  } catch (error) {
    // The connection ends with its transaction, which is thereby undone.
    broken = error as Error
    throw error
  } finally {
    client.release(broken)
  }
}

const ignore = (): void => {}

function holderOf(
  pool: Pool,
  lasting: <Result>(work: () => Promise<Result>) => Promise<Result>,
): { readonly hold: Server['hold']; readonly release: () => void } {
  let held: PoolClient | undefined
  let isReleased = false
  const hold = (name: string): Promise<boolean> =>
    lasting(async () => {
      const client = await pool.connect()
      const isHeld = await taken(client, name).catch((error: Error) => {
        client.release(error)
        throw error
      })
      if (!isHeld) {
        client.release()
        return false
      }
      held = client
      client.once('error', () => {
        held = undefined
        client.release(true)
        if (!isReleased) hold(name).catch(ignore)
      })
      return true
    })
  return {
    hold,
    release: () => {
      isReleased = true
      const client = held
      held = undefined
      client?.removeAllListeners('error').on('error', ignore).release(true)
    },
  }
}

async function taken(client: PoolClient, name: string): Promise<boolean> {
  const sql = 'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS ok'
  const [row] = await runOn(client)<{ ok: boolean }>(sql, [name])
  return row?.ok === true
}
