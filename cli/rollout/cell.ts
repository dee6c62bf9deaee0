import { stringify } from 'yaml'
import type { Engine } from '../../src/engine.ts'
import { Fault } from '../../src/errors.ts'
import { show } from '../../src/facts/fact-schema.ts'
import { layoutOf } from '../../src/rollout/layout.ts'
import type { ReadManifest } from '../../src/rollout/read-manifest.ts'
import { alikeOn } from '../../src/rollout/alike.ts'
import { cellCase, determine, type RolloutOptions } from '../../src/rollout/determine.ts'
import { cellName } from '../../src/rollout/transaction.ts'
import { suggest } from '../../src/suggest.ts'
import { exitOf } from '../commands/check.ts'
import type { RolloutFormat } from '../commands/rollout.ts'
import { digest } from '../inputs.ts'
import { FORMATS, writeAnswers, type Format } from '../outputs.ts'
import type { Terminal } from '../terminal.ts'
import type { RolloutFlags } from './flags.ts'

/**
 * Writes one cell whole, on each law date: the determination of its transaction, or with `--case` the
 * transaction itself. @throws Fault (exit 4) where the manifest has no such cell.
 */
export async function writeCell(
  name: string,
  { manifest, file }: ReadManifest,
  options: RolloutOptions,
  flags: RolloutFlags,
  engine: Engine,
  terminal: Terminal,
): Promise<number> {
  const { rows, columns, has } = layoutOf(manifest, engine, options.asOf)
  const cells = rows.flatMap((place) =>
    columns
      .filter((column) => has(column, place.code))
      .map((column) => ({ place, column, name: cellName(manifest, column, place.code) })),
  )
  // A place and a feature are enough where that leaves one cell.
  const exact = cells.filter((cell) => cell.name === name)
  const found = exact.length > 0 ? exact : cells.filter((cell) => cell.name.startsWith(`${name}:`))
  if (found.length !== 1) throw notOne(name, found, cells, file)
  const { place, column } = found[0]!
  const cases = options.asOf.map((day) => {
    const law = engine.lawOn(day, options.includeProposed)
    return cellCase(engine, manifest, column, place, law, alikeOn(engine, law), options).input
  })
  if (flags.case === true) {
    terminal.stdout.write(
      cases.map((input) => stringify(input, { aliasDuplicateObjects: false })).join('---\n'),
    )
    return 0
  }
  const determinations = cases.map((input) =>
    determine(engine, input, input.date!, options, digest(input)),
  )
  const formats = flags.format.map(formatOf)
  await writeAnswers(
    determinations,
    formats.length === 0 ? ['text'] : formats,
    flags,
    engine,
    terminal,
  )
  return exitOf(determinations.map(({ outcome }) => outcome))
}

/** A format of determinations. @throws Fault (exit 4) where only a whole rollout has it. */
function formatOf(format: RolloutFormat): Format {
  const found = FORMATS.find((one) => one === format)
  if (found !== undefined) return found
  const message = `a cell is not written as ${format}`
  const help = 'text, json and pdf show one cell'
  throw new Fault(4, [{ code: 'bad-format', message, at: { file: '--format' }, help }])
}

function notOne(
  name: string,
  found: readonly { readonly name: string }[],
  all: readonly { readonly name: string }[],
  file: string,
): Fault {
  const names = found.map((cell) => `\`${cell.name}\``)
  const near = suggest(
    name,
    all.map((cell) => cell.name),
  )
  const help =
    names.length > 1
      ? `name one of ${names.join(', ')}`
      : near === undefined
        ? `cells are named place:feature, such as \`${all[0]?.name ?? 'IR:api'}\``
        : `did you mean \`${near}\`?`
  const message =
    names.length > 1
      ? `${show(name)} names ${names.length} cells`
      : `${file} has no cell ${show(name)}`
  return new Fault(4, [{ code: 'no-cell', message, at: { file: '--cell' }, help }])
}
