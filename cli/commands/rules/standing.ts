import type { Status } from '../../../src/determination.ts'
import type { Engine } from '../../../src/engine.ts'
import { Fault } from '../../../src/errors.ts'
import { dateFault } from '../../../src/facts/fact-schema.ts'
import type { Provision, Text } from '../../../src/rules/provision.ts'
import { textOn } from '../../../src/rules/on-day.ts'
import type { Terminal } from '../../terminal.ts'

export const STANDINGS = [
  'in-force',
  'not-enforced',
  'suspended',
  'unverified',
  'proposed',
  'guidance',
  'policy',
  'not-yet',
  'rescinded',
] as const satisfies readonly (Status | 'not-yet')[]
export type Standing = (typeof STANDINGS)[number]

/** A provision as it stands on a day. */
export interface StandingOn {
  readonly provision: Provision
  readonly standing: Standing
  /** Whether less is enforced than is written. */
  readonly partly: boolean
  /** The text of the day, or the last one of a proposal that lapsed; undefined where there is none. */
  readonly text: Text | undefined
}

/** Every provision of the pack with its status on a day, in the order of the ids. */
export function standingsOn(engine: Engine, day: string): StandingOn[] {
  const law = engine.lawOn(day, true)
  const active = new Map(
    Object.values(law.by)
      .flat()
      .map((one) => [one.provision, one]),
  )
  return engine.pack.provisions.map((provision) => {
    const found = active.get(provision)
    if (found !== undefined) {
      return {
        provision,
        standing: found.status,
        partly: found.enforced === 'partly',
        text: found.text,
      }
    }
    const begun = hasBegun(provision, day)
    // A measure that was withdrawn or died was never law: it stays what was proposed.
    const lapsed = begun && provision.status === 'proposed'
    return {
      provision,
      standing: lapsed ? 'proposed' : begun ? 'rescinded' : 'not-yet',
      partly: false,
      text: lapsed ? begunBy(provision, day).at(-1) : textOn(provision, day),
    }
  })
}

const begunBy = ({ text }: Provision, day: string): readonly Text[] =>
  text.filter(({ effective }) => effective.from <= day)

const hasBegun = (provision: Provision, day: string): boolean => begunBy(provision, day).length > 0

/** The law date of a command line. @throws Fault (exit 4) where it is no day. */
export function dayOf(asOf: string | undefined, terminal: Terminal): string {
  const fault = asOf === undefined ? undefined : dateFault(asOf)
  if (fault !== undefined)
    throw new Fault(4, [{ code: 'bad-date', message: fault, at: { file: '--as-of' } }])
  return asOf ?? terminal.today()
}
