import type { AddCommand } from '../terminal.ts'
import { addAuthorize } from './book/authorize.ts'
import { addDecide } from './book/decide.ts'
import { addAdjudicate, addAttach, addCorrect, addRedact } from './book/events.ts'
import { addExport } from './book/export.ts'
import { addInit } from './book/init.ts'
import { addKeeping } from './book/keeping.ts'
import { addReplay } from './book/replay.ts'
import { addLaw } from './book/law.ts'
import { addList, addSearch } from './book/list.ts'
import { addShow } from './book/show.ts'
import { addVerify } from './book/verify.ts'

/** `licet book`: the audit trail of what was decided. */
export const addBook: AddCommand = (program, terminal, done) => {
  const book = program
    .command('book')
    .description('the audit trail: what was determined and decided, by whom, on what law and lists')
  const commands = [
    addInit,
    addList,
    addSearch,
    addShow,
    addExport,
    addVerify,
    addReplay,
    addLaw,
    addDecide,
    addAttach,
    addAdjudicate,
    addCorrect,
    addRedact,
    addAuthorize,
    addKeeping,
  ]
  for (const add of commands) add(book, terminal, done)
}
