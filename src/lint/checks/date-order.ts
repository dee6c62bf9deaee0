import { dateFault } from '../../facts/fact-schema.ts'
import type { Provision } from '../../rules/provision.ts'
import type { ReadPack } from '../../rules/read.ts'
import type { LintFinding } from '../finding.ts'
import { placeInTable } from '../places.ts'

type Path = readonly PropertyKey[]

/** Days that do not exist, spans that end before they begin, and lists that are not in the order of their days. */
export function dateOrder(read: ReadPack): LintFinding[] {
  return [
    ...read.pack.provisions.flatMap((provision) =>
      mistakes(provision).map(([message, path]) =>
        finding(message, read.placeIn(provision.id, path)),
      ),
    ),
    ...read.pack.tables.flatMap(({ id, rows }) =>
      rows
        .flatMap((row, i) => spanMistakes(row, ['rows', i]))
        .map(([message, path]) => finding(message, placeInTable(read, id, path))),
    ),
  ]
}

const finding = (message: string, at: LintFinding['at']): LintFinding => ({
  check: 'date-order',
  level: 'error',
  message,
  at,
})

function mistakes({ text, enforcement, verified }: Provision): [string, Path][] {
  return [
    ...text.flatMap(({ effective }, i) => spanMistakes(effective, ['text', i, 'effective'])),
    ...outOfOrder(
      text.map(({ effective }) => effective.from),
      (i) => ['text', i, 'effective', 'from'],
    ),
    ...enforcement.flatMap(({ from }, i) => dayMistakes(from, ['enforcement', i, 'from'])),
    ...outOfOrder(
      enforcement.map(({ from }) => from),
      (i) => ['enforcement', i, 'from'],
    ),
    ...dayMistakes(verified.on, ['verified', 'on']),
  ]
}

function spanMistakes(
  { from, until }: { from?: string | undefined; until?: string | undefined },
  path: Path,
): [string, Path][] {
  const days = [...dayMistakes(from, [...path, 'from']), ...dayMistakes(until, [...path, 'until'])]
  if (days.length > 0 || from === undefined || until === undefined || from < until) return days
  return [[`it ends on ${until}, and begins on ${from}`, [...path, 'until']]]
}

function dayMistakes(day: string | undefined, path: Path): [string, Path][] {
  const fault = day === undefined ? undefined : dateFault(day)
  return fault === undefined ? [] : [[fault, path]]
}

function outOfOrder(days: readonly string[], path: (i: number) => Path): [string, Path][] {
  return days.flatMap((day, i): [string, Path][] =>
    i > 0 && day <= days[i - 1]!
      ? [[`${day} stands after ${days[i - 1]}; write the earlier day first`, path(i)]]
      : [],
  )
}
