import { existsSync, readFileSync } from 'node:fs'
import type PDFDocument from 'pdfkit'

export type Doc = InstanceType<typeof PDFDocument>
export type Face = 'regular' | 'bold'
export type FontName = Face | 'han'

/** The fonts lie beside this module, or, for the bundled command, where the build copied them. */
const FOLDER = [
  new URL('./fonts/', import.meta.url),
  new URL('../src/report/pdf/fonts/', import.meta.url),
].find((folder) => existsSync(folder))

const FILES: Record<FontName, string> = {
  regular: 'Pretendard-Regular.ttf',
  bold: 'Pretendard-SemiBold.ttf',
  han: 'NotoSansSC-Regular.ttf',
}

interface Glyph {
  readonly id: number
  readonly advanceWidth: number
  readonly codePoints: readonly number[]
}

/** The part of a parsed font (fontkit, inside pdfkit) that a report uses. */
export interface Font {
  readonly unitsPerEm: number
  hasGlyphForCodePoint(point: number): boolean
  glyphForCodePoint(point: number): Glyph
  layout: (text: string) => unknown
}

const parsed = new Map<FontName, Font>()

/**
 * A font, read and parsed once for all documents: parsing costs more than a report. pdfkit takes parsed
 * fonts but does not export its parser, so a throwaway document of `PDF` opens the file.
 */
export function font(name: FontName, PDF: typeof PDFDocument): Font {
  const known = parsed.get(name)
  if (known !== undefined) return known
  const bytes = readFileSync(new URL(FILES[name], FOLDER))
  const opener = new PDF({ autoFirstPage: false, font: bytes as unknown as string })
  const { font: opened } = (opener as unknown as { _font: { font: Font } })._font
  opened.layout = plainLayout(opened)
  parsed.set(name, opened)
  return opened
}

/**
 * One glyph for each character: no script of these fonts needs shaping, and their lookup tables cost five
 * times the rest of a report. Glyphs are made afresh because a parsed font remembers the first character
 * that led to a glyph, which would let one document show in the bytes of the next.
 */
function plainLayout(opened: Font): (text: string) => unknown {
  const glyphs = new Map<number, Glyph>()
  const glyphOf = (char: string): Glyph => {
    const point = char.codePointAt(0) ?? 0
    const known = glyphs.get(point)
    if (known !== undefined) return known
    const { id, advanceWidth } = opened.glyphForCodePoint(point)
    const glyph = { id, advanceWidth, codePoints: [point] }
    glyphs.set(point, glyph)
    return glyph
  }
  return (text) => {
    const run = Array.from(text, glyphOf)
    const positions = run.map(({ advanceWidth }) => ({
      xAdvance: advanceWidth,
      yAdvance: 0,
      xOffset: 0,
      yOffset: 0,
    }))
    return {
      glyphs: run,
      positions,
      get advanceWidth() {
        return positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0)
      },
    }
  }
}
