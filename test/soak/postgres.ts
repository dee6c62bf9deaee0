import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Debian's PostgreSQL 15, else whatever is on the path. */
const PLACES = ['/usr/lib/postgresql/15/bin', ...(process.env['PATH'] ?? '').split(':')]
const programs = PLACES.find((place) =>
  ['initdb', 'pg_ctl', 'postgres', 'psql'].every((name) => existsSync(join(place, name))),
)

/** Why no server can be started here; undefined where one can. */
export const whyNoPostgres =
  programs === undefined
    ? 'PostgreSQL is not here: apt-get install postgresql-15'
    : process.getuid?.() === 0 && accountOf('postgres') === undefined
      ? 'PostgreSQL does not run as root, and there is no account `postgres`'
      : undefined

export interface Postgres {
  readonly url: string
  /** Runs SQL with psql and gives its answer, unaligned. */
  readonly sql: (text: string) => string
  readonly start: () => void
  /** Stops at once, as if the machine had lost power. */
  readonly stop: () => void
  /** Stops and takes everything away. */
  readonly end: () => void
}

/** A password that the server wants, and that nothing may ever show. */
export const PASSWORD = 'quiet-heron-41'

/** Starts a server of its own on a free port of this machine alone, which asks for a password. */
export async function startPostgres(): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), 'licet-pg-'))
  const account = process.getuid?.() === 0 ? accountOf('postgres') : undefined
  if (account !== undefined) chownSync(folder, account.uid, account.gid)
  chmodSync(folder, 0o755)
  const [data, passwordFile] = [join(folder, 'data'), join(folder, 'password')]
  writeFileSync(passwordFile, PASSWORD)
  const port = await freePort()
  const run = (name: string, args: readonly string[]): string => {
    const { status, stdout, stderr } = spawnSync(join(programs!, name), args, {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], PGPASSWORD: PASSWORD, LC_ALL: 'C.UTF-8' },
      // What a server writes to an open pipe would keep this waiting for its end.
      stdio: name === 'pg_ctl' ? 'ignore' : 'pipe',
      ...account,
    })
    if (status !== 0) throw new Error(`${name} ended with ${status}: ${stderr ?? ''}`)
    return stdout ?? ''
  }
  run('initdb', [
    '--pgdata',
    data,
    '--username',
    'licet',
    '--encoding',
    'UTF8',
    '--locale',
    'C.UTF-8',
    '--no-sync',
    '--auth',
    'scram-sha-256',
    '--pwfile',
    passwordFile,
  ])
  const options = `-p ${port} -h 127.0.0.1 -k '' -c fsync=off -c max_connections=60`
  const at = ['-h', '127.0.0.1', '-p', String(port), '-U', 'licet', '-d', 'postgres']
  const log = join(folder, 'log')
  const start = (): void => {
    run('pg_ctl', ['start', '-w', '-D', data, '-l', log, '-o', options])
  }
  const stop = (): void => {
    run('pg_ctl', ['stop', '-w', '-m', 'immediate', '-D', data])
  }
  start()
  return {
    url: `postgres://licet:${PASSWORD}@127.0.0.1:${port}/postgres`,
    sql: (text) =>
      run('psql', [...at, '-X', '-A', '-t', '-q', '-v', 'ON_ERROR_STOP=1', '-c', text]).trim(),
    start,
    stop,
    end: () => {
      stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function accountOf(name: string): { uid: number; gid: number } | undefined {
  if (!existsSync('/etc/passwd')) return undefined
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((one) => one.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) }
}

function freePort(): Promise<number> {
  const server = createServer()
  return new Promise((resolve, reject) => {
    server.on('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
