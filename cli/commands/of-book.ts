import { addBook } from './book.ts'
import { addDiff } from './diff.ts'
import { addDue } from './due.ts'
import { addReport } from './report.ts'

/** The commands of the audit trail, which judging a deal does not load. */
export const OF_BOOK = [addBook, addDiff, addDue, addReport]
