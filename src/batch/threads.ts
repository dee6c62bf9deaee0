import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { Worker } from 'node:worker_threads'
import type { Chunk } from './chunk.ts'
import { MOST_NEWS, type Kinds } from './decision.ts'
import type { Hands } from './hands.ts'
import type { Answered, Asked, Done, Task, ThreadStart } from './thread-messages.ts'

/** The program of a thread, seen from the compiled module and from the bundled command. */
const PLACES = ['./worker.js', './batch-worker.js'].map((place) =>
  fileURLToPath(new URL(place, import.meta.url)),
)

interface Thread {
  readonly ask: <Kind extends Task['do']>(task: Extract<Task, { do: Kind }>) => Promise<Done[Kind]>
  /** Tasks not yet answered, weighed by what they take. */
  readonly load: () => number
  readonly end: () => Promise<void>
}

/** Heap of a thread: what it remembers and what it works on, with as much again to clean up in. */
const MOST_MEGABYTES = 448
/** Heap for what lives no longer than a row or a decision: cleaned up seldom, it takes an eighth less time. */
const YOUNG_MEGABYTES = 64

/** What tasks weigh: reading a chunk of rows is little beside screening a hundred names. */
const WEIGHT = {
  read: 2,
  screen: 2,
  touched: 4,
  drift: 1,
  hold: 1,
  place: 1,
  settle: 4,
  decide: 1,
} as const

/**
 * Hands in threads of their own. Parties are screened by whoever is free; a chunk is decided by the thread
 * that read it. A thread that dies fails everything that was asked of it.
 */
export function threadHands(count: number, start: ThreadStart): Hands {
  // There is a thread for each processor: helpers of its collector would only take them from the others.
  setFlagsFromString('--no-parallel-scavenge')
  // A heap that may be three times what lives in it is marked half as often, and marking is work for them all.
  setFlagsFromString('--heap-growing-percent=200')
  const threads = Array.from({ length: count }, () => threadOf(start))
  const readers = new Map<number, Thread>()
  /** What other threads decided of kinds of deals, and a thread is told with the next keys that it decides. */
  const unheard = new Map<Thread, Kinds>(threads.map((thread) => [thread, []]))
  const freest = (): Thread => threads.reduce((a, b) => (b.load() < a.load() ? b : a))
  return {
    read: (chunk: Chunk) => {
      const thread = freest()
      readers.set(chunk.index, thread)
      return thread.ask({ do: 'read', chunk })
    },
    screen: (parties) => freest().ask({ do: 'screen', parties }),
    touched: (parties, since) => freest().ask({ do: 'touched', parties, since }),
    drift: (since) => freest().ask({ do: 'drift', since }),
    hold: async (keys) => {
      await Promise.all(threads.map((thread) => thread.ask({ do: 'hold', keys })))
    },
    place: (index, verdicts) => readers.get(index)!.ask({ do: 'place', index, verdicts }),
    settle: async (index, keys) => {
      const thread = readers.get(index)!
      const kinds = unheard.get(thread)!
      unheard.set(thread, [])
      const { decisions, news } = await thread.ask({ do: 'settle', index, keys, kinds })
      for (const [other, some] of unheard)
        if (other !== thread) unheard.set(other, [...some, ...news].slice(-MOST_NEWS))
      return decisions
    },
    decide: (index, decisions) => {
      const thread = readers.get(index)!
      readers.delete(index)
      return thread.ask({ do: 'decide', index, decisions })
    },
    close: async () => {
      await Promise.all(threads.map(({ end }) => end()))
    },
  }
}

function threadOf(start: ThreadStart): Thread {
  const worker = new Worker(PLACES.find((place) => existsSync(place)) ?? PLACES[0]!, {
    workerData: start,
    resourceLimits: {
      maxOldGenerationSizeMb: MOST_MEGABYTES,
      maxYoungGenerationSizeMb: YOUNG_MEGABYTES,
    },
  })
  const waiting = new Map<
    number,
    { weight: number; resolve: (done: never) => void; reject: (error: Error) => void }
  >()
  let [last, load] = [0, 0]
  let dead: Error | undefined
  const fail = (error: Error): void => {
    dead = error
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  worker.on('error', fail)
  worker.on('exit', (code) => fail(new Error(`a worker ended with ${code}`)))
  worker.on('message', (answered: Answered) => {
    const asked = waiting.get(answered.id)!
    waiting.delete(answered.id)
    load -= asked.weight
    if ('failed' in answered) asked.reject(new Error(answered.failed))
    else asked.resolve(answered.done as never)
  })
  return {
    ask: (task) =>
      new Promise((resolve, reject) => {
        if (dead !== undefined) return reject(dead)
        const weight = WEIGHT[task.do]
        last += 1
        load += weight
        waiting.set(last, { weight, resolve, reject })
        worker.postMessage({ id: last, task } satisfies Asked, [])
      }),
    load: () => load,
    end: async () => {
      await worker.terminate()
    },
  }
}
