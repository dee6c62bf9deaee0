import { parentPort, workerData } from 'node:worker_threads'
import { judgeOf, type BatchRow, type Plan } from './judge.ts'

// A thread that judges batches of names: it is handed rows, and hands back their answer as text.
const judge = await judgeOf(workerData as Plan)
// A thread has no origin.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
parentPort!.on('message', (rows: readonly BatchRow[]) => parentPort!.postMessage(judge(rows)))
