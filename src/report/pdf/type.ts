import type PDFDocument from 'pdfkit'
import { codePoint, visible } from '../../visible.ts'
import { wrap } from '../width.ts'
import { font, type Doc, type Face, type FontName } from './fonts.ts'

/** How text looks. Size in points; ink from 0 (black) to 1 (white). */
export interface Style {
  readonly face: Face
  readonly size: number
  readonly ink?: number
}

/** Measures, breaks and draws text in several scripts: each character in a font that has it. */
export interface Type {
  /** Lines of at most `limit` points, made safe to show. */
  lines(text: string, style: Style, limit: number): string[]
  /** Width in points of a text that is already safe. */
  measure(text: string, style: Style): number
  /** Draws one line, its baseline at `y`. */
  draw(line: string, x: number, y: number, style: Style): void
  /** Characters that no font has, as `U+0627`, in the order of use. A box was drawn for each. */
  readonly missing: ReadonlySet<string>
}

interface Placed {
  readonly font: FontName
  readonly char: string
  /** Advance in thousandths of the type size. */
  readonly advance: number
}

const BOX = '\u25a1'
const HAN = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u

/** The typesetter of one document. A font is opened when the first character needs it. */
export function typeOf(doc: Doc, PDF: typeof PDFDocument): Type {
  const missing = new Set<string>()
  const places = { regular: new Map<string, Placed>(), bold: new Map<string, Placed>() }
  const opened = new Set<FontName>()

  const use = (name: FontName) => {
    const face = font(name, PDF)
    if (!opened.has(name)) doc.registerFont(name, face as unknown as string)
    opened.add(name)
    return face
  }

  const placedIn = (name: FontName, char: string): Placed | undefined => {
    const face = use(name)
    const point = char.codePointAt(0) ?? 0
    if (!face.hasGlyphForCodePoint(point)) return undefined
    const { advanceWidth } = face.glyphForCodePoint(point)
    return { font: name, char, advance: (advanceWidth * 1000) / face.unitsPerEm }
  }

  const boxed = (face: Face, char: string): Placed => {
    missing.add(codePoint(char))
    const box = placedIn(face, BOX)
    if (box === undefined) throw new Error(`the ${face} font has no box`)
    return box
  }

  const place = (char: string, face: Face): Placed => {
    const known = places[face].get(char)
    if (known !== undefined) return known
    const placed =
      placedIn(face, char) ??
      (HAN.test(char) ? placedIn('han', char) : undefined) ??
      boxed(face, char)
    places[face].set(char, placed)
    return placed
  }

  const measure = (text: string, { face, size }: Style): number => {
    let sum = 0
    for (const char of text) sum += place(char, face).advance
    return (sum * size) / 1000
  }

  return {
    missing,
    measure,
    lines: (text, style, limit) =>
      wrap(visible(text).normalize('NFC'), limit, (part) => measure(part, style)),
    draw: (line, x, y, style) => {
      let at = x
      for (const run of runs(line, (char) => place(char, style.face))) {
        const ink = Math.round((style.ink ?? 0) * 255)
        doc.font(run.font).fontSize(style.size).fillColor([ink, ink, ink])
        doc.text(run.text, at, y, { lineBreak: false, baseline: 'alphabetic' })
        at += (run.advance * style.size) / 1000
      }
    },
  }
}

/** A line cut where the font changes. */
function runs(
  line: string,
  place: (char: string) => Placed,
): { font: FontName; text: string; advance: number }[] {
  const cut: { font: FontName; text: string; advance: number }[] = []
  for (const char of line) {
    const placed = place(char)
    const last = cut.at(-1)
    if (last?.font === placed.font) {
      last.text += placed.char
      last.advance += placed.advance
    } else cut.push({ font: placed.font, text: placed.char, advance: placed.advance })
  }
  return cut
}
