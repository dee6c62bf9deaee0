import { setTimeout as wait } from 'node:timers/promises'
import { Fault } from '../../errors.ts'
import type { ChunkResult } from '../chunk.ts'
import { decisionStore } from '../decision-store.ts'
import { decideChunk, type Stores } from '../run.ts'
import { threadHands } from '../threads.ts'
import { verdictStore } from '../verdict-store.ts'
import type { Hands } from '../hands.ts'
import { hasResult, putResult, takeChunk } from './chunks.ts'
import { placeFor, type Own } from './fetch-means.ts'
import type { Jobs, TakenJob } from './jobs.ts'
import { specOf, type Spec } from './runs.ts'
import type { Server } from './server.ts'
import { basisOf, sharedVerdicts } from './shared-verdicts.ts'
import { joined, slicesOf } from './slices.ts'
import { leaveWork, seenWorking } from './workers.ts'

/** Who a worker is, and how it is told to stop. */
export interface WorkerTerms {
  readonly id: string
  readonly name: string
  readonly engine: string
  readonly own: Own
  /** UTC. */
  readonly now: () => string
  readonly stop: AbortSignal
  readonly tell: (message: string) => void
}

/** Milliseconds between two looks at an empty queue. */
const IDLE_MS = 500
/** A worker says that it is there at least as often. */
const MOST_BEAT_MS = 5000

/**
 * Takes chunks and decides them until it is told to stop; the chunk under way is finished first.
 * @throws Fault (exit 3) where the law or the lists of a run can't be verified, (exit 4) where the server
 * stays away.
 */
export async function work(server: Server, jobs: Jobs, terms: WorkerTerms): Promise<void> {
  const { id, name, stop, tell } = terms
  const deciding = deciderOf(server, terms)
  const seen = (): Promise<void> => seenWorking(server, { id, name, queue: jobs.queue })
  let lastSeen = 0
  try {
    while (!stop.aborted) {
      if (performance.now() - lastSeen > MOST_BEAT_MS || lastSeen === 0) {
        await seen()
        lastSeen = performance.now()
      }
      const job = await jobs.take()
      if (job === undefined) await wait(IDLE_MS, undefined, { signal: stop }).catch(() => {})
      else await whileKept(job, jobs, seen, () => one(job))
    }
  } finally {
    await deciding.close()
    await leaveWork(server, id).catch(() => {})
  }

  async function one(job: TakenJob): Promise<void> {
    const rows = `rows ${job.firstRow} to ${job.firstRow + job.rows - 1} of run ${job.run}`
    tell(`takes ${rows}`)
    let result: ChunkResult
    let spec: Spec | undefined
    try {
      spec = await specOf(server, job.run)
      // A run that is over, or a chunk that another decided while this one was slow.
      if (spec === undefined || (await hasResult(server, job)))
        return await server.together((run) => jobs.complete(job.id, run))
      result = await deciding.decide(job, spec)
    } catch (error) {
      // Of a thread, the message is a stack.
      const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n')
      if (isAway(error)) throw error
      await jobs.giveBack(job.id, reason, name)
      tell(`${rows} given back: ${reason}`)
      if (error instanceof Fault) throw error
      return
    }
    await putResult(server, jobs, job, result, {
      by: name,
      at: terms.now(),
      engine: terms.engine,
      pack: spec.pack,
      lists: spec.lists?.sha256 ?? null,
    })
    tell(`${rows} decided`)
  }
}

const isAway = (error: unknown): boolean => error instanceof Fault && error.exit === 4

/** Does some work while its job is kept from being given to another. */
async function whileKept(
  job: TakenJob,
  jobs: Jobs,
  seen: () => Promise<void>,
  doing: () => Promise<void>,
): Promise<void> {
  const beat = (): void => {
    // Where the server is away now, the next beat or the work itself finds out.
    Promise.all([jobs.keep(job), seen()]).catch(() => {})
  }
  beat()
  const timer = setInterval(beat, Math.min(MOST_BEAT_MS, (job.leaseSeconds * 1000) / 3))
  try {
    await doing()
  } finally {
    clearInterval(timer)
  }
}

/** Decides chunks in a thread of its own, which is begun anew for another run, and after a failure. */
function deciderOf(
  server: Server,
  { own, engine }: Pick<WorkerTerms, 'own' | 'engine'>,
): {
  readonly decide: (job: TakenJob, spec: Spec) => Promise<ChunkResult>
  readonly close: () => Promise<void>
} {
  let ready: { readonly run: string; readonly hands: Hands; readonly stores: Stores } | undefined
  const close = async (): Promise<void> => {
    const { hands } = ready ?? {}
    ready = undefined
    await hands?.close()
  }
  return {
    close,
    decide: async (job, spec) => {
      const chunk = await takeChunk(server, job)
      if (ready?.run !== job.run) {
        await close()
        const place = await placeFor(spec, server, own)
        const foldNames = (spec.lists?.clearances ?? '') === ''
        const shared = await sharedVerdicts(server, basisOf(engine, spec))
        const hands = threadHands(1, { plan: spec.plan, place, foldNames })
        const stores = { verdicts: shared(verdictStore(hands)), decisions: decisionStore(hands) }
        ready = { run: job.run, hands, stores }
      }
      try {
        const slices: ChunkResult[] = []
        for (const slice of slicesOf(chunk))
          slices.push(await decideChunk(slice, ready.hands, ready.stores))
        return joined(chunk.index, slices)
      } catch (error) {
        await close()
        throw error
      }
    },
  }
}
