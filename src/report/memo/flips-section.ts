import type { DeterminationBody, Flip, Recheck } from '../../book/bodies.ts'
import { factLabel } from '../../explain/narrate.ts'
import { factAt, valueText } from '../../wording/values.ts'
import { count, say, type Wording } from '../../wording/wording.ts'
import { heading, quiet, table, text, type Block, type Section } from '../blocks.ts'

/** The facts on which the outcome rests, one otherwise at a time, and the days from which it may be another. */
export function flipsSection({ flips, recheck }: DeterminationBody, wording: Wording): Section {
  const { tried, isComplete, found } = flips
  return {
    id: 'flips',
    title: say(wording, 'book.flips'),
    blocks: [
      quiet(
        [
          count(wording, 'book.flips-tried', tried),
          ...(isComplete ? [] : [say(wording, 'book.flips-bound')]),
        ].join(' '),
      ),
      ...(found.length === 0 ? [text(say(wording, 'book.flips-none'))] : flipTable(found, wording)),
      heading(say(wording, 'book.recheck')),
      ...recheckTable(recheck, wording),
      quiet(say(wording, 'book.recheck-always')),
    ],
  }
}

const MOST_ROWS = 40

function flipTable(found: readonly Flip[], wording: Wording): Block[] {
  const rows = alike(found).map(({ fact, paths, stated, values, outcome }) => [
    factAt(wording, factLabel(wording, fact), paths.join(', ')),
    valueText(wording, stated),
    valuesText(values, wording),
    say(wording, `outcomes.${outcome}.title`),
  ])
  const columns = [
    ['fact', 0.36],
    ['stated', 0.14],
    ['otherwise', 0.3],
    ['outcome', 0.2],
  ] as const
  const more = rows.length - MOST_ROWS
  return [
    ...table(wording, columns, rows.slice(0, MOST_ROWS)),
    ...(more > 0 ? [quiet(count(wording, 'book.flips-more', more))] : []),
  ]
}

interface Alike extends Omit<Flip, 'path'> {
  readonly paths: readonly string[]
}

/** The same fact of several parties, where it does the same, as one row. */
function alike(found: readonly Flip[]): Alike[] {
  const rows = new Map<string, Alike>()
  for (const { path, ...flip } of found) {
    const key = JSON.stringify(flip)
    rows.set(key, { ...flip, paths: [...(rows.get(key)?.paths ?? []), path] })
  }
  return [...rows.values()]
}

const MOST_VALUES = 8

function valuesText(values: readonly unknown[], wording: Wording): string {
  const shown = values.slice(0, MOST_VALUES).map((value) => valueText(wording, value))
  const more = values.length - MOST_VALUES
  return [...shown, ...(more > 0 ? [count(wording, 'book.values-more', more)] : [])].join(', ')
}

function recheckTable(recheck: readonly Recheck[], wording: Wording): Block[] {
  if (recheck.length === 0) return [text(say(wording, 'book.recheck-none'))]
  const rows = recheck.map(({ on, kind, of }) => [
    on,
    say(wording, `book.rechecks.${kind}`, { of }),
  ])
  const columns = [
    ['from', 0.2],
    ['recheck', 0.8],
  ] as const
  return table(wording, columns, rows)
}
