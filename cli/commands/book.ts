import type { AddCommand } from '../terminal.ts'
import { addExport } from './book/export.ts'
import { addInit } from './book/init.ts'
import { addKeeping } from './book/keeping.ts'
import { addReplay } from './book/replay.ts'
import { addList, addSearch } from './book/list.ts'
import { addShow } from './book/show.ts'
import { addVerify } from './book/verify.ts'

/** `licet book`: the audit trail of what was decided. */
export const addBook: AddCommand = (program, terminal, done) => {
  const book = program
    .command('book')
    .description('the audit trail: what was determined and decided, by whom, on what law and lists')
  for (const add of [
    addInit,
    addList,
    addSearch,
    addShow,
    addExport,
    addVerify,
    addReplay,
    addKeeping,
  ])
    add(book, terminal, done)
}
