import { parentPort, workerData } from 'node:worker_threads'
import { stepsOf, type Steps } from './hands.ts'
import { loadMeans } from './means.ts'
import type { Answered, Asked, Done, Task, ThreadStart } from './thread-messages.ts'

/** A thread of a run: it does one task after the other, and knows nothing of the others. */
const { plan, place, foldNames } = workerData as ThreadStart
const port = parentPort!
const steps = loadMeans(plan, place).then((means) => stepsOf(plan, means, foldNames))
// Told with the first task; a thread that can't begin must not end the process before.
steps.catch(() => {})

port.on('message', (asked: Asked) => void answer(asked))

async function answer({ id, task }: Asked): Promise<void> {
  try {
    const result = done(await steps, task)
    // Results are handed over, not copied.
    const own =
      typeof result === 'object' && 'results' in result
        ? [result.results.buffer as ArrayBuffer]
        : []
    port.postMessage({ id, done: result } satisfies Answered, own)
  } catch (error) {
    const failed = error instanceof Error ? (error.stack ?? error.message) : String(error)
    port.postMessage({ id, failed } satisfies Answered, [])
  }
}

function done(ready: Steps, task: Task): Done[keyof Done] {
  switch (task.do) {
    case 'read':
      return ready.read(task.chunk)
    case 'screen':
      return ready.screen(task.parties)
    case 'touched':
      return ready.touched(task.parties, task.since)
    case 'drift':
      return ready.drift(task.since)
    case 'hold':
      return ready.hold(task.keys)
    case 'place':
      return ready.place(task.index, task.verdicts)
    case 'settle':
      return ready.settle(task.index, task.keys, task.kinds)
    case 'decide':
      return ready.decide(task.index, task.decisions)
  }
}
