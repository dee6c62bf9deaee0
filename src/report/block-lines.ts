import { diagramLines, type Block, type Section } from './blocks.ts'
import { titled, type Line } from './lines.ts'

/** A section as lines for a terminal: a table of two columns as `label: value`, others cell by cell. */
export const sectionLines = ({ title, blocks }: Section): Line[] =>
  titled(title, blocks.flatMap(blockLines))

function blockLines(block: Block): Line[] {
  switch (block.kind) {
    case 'text':
      return [{ lead: '  ', text: block.text, ...(block.quiet === true && { look: 'quiet' }) }]
    case 'heading':
      return [{ lead: '  ', text: block.text, look: 'heading' }]
    case 'table':
      return block.table.rows.map((row) => ({
        lead: '  ',
        text: row.filter((cell) => cell !== '').join(row.length === 2 ? ': ' : ' | '),
      }))
    case 'diagram':
      return diagramLines(block.root).map(({ depth, text }) => ({
        lead: '  '.repeat(depth + 1),
        text,
      }))
    case 'proof':
      return block.lines.map(({ depth, text }) => ({ lead: '  '.repeat(depth + 1), text }))
  }
}
