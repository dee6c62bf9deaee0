import type { Engine } from '../../../src/engine.ts'
import { Fault } from '../../../src/errors.ts'
import { outline } from '../../../src/explain/outline.ts'
import { layOut } from '../../../src/report/lines.ts'
import { loadEngine } from '../../../src/rules/load.ts'
import { isOrIsBelow } from '../../../src/rules/on-day.ts'
import type { Pack } from '../../../src/rules/pack.ts'
import type { Provision } from '../../../src/rules/provision.ts'
import { suggest } from '../../../src/suggest.ts'
import type { Wording } from '../../../src/wording/wording.ts'
import { wantsColor, widthOf, type Terminal } from '../../terminal.ts'
import { writeList } from './list.ts'
import { provisionPage, sourcesOf } from './page.ts'
import { dayOf, standingsOn, type StandingOn } from './standing.ts'

export interface ShowFlags {
  readonly asOf?: string
  readonly format: 'text' | 'json'
  readonly lang: string
}

/**
 * Writes one provision as it stands on a day; where only the start of an id is given and several
 * provisions begin so, their list. Returns the exit code.
 * @throws Fault (exit 4) where no provision has the id.
 */
export function show(id: string, flags: ShowFlags, terminal: Terminal): number {
  const engine = loadEngine(undefined, flags.lang)
  const day = dayOf(flags.asOf, terminal)
  const found = matching(standingsOn(engine, day), id)
  if (found.length > 1) {
    writeList(found, day, engine, flags.format, terminal)
    return 0
  }
  const one = found[0]
  if (one === undefined) throw unknownId(id, engine.pack)
  if (flags.format === 'json')
    terminal.stdout.write(`${JSON.stringify(asJson(one, day, engine), null, 2)}\n`)
  else {
    const lines = provisionPage(one, day, engine)
    terminal.stdout.write(layOut(lines, { width: widthOf(terminal), color: wantsColor(terminal) }))
  }
  return 0
}

/** The provision of the id; else those below it; else those whose id begins so, in any case of letters. */
function matching(all: readonly StandingOn[], id: string): StandingOn[] {
  const exact = all.filter(({ provision }) => provision.id === id)
  if (exact.length > 0) return exact.slice(0, 1)
  const below = all.filter(({ provision }) => isOrIsBelow(provision.id, id))
  return below.length > 0
    ? below
    : all.filter(({ provision }) => provision.id.toLowerCase().startsWith(id.toLowerCase()))
}

function unknownId(id: string, { provisions }: Pack): Fault {
  const near = suggest(
    id,
    provisions.map((provision) => provision.id),
  )
  return new Fault(4, [
    {
      code: 'unknown-provision',
      message: `no provision is called \`${id}\`${near === undefined ? '' : `; did you mean \`${near}\`?`}`,
      at: { file: 'rules show' },
      help: '`licet rules list` lists the ids',
    },
  ])
}

function asJson(
  { provision, standing, partly, text }: StandingOn,
  day: string,
  { pack, wording }: Engine,
): object {
  return {
    ...withOutlines(provision, wording),
    citation: provision.law,
    asOf: day,
    status: standing,
    enforcedInPart: partly,
    textFrom: text?.effective.from ?? null,
    sources: Object.fromEntries(
      sourcesOf(provision).map((name) => [name, pack.sources[name] ?? null]),
    ),
  }
}

function withOutlines(provision: Provision, wording: Wording): object {
  return {
    ...provision,
    text: provision.text.map((text) => ({ ...text, outline: outline(text.when, wording) })),
    enforcement: provision.enforcement.map((entry) =>
      entry.only_when === undefined
        ? entry
        : { ...entry, outline: outline(entry.only_when, wording) },
    ),
  }
}
