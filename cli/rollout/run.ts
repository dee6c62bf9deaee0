import type { Engine } from '../../src/engine.ts'
import { Fault, type Place } from '../../src/errors.ts'
import { since } from '../../src/rollout/changes.ts'
import { manifestSchema } from '../../src/rollout/manifest-schema.ts'
import { readManifest, type ReadManifest } from '../../src/rollout/read-manifest.ts'
import type { Rollout } from '../../src/rollout/rollout.ts'
import type { RolloutOptions } from '../../src/rollout/determine.ts'
import { rollOut } from '../../src/rollout/run.ts'
import { loadEngine } from '../../src/rules/load.ts'
import { exitOf } from '../commands/check.ts'
import { digest, readProfiles } from '../inputs.ts'
import { textOf } from '../read-text.ts'
import { screeningFor } from '../screening/screen-cases.ts'
import { screenedOnce } from './screened-once.ts'
import type { Terminal } from '../terminal.ts'
import { writeCell } from './cell.ts'
import { readEarlier } from './earlier.ts'
import type { RolloutFlags } from './flags.ts'
import { writeRollout } from './write.ts'

/** Runs `licet rollout` and returns its exit code. @throws Fault (exit 4) on a manifest that can't be read. */
export async function runRollout(
  file: string,
  flags: RolloutFlags,
  terminal: Terminal,
): Promise<number> {
  refuseAlone(flags)
  const engine = loadEngine(undefined, flags.lang)
  const read = manifestOf(file, engine)
  const earlier = flags.since === undefined ? undefined : readEarlier(flags.since)
  const options = await optionsOf(read, flags, engine, terminal)
  if (flags.cell !== undefined) return writeCell(flags.cell, read, options, flags, engine, terminal)
  const judged = rollOut(engine, read.manifest, options)
  const rollout = earlier === undefined ? judged : { ...judged, since: since(judged, earlier) }
  await writeRollout(rollout, flags, engine, terminal)
  return exitCode(rollout)
}

/** Refuses options that say something of one cell where none is named. */
function refuseAlone({ cell, case: asCase, explain }: RolloutFlags): void {
  if (cell !== undefined || (asCase !== true && explain !== true)) return
  const file = asCase === true ? '--case' : '--explain'
  const help = 'name a cell beside it: --cell KR:api'
  throw new Fault(4, [{ code: 'no-cell', message: 'this shows one cell', at: { file }, help }])
}

/** 1 where a cell that is to be switched on is stopped, 2 where one waits or the provider's policy bars it. */
function exitCode({ cells, findings }: Rollout): number {
  const on = exitOf(cells.filter((cell) => cell.on).map(({ outcome }) => outcome))
  return on === 0 && findings.length > 0 ? 2 : on
}

function manifestOf(file: string, engine: Engine): ReadManifest {
  const text = textOf(file)
  if (typeof text !== 'string') throw new Fault(4, [text])
  const read = readManifest(text, file === '-' ? 'standard input' : file, manifestSchema(engine))
  if (read.ok) return read.value
  throw new Fault(4, read.issues)
}

async function optionsOf(
  { manifest, place }: ReadManifest,
  flags: RolloutFlags,
  engine: Engine,
  terminal: Terminal,
): Promise<RolloutOptions> {
  const { asOf, at } = datesOf(manifest.asOf, flags.asOf, terminal.today(), place)
  const early = asOf.findIndex((day) => day < engine.pack.modelledFrom)
  if (early >= 0) {
    throw new Fault(4, [
      {
        code: 'before-the-law',
        message: `the law date ${asOf[early]} is before ${engine.pack.modelledFrom}, the first day that the rule pack models`,
        at,
        help: 'ask counsel for a rollout of that time',
      },
    ])
  }
  const { exporter, customers = [], features } = manifest
  const named = [exporter, ...customers, ...features.map(({ operator }) => operator)]
  const parties = named.flatMap((party) =>
    party === undefined ? [] : [{ ...party, role: 'exporter' }],
  )
  const screening = await screeningFor([{ kind: 'transaction', parties }], flags, terminal)
  return {
    asOf,
    posture: flags.posture,
    includeProposed: flags.includeProposed === true,
    profiles: readProfiles(flags.assume, engine),
    manifestSha256: digest(manifest),
    fallbackId: 'rollout',
    place,
    screen: screening && screenedOnce(screening),
  }
}

/** The law dates, each once, and where they come from. */
function datesOf(
  stated: string | readonly string[] | undefined,
  flagged: readonly string[],
  today: string,
  place: ReadManifest['place'],
): { asOf: string[]; at: Place } {
  if (flagged.length > 0) return { asOf: [...new Set(flagged)], at: { file: '--as-of' } }
  const days = stated === undefined ? [today] : [stated].flat()
  return { asOf: [...new Set(days)], at: place(['asOf']) }
}
