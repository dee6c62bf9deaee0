import { visible } from './visible.ts'

/** Where in the input something is wrong. Lines and columns count from 1. */
export interface Place {
  readonly file: string
  readonly line?: number
  readonly column?: number
  /** Path in the document: `items[0].specs.tpp`. */
  readonly path?: string
}

/** One thing that is wrong, where, and the mend. Expected problems are values, never exceptions. */
export interface Issue {
  /** Stable name of the kind of mistake: `unknown-key`, `impossible-date`. */
  readonly code: string
  readonly message: string
  readonly at: Place
  readonly help?: string
}

/** Every reader answers with what it read or with everything that is wrong with it. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: Issue[] }

/** Stops a command. Carries the exit code of the contract: 3 stale data, 4 bad input or usage, 5 internal. */
export class Fault extends Error {
  readonly exit: 3 | 4 | 5
  readonly issues: readonly Issue[]

  constructor(exit: 3 | 4 | 5, issues: readonly Issue[]) {
    super(issues.map(say).join('\n'))
    this.name = 'Fault'
    this.exit = exit
    this.issues = issues
  }
}

/**
 * One issue in the form `file:line:column: message`, its path and its mend on lines of their own. What
 * the input could use to act on a screen (escapes, right-to-left marks) is shown as `<U+001B>`.
 */
export function say(issue: Issue): string {
  const { file, line, column, path } = issue.at
  const place = [file, line, column].filter((part) => part !== undefined).join(':')
  const where = path === undefined || path === '' ? [] : [`    at ${shortened(path)}`]
  const help = issue.help === undefined ? [] : [`    ${issue.help}`]
  return [`${place}: ${issue.message}`, ...where, ...help].map(visibleLine).join('\n')
}

/** A key may be a megabyte long; its first words are enough to find it. */
const shortened = (path: string): string => (path.length > 200 ? `${path.slice(0, 200)}...` : path)

/** `visible` without the indent, which it would take for one space. */
function visibleLine(line: string): string {
  const text = line.trimStart()
  return ' '.repeat(line.length - text.length) + visible(text)
}
