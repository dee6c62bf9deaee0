import { hostname } from 'node:os'
import { addressOf } from '../../src/batch/queue/address.ts'
import { openJobs, type Jobs } from '../../src/batch/queue/jobs.ts'
import { serverFault } from '../../src/batch/queue/server-faults.ts'
import { openServer, type Server } from '../../src/batch/queue/server.ts'
import { makeTables } from '../../src/batch/queue/tables.ts'
import { Fault } from '../../src/errors.ts'
import { VERSION } from '../../src/version.ts'

/** Seconds between two looks at which workers have fallen silent. */
const MAINTENANCE_SECONDS = 2

/** Opens the queue at an address, and makes its tables where it is new. @throws Fault (exit 4). */
export async function openQueue(
  url: string,
  name: string,
  patience: number,
): Promise<{ server: Server; jobs: Jobs; close: () => Promise<void> }> {
  const server = await openServer(addressOf(url), { patience, name })
  try {
    await makeTables(server)
    const jobs = await openJobs(server, VERSION, MAINTENANCE_SECONDS)
    const close = async (): Promise<void> => {
      await jobs.close()
      await server.close()
    }
    return { server, jobs, close }
  } catch (error) {
    await server.close()
    throw error instanceof Fault ? error : serverFault(error, server.place)
  }
}

/** How a process is called in the audit and at the queue. */
export const nameOfProcess = (): string => `${hostname()}:${process.pid}`
