import type { AddCommand } from '../terminal.ts'
import { patienceOption, queueOption } from './batch.ts'

export interface WorkFlags {
  readonly queue: string
  readonly status?: boolean
  readonly patience: number
}

/** `licet work --queue URL`: decides chunks of batches until it is told to stop. */
export const addWork: AddCommand = (program, terminal, done) => {
  program
    .command('work')
    .description('decide rows of batches that are spread over a queue; start as many as you like')
    .addOption(
      queueOption(
        'the PostgreSQL server, such as postgres://user@host:5432/licet',
      ).makeOptionMandatory(),
    )
    .option('--status', 'show how far each batch is, and end')
    .addOption(patienceOption())
    .action(async (flags: WorkFlags) => {
      const { work } = await import('../batch/work.ts')
      done(await work(flags, terminal))
    })
}
