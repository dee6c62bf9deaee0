import type { IndexFile } from '../screening/index-file.ts'
import { compileIndex } from './compile-index.ts'
import { entriesOfText } from './list-bytes.ts'
import type { Registry } from './registry.ts'

/** A list that was kept as text, with the day of its contents. */
export interface KeptList {
  readonly code: string
  /** ISO. */
  readonly date: string
  readonly text: string
}

/**
 * The index of lists that were kept as text. Names are read and weighed as in `like`, an index of this
 * program; the same lists give the same answers as the index from which they were kept.
 */
export const indexOfKept = (
  lists: readonly KeptList[],
  { meta: { tables, scoring } }: IndexFile,
  registry: Registry,
): IndexFile =>
  compileIndex({
    lists: lists.map(({ code, date, text }) => ({
      code,
      date,
      from: 'kept',
      entries: entriesOfText(text),
    })),
    faults: [],
    tables,
    scoring,
    registry,
  })
