import { Fault } from '../../src/errors.ts'
import type { Engine } from '../../src/engine.ts'
import { guessMapping } from '../../src/batch/mapping/guess.ts'
import type { Mapping } from '../../src/batch/mapping/mapping.ts'
import { plannedColumns } from '../../src/batch/mapping/planned.ts'
import { readMapping, saveMapping } from '../../src/batch/mapping/read-mapping.ts'
import type { SchemaNode } from '../../src/batch/path-kinds.ts'
import type { Column, Constant } from '../../src/batch/plan.ts'
import type { Source } from '../../src/batch/read/source.ts'
import { caseJsonSchema } from '../../src/rules/json-schema.ts'
import type { Terminal } from '../terminal.ts'

export interface MappingFlags {
  readonly map?: string
  readonly yes?: boolean
  readonly sheet?: readonly string[]
}

/** Tells the headings of deals from others: those of the mapping, else paths and what orders usually have. */
export function knownHeadings({ map }: MappingFlags, engine: Engine): (heading: string) => boolean {
  if (map !== undefined) {
    const { columns } = readMapping(map)
    return (heading) => Object.hasOwn(columns, heading)
  }
  const schema = caseJsonSchema(engine.schema) as SchemaNode
  return (heading) => Object.keys(guessMapping([heading], schema).mapping.columns).length > 0
}

/** The sheets that the command line or the mapping names. */
export const sheetsFor = ({ map, sheet }: MappingFlags): readonly string[] | undefined =>
  sheet ?? (map === undefined ? undefined : readMapping(map).sheets)

/**
 * How the columns of a table are read: as the mapping file says, else as the headings say themselves, else as
 * guessed, which a person confirms and which is then saved beside the table.
 * @throws Fault (exit 4) where a mapping is wrong, or a guess was not confirmed.
 */
export async function columnsFor(
  file: string,
  source: Source,
  flags: MappingFlags,
  engine: Engine,
  terminal: Terminal,
): Promise<{ columns: Column[]; constants: Constant[] }> {
  const schema = caseJsonSchema(engine.schema) as SchemaNode
  const mapping =
    flags.map === undefined
      ? await guessed(file, source, schema, flags, terminal)
      : readMapping(flags.map)
  const planned = plannedColumns(mapping, source.headings, schema, flags.map ?? file)
  if (!planned.ok) throw new Fault(4, planned.issues)
  return planned.value
}

async function guessed(
  file: string,
  { headings }: Source,
  schema: SchemaNode,
  { yes }: MappingFlags,
  terminal: Terminal,
): Promise<Mapping> {
  const { mapping, certain } = guessMapping(headings, schema)
  if (Object.keys(mapping.columns).length === 0)
    throw new Fault(4, [
      {
        code: 'no-columns',
        message: 'no column says anything of a deal',
        at: { file },
        help: `columns here: ${headings.join(', ')}; name them by the paths of a case, or say which is which in a mapping: --map mapping.yaml`,
      },
    ])
  if (mapping.ignore.length > 0)
    terminal.stderr.write(`carried along unread: ${mapping.ignore.join(', ')}\n`)
  if (certain.length === Object.keys(mapping.columns).length) return mapping
  const saved = mappingFileOf(file)
  for (const [heading, path] of Object.entries(mapping.columns))
    if (!certain.includes(heading)) terminal.stderr.write(`${heading} -> ${path}\n`)
  const isConfirmed = yes === true || (await confirmed())
  saveMapping(saved, mapping)
  terminal.stderr.write(`saved ${saved}\n`)
  if (isConfirmed) return mapping
  throw new Fault(4, [
    {
      code: 'unconfirmed-mapping',
      message: 'what the columns mean was guessed, and a guess decides nothing',
      at: { file: saved },
      help: `mend it where it is wrong, and run again with --map ${saved}`,
    },
  ])
}

/** `deals.mapping.yaml` for `deals.csv.gz`. */
const mappingFileOf = (file: string): string =>
  `${file.replace(/\.gz$/i, '').replace(/\.[a-z]+$/i, '')}.mapping.yaml`

async function confirmed(): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return false
  const { confirm } = await import('@clack/prompts')
  return (await confirm({ message: 'Are the columns read rightly?' })) === true
}
