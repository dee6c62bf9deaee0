import { Fault } from '../../errors.ts'
import type { Run, Server } from './server.ts'

/**
 * The tables of the queue. Texts of users are packed, or JSON, since a text of PostgreSQL holds no NUL. The
 * audit has no key to the runs: it stays when a run is cleared away.
 */
const TABLES = `
CREATE SCHEMA IF NOT EXISTS licet;

CREATE TABLE IF NOT EXISTS licet.object (
  sha256 text PRIMARY KEY,
  bytes bytea NOT NULL
);

CREATE TABLE IF NOT EXISTS licet.run (
  id uuid PRIMARY KEY,
  key text NOT NULL,
  file text NOT NULL,
  today text NOT NULL,
  queue text NOT NULL,
  lease_seconds integer NOT NULL,
  spec bytea NOT NULL,
  begun_at timestamptz NOT NULL DEFAULT now(),
  chunks integer,
  rows bigint,
  finished_at timestamptz
);
CREATE UNIQUE INDEX IF NOT EXISTS run_open ON licet.run (key) WHERE finished_at IS NULL;

CREATE TABLE IF NOT EXISTS licet.chunk (
  run uuid NOT NULL REFERENCES licet.run ON DELETE CASCADE,
  chunk integer NOT NULL,
  first_row integer NOT NULL,
  rows integer NOT NULL,
  job uuid NOT NULL,
  sha256 text NOT NULL,
  payload bytea NOT NULL,
  PRIMARY KEY (run, chunk)
);

CREATE TABLE IF NOT EXISTS licet.result (
  run uuid NOT NULL REFERENCES licet.run ON DELETE CASCADE,
  chunk integer NOT NULL,
  rows integer NOT NULL,
  decided integer NOT NULL,
  rejected integer NOT NULL,
  sha256 text NOT NULL,
  results bytea NOT NULL,
  details bytea NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (run, chunk)
);

CREATE TABLE IF NOT EXISTS licet.audit (
  run uuid NOT NULL,
  seq integer NOT NULL,
  subject text NOT NULL,
  at text NOT NULL,
  by text NOT NULL,
  body text NOT NULL,
  prev text NOT NULL,
  hash text NOT NULL,
  PRIMARY KEY (run, seq),
  UNIQUE (run, subject)
);

CREATE TABLE IF NOT EXISTS licet.basis (
  sha256 text PRIMARY KEY,
  used_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE IF NOT EXISTS licet.verdict (
  basis text NOT NULL REFERENCES licet.basis ON DELETE CASCADE,
  key text NOT NULL,
  verdict text NOT NULL,
  PRIMARY KEY (basis, key)
);

CREATE TABLE IF NOT EXISTS licet.worker (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  queue text NOT NULL,
  seen_at timestamptz NOT NULL DEFAULT now()
);

CREATE OR REPLACE FUNCTION licet.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'entries of the audit are neither changed nor removed';
END $$;
CREATE OR REPLACE TRIGGER audit_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON licet.audit
  FOR EACH STATEMENT EXECUTE FUNCTION licet.refuse();
`

/** What the schema says of itself; another number is another shape of the tables. */
const SHAPE = 'tables of licet, shape 1'

/**
 * Makes the tables where they are not there yet; several machines may do so at once.
 * @throws Fault (exit 4) where a version of Licet made them whose tables are others.
 */
export async function makeTables({
  together,
  place,
}: Pick<Server, 'together' | 'place'>): Promise<void> {
  await together(async (run) => {
    if (isThere(await shapeOf(run), place)) return
    await run("SELECT pg_advisory_xact_lock(hashtextextended('licet tables', 0))")
    if (isThere(await shapeOf(run), place)) return
    await run(`${TABLES}COMMENT ON SCHEMA licet IS '${SHAPE}'`)
  })
}

async function shapeOf(run: Run): Promise<string | undefined> {
  const [found] = await run<{ shape: string | null }>(
    "SELECT obj_description(oid, 'pg_namespace') AS shape FROM pg_namespace WHERE nspname = 'licet'",
  )
  return found?.shape ?? undefined
}

function isThere(shape: string | undefined, place: string): boolean {
  if (shape === undefined || shape === SHAPE) return shape === SHAPE
  throw new Fault(4, [
    {
      code: 'other-tables',
      message: `the queue is one of another version of Licet: its schema says \`${shape}\`, not \`${SHAPE}\``,
      at: { file: place },
      help: 'give each version a database of its own, or drop the schemas licet and licet_jobs when no batch is open',
    },
  ])
}
