import type PgBoss from 'pg-boss'
import { driver } from './server.ts'

export type Database = PgBoss.Db

/** A pg-boss that is not started. @throws Fault (exit 4) where it is not installed. */
export async function bossOf(options: PgBoss.ConstructorOptions): Promise<PgBoss> {
  const { default: Boss } = await driver(() => import('pg-boss'))
  return new Boss(options)
}
