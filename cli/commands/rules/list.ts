import type { Engine } from '../../../src/engine.ts'
import { Fault } from '../../../src/errors.ts'
import { layOut, titled, type Line } from '../../../src/report/lines.ts'
import { loadEngine } from '../../../src/rules/load.ts'
import { KINDS } from '../../../src/rules/provision.ts'
import { suggest } from '../../../src/suggest.ts'
import { named } from '../../../src/wording/values.ts'
import { count, say, type Wording } from '../../../src/wording/wording.ts'
import { wantsColor, widthOf, type Terminal } from '../../terminal.ts'
import { STANDINGS, dayOf, standingsOn, type StandingOn } from './standing.ts'

export interface ListFlags {
  readonly asOf?: string
  readonly status?: string
  readonly kind?: string
  readonly format: 'text' | 'json'
  readonly lang: string
}

/**
 * Writes the provisions of the pack with their status on a day. Returns the exit code.
 * @throws Fault (exit 4) on a status or a kind that there is not, or a bad date.
 */
export function list(flags: ListFlags, terminal: Terminal): number {
  mustBeOneOf(STANDINGS, flags.status, '--status')
  mustBeOneOf(KINDS, flags.kind, '--kind')
  const engine = loadEngine(undefined, flags.lang)
  const day = dayOf(flags.asOf, terminal)
  const chosen = standingsOn(engine, day).filter(
    ({ provision, standing }) =>
      (flags.status ?? standing) === standing && (flags.kind ?? provision.kind) === provision.kind,
  )
  writeList(chosen, day, engine, flags.format, terminal)
  return 0
}

function mustBeOneOf(names: readonly string[], name: string | undefined, flag: string): void {
  if (name === undefined || names.includes(name)) return
  const near = suggest(name, names)
  const message = `there is no \`${name}\`${near === undefined ? '' : `; did you mean \`${near}\`?`}`
  throw new Fault(4, [
    { code: 'bad-choice', message, at: { file: flag }, help: `write one of ${names.join(', ')}` },
  ])
}

/** Writes some provisions, grouped by kind, or as one JSON array. */
export function writeList(
  chosen: readonly StandingOn[],
  day: string,
  { wording }: Engine,
  format: 'text' | 'json',
  terminal: Terminal,
): void {
  if (format === 'json') {
    terminal.stdout.write(`${JSON.stringify(chosen.map(asRow), null, 2)}\n`)
    return
  }
  const groups = KINDS.flatMap((kind) => {
    const some = chosen.filter(({ provision }) => provision.kind === kind)
    const heading = say(wording, 'rules.kind', {
      kind: named(wording, 'kinds', kind),
      n: some.length,
    })
    return titled(
      heading,
      some.flatMap((one) => provisionLines(one, wording)),
    )
  })
  const lines = [
    {
      lead: '',
      text: say(wording, 'rules.listed', {
        provisions: count(wording, 'rules.provisions', chosen.length),
        day,
      }),
    },
    ...groups,
  ]
  terminal.stdout.write(layOut(lines, { width: widthOf(terminal), color: wantsColor(terminal) }))
}

function provisionLines(one: StandingOn, wording: Wording): Line[] {
  const { id, title, law } = one.provision
  const standing = standingText(one, wording)
  return [
    { lead: '  ', text: one.standing === 'in-force' && !one.partly ? id : `${id} (${standing})` },
    { lead: '      ', text: `${title}; ${law}`, look: 'quiet' },
    ...lastSeen(one, wording),
  ]
}

/** Of a proposal, the state in which it was last seen. */
function lastSeen({ provision, standing, text }: StandingOn, wording: Wording): Line[] {
  if (standing !== 'proposed') return []
  const state = say(wording, 'rules.last-seen', {
    day: provision.verified.on,
    against: provision.verified.against,
    note: text?.note ?? '',
  })
  return [{ lead: '      ', text: state }]
}

/** `in force`, `codified, not enforced`, `in force, enforced in part`. */
export function standingText({ standing, partly }: StandingOn, wording: Wording): string {
  const status =
    standing === 'not-yet' ? say(wording, 'rules.not-yet') : named(wording, 'statuses', standing)
  return partly ? say(wording, 'rules.partly', { status }) : status
}

const asRow = ({
  provision: { id, kind, title, law, verified },
  standing,
  partly,
  text,
}: StandingOn): object => ({
  id,
  kind,
  title,
  citation: law,
  status: standing,
  enforcedInPart: partly,
  source: text?.source ?? null,
  from: text?.effective.from ?? null,
  until: text?.effective.until ?? null,
  ...(standing === 'proposed' ? { lastSeen: verified.on, state: text?.note ?? null } : {}),
})
