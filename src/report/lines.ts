import { styleText } from 'node:util'
import { visible } from '../visible.ts'
import { width, wrap } from './width.ts'

/** One line of terminal output before it is wrapped: what stands in front of its text, and how it looks. */
export interface Line {
  readonly lead: string
  readonly text: string
  readonly look?: Look
}
export type Look = keyof typeof STYLES

const STYLES = {
  heading: ['bold'],
  stop: ['bold', 'red'],
  wait: ['bold', 'yellow'],
  go: ['bold', 'green'],
  quiet: ['dim'],
} as const

export interface TerminalOptions {
  /** Columns of the screen; no line is wider. At least 40. */
  readonly width?: number
  readonly color?: boolean
}

export const BLANK: Line = { lead: '', text: '' }

/** Lines under a heading; nothing where there are none. */
export const titled = (text: string, lines: readonly Line[]): Line[] =>
  lines.length === 0 ? [] : [BLANK, { lead: '', text, look: 'heading' }, ...lines]

/** The text of lines, each wrapped with a hanging indent and made safe to show. Ends in a newline. */
export function layOut(
  lines: readonly Line[],
  { width: limit = 80, color = false }: TerminalOptions,
): string {
  return `${lines.flatMap((line) => laidOut(line, Math.max(40, limit), color)).join('\n')}\n`
}

function laidOut({ lead, text, look }: Line, limit: number, color: boolean): string[] {
  const indent = ' '.repeat(width(lead))
  return wrap(visible(text), limit - indent.length).map((part, i) => {
    const line = `${i === 0 ? lead : indent}${part}`.trimEnd()
    // Whether to color was decided by the caller; the stream must not be asked again.
    return color && look !== undefined && line !== ''
      ? styleText([...STYLES[look]], line, { validateStream: false })
      : line
  })
}
