import type { Command } from 'commander'

/** What a command may touch of the outside: where it writes, and the day it is. */
export interface Terminal {
  readonly stdout: NodeJS.WritableStream & { readonly columns?: number; readonly isTTY?: boolean }
  readonly stderr: NodeJS.WritableStream
  readonly today: () => string
  /** The clock: UTC to the millisecond, `2026-11-20T09:30:00.000Z`. */
  readonly now: () => string
}

/** Adds a command to the program; `done` takes its exit code. */
export type AddCommand = (
  program: Command,
  terminal: Terminal,
  done: (exit: number) => void,
) => void

/** Whether to color: a terminal that wants it, and nobody who set NO_COLOR. */
export const wantsColor = ({ stdout }: Terminal): boolean =>
  stdout.isTTY === true && (process.env['NO_COLOR'] ?? '') === '' && process.env['TERM'] !== 'dumb'

/** Columns to write in: the terminal's, at most 100; 80 where there is none. */
export const widthOf = ({ stdout }: Terminal): number =>
  Math.max(40, Math.min(100, stdout.columns ?? 80))
