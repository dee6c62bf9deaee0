import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { BatchRow, JudgedBatch, JudgeBatch, Plan } from './judge.ts'

/** What judges batches, here or in threads. */
export interface Judges {
  readonly judge: (rows: readonly BatchRow[]) => Promise<JudgedBatch>
  /** Batches that may be under way at once. */
  readonly atOnce: number
  readonly close: () => Promise<void>
}

/** One thread's worth: in this thread, one batch after the other. */
export const inThisThread = (judge: JudgeBatch): Judges => ({
  judge: (rows) => Promise.resolve(judge(rows)),
  atOnce: 1,
  close: () => Promise.resolve(),
})

/** The worker beside the joined command line, or beside this module where it was compiled alone. */
const FILE = ['./screen-worker.js', '../cli/screening/screen-worker.js']
  .map((place) => fileURLToPath(new URL(place, import.meta.url)))
  .find((place) => existsSync(place))

/** Threads that judge batches in turn, or undefined where there is no worker to start. */
export function inThreads(
  count: number,
  plan: Plan,
  shared: SharedArrayBuffer | undefined,
): Judges | undefined {
  if (FILE === undefined) return undefined
  const threads = Array.from({ length: count }, () => threadOf(FILE, { plan, shared }))
  let next = 0
  return {
    judge: (rows) => threads[next++ % threads.length]!.judge(rows),
    atOnce: 2 * count,
    close: async () => {
      await Promise.all(threads.map(({ worker }) => worker.terminate()))
    },
  }
}

/** What a thread begins with: the plan, and the index in memory that is shared. */
export interface Handed {
  readonly plan: Plan
  readonly shared: SharedArrayBuffer | undefined
}

interface Thread {
  readonly worker: Worker
  readonly judge: (rows: readonly BatchRow[]) => Promise<JudgedBatch>
}

/**
 * What an answer leaves behind is soon let go of; a young generation as large as the default, in every thread,
 * only grows until it is.
 */
const LIMITS = { maxYoungGenerationSizeMb: 12 }

/** A thread answers in the order in which it was asked. */
function threadOf(file: string, handed: Handed): Thread {
  const worker = new Worker(file, { workerData: handed, resourceLimits: LIMITS })
  const waiting: { done: (judged: JudgedBatch) => void; fail: (error: Error) => void }[] = []
  let broken: Error | undefined
  const stop = (error: Error): void => {
    broken = error
    for (const { fail } of waiting.splice(0)) fail(error)
  }
  worker.on('message', (judged: JudgedBatch) => waiting.shift()?.done(judged))
  worker.on('error', stop)
  worker.on('exit', (code) => stop(new Error(`a screening thread ended with ${code}`)))
  return {
    worker,
    judge: (rows) =>
      new Promise((done, fail) => {
        if (broken !== undefined) return fail(broken)
        waiting.push({ done, fail })
        // A thread has no origin.
        // oxlint-disable-next-line unicorn/require-post-message-target-origin
        worker.postMessage(rows)
      }),
  }
}
