import type { Block } from '../blocks.ts'
import { entryHeading, paragraph, QUIET } from './flow.ts'
import type { Paper } from './paper.ts'
import { drawDiagram } from './diagram.ts'
import { drawProof } from './proof.ts'
import { drawTable } from './table.ts'

/** Draws a block of the report; a heading gets a bookmark below `bookmark`. */
export function drawBlock(paper: Paper, block: Block, bookmark: PDFKit.PDFOutline): void {
  switch (block.kind) {
    case 'text':
      return block.quiet === true
        ? paragraph(paper, block.text, QUIET)
        : paragraph(paper, block.text)
    case 'heading':
      return entryHeading(paper, block.text, bookmark)
    case 'table':
      return drawTable(paper, block.table)
    case 'diagram':
      return drawDiagram(paper, block.root, block.alt)
    case 'proof':
      return drawProof(paper, block.title, block.lines)
  }
}
