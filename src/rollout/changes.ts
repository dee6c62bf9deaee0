import type { Answer, Cell, Change, Rollout, Side, Since } from './rollout.ts'

/** The cells of one run whose answers differ from one law date to the next. */
export function differences(
  cells: readonly Cell[],
  answers: readonly Answer[],
  days: readonly string[],
): Change[] {
  return days.slice(1).flatMap((day, i) => {
    const side = (asOf: string) => sides(cells, answers, asOf)
    return changed(side(days[i]!), side(day), cells)
  })
}

/**
 * How a run differs from an earlier one. A law date is compared with the same date where the earlier run
 * has it, and otherwise with the date in the same place: yesterday's today with today's.
 */
export function since(now: Rollout, earlier: Rollout): Since {
  const changes = now.asOf.flatMap((day, i) => {
    const then = earlier.asOf.includes(day) ? day : (earlier.asOf[i] ?? earlier.asOf.at(-1)!)
    return changed(
      sides(earlier.cells, earlier.answers, then),
      sides(now.cells, now.answers, day),
      [...now.cells, ...earlier.cells],
    )
  })
  return { rollout: earlier.rollout, basis: earlier.basis, differs: differs(now, earlier), changes }
}

function differs({ basis: now, asOf }: Rollout, { basis: then, asOf: days }: Rollout): string[] {
  const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
  const found: [string, boolean][] = [
    ['manifest', now.manifestSha256 === then.manifestSha256],
    ['law-date', same(asOf, days)],
    ['pack', now.pack.sha256 === then.pack.sha256],
    ['engine', now.engine === then.engine],
    ['lists', same(now.lists, then.lists)],
    ['profiles', same(now.profiles, then.profiles)],
    ['posture', now.posture === then.posture && now.includeProposed === then.includeProposed],
  ]
  return found.flatMap(([what, matches]) => (matches ? [] : [what]))
}

type Named = Pick<Cell, 'place' | 'feature' | 'model' | 'customers'>

const keyOf = ({ place, feature, model, customers }: Named): string =>
  JSON.stringify([place, feature, model, customers])

function sides(
  cells: readonly Cell[],
  answers: readonly Answer[],
  asOf: string,
): ReadonlyMap<string, Side> {
  return new Map(
    cells
      .filter((cell) => cell.asOf === asOf)
      .map((cell) => {
        const { outcome, because } = cell
        const { textOnly, grounds } = answers[cell.answer]!
        const policy = grounds.policy.because
        return [keyOf(cell), { asOf, outcome, textOnly, because, policy }] as const
      }),
  )
}

function changed(
  before: ReadonlyMap<string, Side>,
  after: ReadonlyMap<string, Side>,
  cells: readonly Named[],
): Change[] {
  const named = new Map(cells.map((cell) => [keyOf(cell), cell]))
  return [...named].flatMap(([key, { place, feature, model, customers }]) => {
    const [then, now] = [before.get(key) ?? null, after.get(key) ?? null]
    return isSame(then, now) ? [] : [{ place, feature, model, customers, before: then, after: now }]
  })
}

function isSame(a: Side | null, b: Side | null): boolean {
  if (a === null || b === null) return a === b
  return (
    a.outcome === b.outcome &&
    a.textOnly === b.textOnly &&
    JSON.stringify([a.because, a.policy]) === JSON.stringify([b.because, b.policy])
  )
}
