import type { Pack } from '../../../src/rules/pack.ts'
import { layOut, titled, type Line } from '../../../src/report/lines.ts'
import { loadEngine } from '../../../src/rules/load.ts'
import { named } from '../../../src/wording/values.ts'
import { count, say, type Wording } from '../../../src/wording/wording.ts'
import { wantsColor, widthOf, type Terminal } from '../../terminal.ts'

export interface CoverageFlags {
  readonly format: 'text' | 'json'
  readonly lang: string
}

type Entry = Pack['coverage'][number]
type State = Entry['state']

const STATES: readonly State[] = ['modelled', 'partly', 'pointer', 'out']

/** A part of title 15 with what the pack says of its sections; the last one holds all other law. */
interface Part {
  /** `734`, or null for law outside title 15. */
  readonly part: string | null
  readonly counts: Readonly<Record<State, number>>
  readonly sections: readonly Entry[]
}

/** Writes how far the pack has the law, by part and section, with counts. Returns the exit code. */
export function coverage(flags: CoverageFlags, terminal: Terminal): number {
  const { pack, wording } = loadEngine(undefined, flags.lang)
  const parts = partsOf(pack.coverage)
  terminal.stdout.write(
    flags.format === 'json'
      ? `${JSON.stringify({ pack: pack.id, counts: countsOf(pack.coverage), parts }, null, 2)}\n`
      : layOut(linesOf(parts, pack, wording), {
          width: widthOf(terminal),
          color: wantsColor(terminal),
        }),
  )
  return 0
}

function partsOf(entries: readonly Entry[]): Part[] {
  const byPart = new Map<string | null, Entry[]>()
  for (const entry of entries) {
    const part = /^15 CFR (\d{3})/.exec(entry.citation)?.[1] ?? null
    byPart.set(part, [...(byPart.get(part) ?? []), entry])
  }
  return [...byPart]
    .sort(([a], [b]) => ((a ?? '~') < (b ?? '~') ? -1 : 1))
    .map(([part, found]) => ({
      part,
      counts: countsOf(found),
      sections: found.toSorted((a, b) => (a.citation < b.citation ? -1 : 1)),
    }))
}

function countsOf(entries: readonly Entry[]): Record<State, number> {
  const counts = { modelled: 0, partly: 0, pointer: 0, out: 0 }
  for (const { state } of entries) counts[state] += 1
  return counts
}

function linesOf(
  parts: readonly Part[],
  { id, coverage: entries }: Pack,
  wording: Wording,
): Line[] {
  const all = say(wording, 'rules.coverage.all', {
    sections: count(wording, 'rules.coverage.sections', entries.length),
    pack: id,
    counts: countsText(countsOf(entries), wording),
  })
  return [
    { lead: '', text: all },
    ...parts.flatMap(({ part, counts, sections }) => {
      const name =
        part === null
          ? say(wording, 'rules.coverage.other')
          : say(wording, 'rules.coverage.part', { part })
      return titled(
        `${name}: ${countsText(counts, wording)}`,
        sections.flatMap((one) => sectionLines(one, wording)),
      )
    }),
  ]
}

const countsText = (counts: Part['counts'], wording: Wording): string =>
  STATES.filter((state) => counts[state] > 0)
    .map((state) => `${counts[state]} ${named(wording, 'coverage', state)}`)
    .join(', ')

const sectionLines = ({ citation, state, why }: Entry, wording: Wording): Line[] => [
  { lead: '  ', text: `${citation}: ${named(wording, 'coverage', state)}` },
  { lead: '      ', text: why, look: 'quiet' },
]
