import type { ProofLine } from '../explain/narrate.ts'
import { say, type Wording } from '../wording/wording.ts'

/** A part of a section. Text is plain and not yet safe to show: every rendering escapes it in its own way. */
export type Block =
  | { readonly kind: 'text'; readonly text: string; readonly quiet?: true }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'proof'; readonly title: string; readonly lines: readonly ProofLine[] }
  | { readonly kind: 'diagram'; readonly alt: string; readonly root: DiagramNode }

/** A company, its share in the one that it owns, and its owners. */
export interface DiagramNode {
  readonly name: string
  readonly share: string | null
  /** Its country and the lists that it is on. */
  readonly note: string
  /** True where it is on a list. */
  readonly isMarked: boolean
  readonly owners: readonly DiagramNode[]
}

/** A diagram as lines, each owner one deeper than the one that it owns. */
export function diagramLines(node: DiagramNode, depth = 0): { depth: number; text: string }[] {
  const text = [node.name, node.share ?? '', node.note].filter((part) => part !== '').join(', ')
  return [{ depth, text }, ...node.owners.flatMap((owner) => diagramLines(owner, depth + 1))]
}

export interface Table {
  readonly head: readonly string[]
  /** Share of the width that each column takes; the shares sum to 1. */
  readonly shares: readonly number[]
  readonly rows: readonly (readonly string[])[]
  /** Columns of numbers, from 0, which stand at the right of their columns. */
  readonly numbers?: ReadonlySet<number>
}

export interface Section {
  readonly id: string
  readonly title: string
  readonly blocks: readonly Block[]
}

/**
 * A section titled from the catalogue, from its part `report` or another; where it has no blocks it says
 * so with the key `<id>-none`.
 */
export function section(
  wording: Wording,
  id: string,
  blocks: readonly Block[],
  part = 'report',
): Section {
  const title = say(wording, `${part}.${id}`)
  if (blocks.length > 0) return { id, title, blocks }
  return { id, title, blocks: [text(say(wording, `${part}.${id}-none`))] }
}

export const text = (content: string): Block => ({ kind: 'text', text: content })
export const quiet = (content: string): Block => ({ kind: 'text', text: content, quiet: true })
export const heading = (content: string): Block => ({ kind: 'heading', text: content })

/** A table whose columns are keys of the catalogue with their shares; no block where it has no rows. */
export function table(
  wording: Wording,
  columns: readonly (readonly [key: string, share: number])[],
  rows: readonly (readonly string[])[],
): Block[] {
  if (rows.length === 0) return []
  const head = columns.map(([key]) => say(wording, `columns.${key}`))
  return [{ kind: 'table', table: { head, shares: columns.map(([, share]) => share), rows } }]
}
