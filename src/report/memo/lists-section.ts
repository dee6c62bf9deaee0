import type { SearchedList } from '../../book/bodies.ts'
import { say, type Wording } from '../../wording/wording.ts'
import { section, table, type Section } from '../blocks.ts'

/** The lists that were searched: who publishes them, of which day, when they were fetched, how long they are. */
export function listsSection(lists: readonly SearchedList[], wording: Wording): Section {
  const unknown = say(wording, 'book.program-unknown')
  const rows = lists.map(({ id, title, publisher, date, fetched, from, entries }) => [
    title === null || title === id ? id : `${id}, ${title}`,
    publisher ?? unknown,
    date,
    [fetched ?? say(wording, 'book.fetched-unknown'), ...(from === null ? [] : [from])].join(', '),
    entries === null ? unknown : String(entries),
  ])
  const columns = [
    ['list', 0.3],
    ['publisher', 0.2],
    ['published', 0.13],
    ['fetched', 0.25],
    ['entries', 0.12],
  ] as const
  return section(wording, 'lists', table(wording, columns, rows), 'book')
}
