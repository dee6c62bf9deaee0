import { OUTCOMES } from '../../determination.ts'
import type { Cell, Rollout } from '../../rollout/rollout.ts'

/** A column of the matrix by its ids. */
export type ColumnIds = Pick<Cell, 'feature' | 'model' | 'customers'>

/** Places that have the same answers in every column. */
export interface MatrixRow {
  readonly places: readonly string[]
  /** One for each column; undefined where the feature has none there. */
  readonly cells: readonly (Cell | undefined)[]
}

/** The matrix of one law date. */
export interface Matrix {
  readonly asOf: string
  readonly columns: readonly ColumnIds[]
  /** One row for each place, in the order of the rollout. */
  readonly rows: readonly MatrixRow[]
}

/** The matrix of each law date, countries down, features across. */
export function matricesOf({
  asOf,
  cells,
  features,
  models,
  customers,
  places,
}: Rollout): Matrix[] {
  const rank = ({ feature, model, customers: who }: ColumnIds): number[] => [
    features.findIndex(({ id }) => id === feature),
    model === null ? -1 : models.indexOf(model),
    who === null ? -1 : customers.findIndex(({ id }) => id === who),
  ]
  const columns = [...new Map(cells.map((cell) => [columnKey(cell), cell])).values()]
    .map(({ feature, model, customers: who }) => ({ feature, model, customers: who }))
    .map((ids) => ({ ids, at: rank(ids) }))
    .sort((a, b) => a.at[0]! - b.at[0]! || a.at[1]! - b.at[1]! || a.at[2]! - b.at[2]!)
    .map(({ ids }) => ids)
  return asOf.map((day) => {
    const at = new Map(
      cells
        .filter((cell) => cell.asOf === day)
        .map((cell) => [`${cell.place} ${columnKey(cell)}`, cell]),
    )
    return {
      asOf: day,
      columns,
      rows: places.map((place) => ({
        places: [place],
        cells: columns.map((column) => at.get(`${place} ${columnKey(column)}`)),
      })),
    }
  })
}

const columnKey = ({ feature, model, customers }: ColumnIds): string =>
  JSON.stringify([feature, model, customers])

/** The rows of a matrix with the places together that have the same answers, the strictest first. */
export function grouped({ rows }: Matrix): MatrixRow[] {
  const groups = new Map<string, { places: string[]; cells: MatrixRow['cells'] }>()
  for (const { places, cells } of rows) {
    const key = cells.map((cell) => (cell === undefined ? '' : `${cell.answer} ${cell.on}`)).join()
    const known = groups.get(key)
    if (known === undefined) groups.set(key, { places: [...places], cells })
    else known.places.push(...places)
  }
  return [...groups.values()].sort(
    (a, b) => strictness(b) - strictness(a) || a.places.length - b.places.length,
  )
}

function strictness({ cells }: MatrixRow): number {
  return cells.reduce(
    (sum, cell) => sum + (cell === undefined ? 0 : 10 ** (OUTCOMES.indexOf(cell.outcome) - 2)),
    0,
  )
}

/** A matrix cut into parts of at most so many columns, with the number of the first. */
export function parts(
  matrix: Matrix,
  most: number,
): { readonly from: number; readonly part: Matrix }[] {
  const found = []
  for (let from = 0; from < matrix.columns.length; from += most) {
    const part = {
      asOf: matrix.asOf,
      columns: matrix.columns.slice(from, from + most),
      rows: matrix.rows.map(({ places, cells }) => ({
        places,
        cells: cells.slice(from, from + most),
      })),
    }
    found.push({ from, part })
  }
  return found
}
