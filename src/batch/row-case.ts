import type { PathKind } from './path-kinds.ts'
import type { Plan } from './plan.ts'

type Node = Record<string | number, unknown>

/**
 * The case of a row, as its author would have written it: a cell is the value at its column's path, an
 * empty cell says nothing, and a constant of the plan stands where its part of the case has a cell. Values
 * that fit no kind stay text, so that reading the case can say what is wrong with them.
 */
export function caseOf(cells: readonly string[], { columns, constants }: Plan): unknown {
  const root: Node = Object.create(null) as Node
  for (const { at, path, kind, values } of columns) {
    const text = (cells[at] ?? '').trim()
    if (text === '') continue
    put(root, path, valueOf(values?.[text] ?? text, kind))
  }
  for (const { path, value } of constants) {
    const part = path.findLastIndex((step) => typeof step === 'number')
    if (part >= 0 && standingAt(root, path.slice(0, part + 1)) === undefined) continue
    if (standingAt(root, path) === undefined) put(root, path, value)
  }
  return compact(root)
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

function put(root: Node, path: readonly (string | number)[], value: unknown): void {
  let node = root
  for (const [i, step] of path.entries()) {
    if (i === path.length - 1) {
      node[step] = value
      return
    }
    const below = node[step]
    if (typeof below === 'object' && below !== null) node = below as Node
    else {
      const fresh: unknown = typeof path[i + 1] === 'number' ? [] : Object.create(null)
      node[step] = fresh
      node = fresh as Node
    }
  }
}

/** Lists without the places that no cell filled: `parties.1` alone is the only party. */
function compact(node: unknown): unknown {
  if (Array.isArray(node)) return node.filter((one) => one !== undefined).map(compact)
  if (typeof node !== 'object' || node === null) return node
  return Object.fromEntries(Object.entries(node).map(([key, below]) => [key, compact(below)]))
}
