import type { PathKind } from './path-kinds.ts'
import type { Plan } from './plan.ts'

type Node = Record<string | number, unknown>

/**
 * Makes cases of the rows of a plan, as their author would have written them: a cell is the value at its column's
 * path, an empty cell says nothing, and a constant of the plan stands where its part of the case has a cell. Values
 * that fit no kind stay text, so that reading the case can say what is wrong with them.
 */
export function caseMaker({
  columns,
  constants,
}: Pick<Plan, 'columns' | 'constants'>): (cells: readonly string[]) => unknown {
  const placed = constants.map(({ path, value }) => {
    const part = path.findLastIndex((step) => typeof step === 'number')
    return { path, value, part: path.slice(0, part + 1) }
  })
  return (cells) => {
    const root: Node = Object.create(null) as Node
    const lists: unknown[][] = []
    for (const { at, path, kind, values } of columns) {
      const text = (cells[at] ?? '').trim()
      if (text !== '') put(root, path, valueOf(values?.[text] ?? text, kind), lists)
    }
    for (const { path, value, part } of placed) {
      if (part.length > 0 && standingAt(root, part) === undefined) continue
      if (standingAt(root, path) === undefined) put(root, path, value, lists)
    }
    for (const list of lists) closeUp(list)
    return root
  }
}

/** The value that a cell's text stands for where its path takes such values. */
export function valueOf(text: string, kind: PathKind): unknown {
  if (kind.text) return text
  if ((kind.list || kind.mapping) && /^[[{]/.test(text)) {
    const parsed = jsonOf(text)
    if (parsed !== undefined) return parsed
  }
  if (text === 'unknown') return text
  if (kind.number && NUMBER.test(text)) return Number(text)
  if (kind.boolean && /^(true|false)$/i.test(text)) return text.toLowerCase() === 'true'
  if (kind.boolean && /^(yes|no)$/i.test(text)) return text.toLowerCase()
  if (kind.list && !kind.number) return text.split(/[;|,]/).map((one) => one.trim())
  return text
}

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

function standingAt(root: Node, path: readonly (string | number)[]): unknown {
  let node: unknown = root
  for (const step of path) {
    if (typeof node !== 'object' || node === null) return undefined
    node = (node as Node)[step]
  }
  return node
}

/** Puts a value at its place, and tells of each list that it makes on the way. */
function put(
  root: Node,
  path: readonly (string | number)[],
  value: unknown,
  lists: unknown[][],
): void {
  let node = root
  for (const [i, step] of path.entries()) {
    if (i === path.length - 1) {
      node[step] = value
      return
    }
    const below = node[step]
    if (typeof below === 'object' && below !== null) {
      node = below as Node
      continue
    }
    if (typeof path[i + 1] === 'number') {
      const list: unknown[] = []
      lists.push(list)
      node[step] = list
    } else node[step] = Object.create(null)
    node = node[step] as Node
  }
}

/** Closes the places of a list that no cell filled: `parties.1` alone is the only party. */
function closeUp(list: unknown[]): void {
  const filled = list.filter((one) => one !== undefined)
  if (filled.length < list.length) list.splice(0, list.length, ...filled)
}
