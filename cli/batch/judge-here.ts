import { mkdirSync } from 'node:fs'
import { decisionBasis, openDecisions } from '../../src/batch/decision-cache.ts'
import { decisionStore } from '../../src/batch/decision-store.ts'
import { ownHands, stepsOf, type Hands } from '../../src/batch/hands.ts'
import { noDrift } from '../../src/batch/list-drift.ts'
import { loadMeans, type MeansPlace } from '../../src/batch/means.ts'
import { openOutput, runDigest, type Output } from '../../src/batch/output.ts'
import { openCache, type CacheBasis } from '../../src/batch/party-cache.ts'
import { CLOSE } from '../../src/batch/parties.ts'
import type { Plan } from '../../src/batch/plan.ts'
import { runChunks } from '../../src/batch/run.ts'
import { threadHands } from '../../src/batch/threads.ts'
import { verdictStore } from '../../src/batch/verdict-store.ts'
import type { Engine } from '../../src/engine.ts'
import { currentFile, storeFolder } from '../../src/lists/store.ts'
import { VERSION } from '../../src/version.ts'
import { openLists, type OpenLists } from '../screening/open-lists.ts'
import { progressOf } from '../screening/progress.ts'
import type { Terminal } from '../terminal.ts'
import { clearancesDigest, clearancesFolder } from './basis.ts'
import type { BatchFlags, JudgedRows, Table } from './batch.ts'
import { headingOf } from './files.ts'
import { holding, lastRun } from './known-parties.ts'

/** Judges the rows of a table on this machine. */
export async function judgeHere(
  table: Table,
  flags: BatchFlags,
  terminal: Terminal,
): Promise<JudgedRows> {
  const { plan, engine } = table
  const lists = flags.screen ? await openLists(flags, plan.today, 'any script') : undefined
  const clearances = clearancesDigest()
  // Threads load the law and the lists while this one reads what is known from the last run.
  const hands = await handsFor(plan, flags, engine, lists, clearances === '')
  try {
    const output = await judgeWith(hands, table, lists, clearances, flags, terminal)
    return {
      totals: output.totals,
      ...(lists !== undefined && { lists: lists.file.meta }),
      finish: nothing,
      close: nothing,
    }
  } finally {
    await hands.close()
  }
}

const nothing = (): Promise<void> => Promise.resolve()

async function judgeWith(
  hands: Hands,
  { file, sha256, source, plan, files, engine }: Table,
  lists: OpenLists | undefined,
  clearances: string,
  flags: BatchFlags,
  terminal: Terminal,
): Promise<Output> {
  const digest = runDigest([
    await sha256,
    plan,
    VERSION,
    engine.sha256,
    lists?.version ?? null,
    clearances,
    flags.chunk,
    flags.onError,
  ])
  mkdirSync(files.folder, { recursive: true })
  const output = openOutput(
    files.partial,
    {
      digest,
      today: plan.today,
      resume: flags.resume === true,
      stops: flags.onError === 'stop',
      file,
    },
    headingOf(source, plan),
  )
  if (output.chunksDone > 0) terminal.stderr.write(`taking up after ${output.totals.rows} rows\n`)
  const basis = lists === undefined ? undefined : basisFor(engine, lists, clearances, plan)
  const last = lastRun(files, basis, flags)
  const holds = holding(last, hands, terminal)
  // Whatever fails is told where it is waited for; until then the threads are at work.
  holds.catch(() => {})
  const rests = decisionBasis(plan, { version: VERSION, pack: engine.sha256 }, lists?.file.meta)
  const kept = openDecisions(files.decisions, rests)
  const decisions = decisionStore(hands, kept.before, kept.tell)
  const before = await holds
  const cache =
    basis === undefined
      ? NO_CACHE
      : openCache(
          files.parties,
          { ...basis, ...(before.drift && { drift: before.drift }) },
          before.verdicts,
        )
  const verdicts = verdictStore(hands, before.verdicts, cache.tell)
  const progress = progressOf(terminal, output.totals.rows, 'rows')
  try {
    const chunks = source.chunks(
      { rows: flags.chunk, letters: MOST_LETTERS },
      new Set(plan.columns.map(({ at }) => at)),
    )
    await runChunks(
      chunks,
      hands,
      { verdicts, decisions },
      {
        chunksDone: output.chunksDone,
        take: (result) => {
          output.take(result)
          progress.at(output.totals.rows, source.share())
        },
      },
      2 * flags.workers + 2,
    )
  } finally {
    output.close()
    progress.end()
    cache.close()
    kept.close()
  }
  return output
}

/** Letters of a chunk, whatever the number of its rows. */
const MOST_LETTERS = 4_194_304

async function handsFor(
  plan: Plan,
  { workers, lists: version }: BatchFlags,
  engine: Engine,
  lists: OpenLists | undefined,
  foldNames: boolean,
): Promise<Hands> {
  if (lists === undefined && workers === 1) return ownHands(stepsOf(plan, { engine }, foldNames))
  const place: MeansPlace = {
    packSha256: engine.sha256,
    ...(lists !== undefined && {
      lists: {
        index: currentFile(storeFolder(process.env), version),
        sha256: lists.file.meta.sha256,
        clearances: clearancesFolder(),
        ...(lists.shared !== undefined && { shared: lists.shared }),
      },
    }),
  }
  return workers === 1
    ? ownHands(stepsOf(plan, await loadMeans(plan, place), foldNames))
    : threadHands(workers, { plan, place, foldNames })
}

const NO_CACHE = { tell: () => {}, close: () => {} }

const basisFor = (
  engine: Engine,
  lists: OpenLists,
  clearances: string,
  { lang, today }: Plan,
): CacheBasis => ({
  engine: VERSION,
  pack: engine.sha256,
  packId: engine.pack.id,
  lists: lists.file.meta.sha256,
  version: lists.version,
  // A decision lapses with the day.
  clearances: clearances === '' ? '' : `${clearances} on ${today}`,
  lang,
  close: CLOSE,
  drift: noDrift(lists.file.names.entryOf.length),
})
