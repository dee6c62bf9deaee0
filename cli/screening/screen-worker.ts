import { parentPort, workerData } from 'node:worker_threads'
import { judgeOf, type BatchRow } from './judge.ts'
import { openLists } from './open-lists.ts'
import type { Handed } from './workers.ts'

// A thread that judges batches of names: it is handed rows, and hands back their answer as text.
const { plan, shared } = workerData as Handed
const lists = await openLists({ lists: plan.lists }, plan.today, 'any script', shared)
const judge = await judgeOf(plan, lists)
// A thread has no origin.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
parentPort!.on('message', (rows: readonly BatchRow[]) => parentPort!.postMessage(judge(rows)))
