import type { Doc } from './fonts.ts'
import type { Style, Type } from './type.ts'

/** A node of the tag tree, which screen readers follow. */
export type Tag = PDFKit.PDFStructureElement

/** U.S. Letter in points, its margins, and the band at the foot that footers own. */
export const PAGE = { width: 612, height: 792, side: 54, top: 54, bottom: 720 } as const
export const MEASURE = PAGE.width - 2 * PAGE.side

/** A document under way: where the next line goes. `y` counts points from the top of the page. */
export interface Paper {
  readonly doc: Doc
  readonly type: Type
  readonly root: Tag
  y: number
}

export const LEADING = 1.36

/** Height in points of one line of a style. */
export const lineHeight = (style: Style): number => style.size * LEADING

/** Starts a new page unless `height` points are left on this one. */
export function ensure(paper: Paper, height: number): void {
  if (paper.y + height > PAGE.bottom) newPage(paper)
}

export function newPage(paper: Paper): void {
  paper.doc.addPage()
  paper.y = PAGE.top
}

/** A new tag below another. */
export function tag(paper: Paper, name: string, parent: Tag = paper.root): Tag {
  const child = paper.doc.struct(name)
  parent.add(child)
  return child
}

/** Draws content that belongs to a tag. */
export function mark(paper: Paper, owner: Tag, name: string, draw: () => void): void {
  const content = paper.doc.markStructureContent(name)
  draw()
  paper.doc.endMarkedContent()
  owner.add(content)
}

/** Draws rules, fills and other marks that carry no meaning for a reader. */
export function artifact(paper: Paper, draw: () => void): void {
  paper.doc.markContent('Artifact', { type: 'Layout' })
  draw()
  paper.doc.endMarkedContent()
}

/** Draws one line at the cursor and moves below it. */
export function setLine(
  paper: Paper,
  owner: Tag,
  name: string,
  line: string,
  x: number,
  style: Style,
): void {
  const height = lineHeight(style)
  ensure(paper, height)
  const baseline = paper.y + height * 0.76
  mark(paper, owner, name, () => paper.type.draw(line, x, baseline, style))
  paper.y += height
}
