import { addBatch } from './batch.ts'
import { addWork } from './work.ts'

/** The commands of tables of deals, which judging one deal does not load. */
export const OF_BATCH = [addBatch, addWork]
