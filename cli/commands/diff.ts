import { Option } from 'commander'
import { openBook, type Book } from '../../src/book/book.ts'
import { fault } from '../../src/book/faults.ts'
import type { Engine } from '../../src/engine.ts'
import { dateFault } from '../../src/facts/fact-schema.ts'
import { currentFile, storeFolder } from '../../src/lists/store.ts'
import { impactOfDays, impactOfNow } from '../../src/replay/impact.ts'
import { changesBetween, changesOfPack } from '../../src/replay/law-changes.ts'
import { changedLists, type ChangedLists } from '../../src/replay/list-changes.ts'
import { changesSince } from '../../src/replay/since.ts'
import { layOut } from '../../src/report/lines.ts'
import { loadEngine } from '../../src/rules/load.ts'
import { pastListsOf, searchableVersion, versionOn } from '../book/past-lists.ts'
import { sayDiff, type Diff } from '../book/said-diff.ts'
import { widthOf, type AddCommand, type Terminal } from '../terminal.ts'

interface Flags {
  readonly from?: string
  readonly to?: string
  readonly book?: string | true
  readonly pack?: string
  readonly lists?: string
  readonly format: 'text' | 'json'
}

/** `licet diff`: what a change of law or of lists does: to provisions and tables, and to past decisions. */
export const addDiff: AddCommand = (program, terminal, done) => {
  program
    .command('diff')
    .description('what a change of law or of lists does: to provisions, and to filed decisions')
    .option('--from <date>', 'day before: its law, and the last lists of it that are here')
    .option('--to <date>', 'day after')
    .option('--pack <file>', 'an earlier rule pack (JSON), against the one of now')
    .option('--lists <version>', 'version of the lists of now; the one in use where left out')
    .option('--book [folder]', 'the filed decisions that it touches')
    .addOption(
      new Option('--format <format>', 'text or json').choices(['text', 'json']).default('text'),
    )
    .action(async (flags: Flags) => {
      const diff = await diffOf(flags, terminal)
      if (flags.format === 'json') terminal.stdout.write(`${JSON.stringify(diff, null, 2)}\n`)
      else terminal.stdout.write(layOut(sayDiff(diff), { width: widthOf(terminal) }))
      done(diff.impact !== null && diff.impact.touched.length > 0 ? 1 : 0)
    })
}

async function diffOf(flags: Flags, terminal: Terminal): Promise<Diff> {
  const engine = loadEngine()
  const book = flags.book === undefined ? undefined : openBook(folderOf(flags.book))
  const { from, to } = flags
  if (from !== undefined && to !== undefined) {
    for (const day of [from, to]) checkDay(day, engine)
    return betweenDays(engine, from, to, book, terminal)
  }
  if (from !== undefined || to !== undefined)
    throw fault('bad-dates', 'give both --from and --to', 'diff')
  if (book !== undefined) return sinceFiled(book, engine, flags, terminal)
  if (flags.pack === undefined)
    throw fault('nothing-to-compare', 'give --from and --to, --pack, or --book', 'diff')
  const changes = changesOfPack(loadEngine(flags.pack).pack, engine.pack)
  return { changes, lists: [], impact: null }
}

/** Between two days: the law of each, and the lists of each where another version is here. */
async function betweenDays(
  engine: Engine,
  from: string,
  to: string,
  book: Book | undefined,
  terminal: Terminal,
): Promise<Diff> {
  const changes = changesBetween(engine.pack, from, to)
  const [older, newer] = [versionOn(from), versionOn(to)]
  const isOther = older !== undefined && newer !== undefined && older !== newer
  const [before, after] = isOther
    ? await Promise.all([older, newer].map((file) => searchableVersion(file, terminal.today())))
    : []
  const changed: ChangedLists | undefined =
    before === undefined || after === undefined
      ? undefined
      : changedLists(before.screener.file, after.screener.file)
  return {
    changes,
    lists: changed?.lists ?? [],
    impact:
      book === undefined
        ? null
        : impactOfDays(
            book,
            engine,
            { day: from, lists: before },
            { day: to, lists: after },
            changed,
          ),
  }
}

/** Since the cases were filed: the pack and the lists of now, each case on its own law date. */
async function sinceFiled(
  book: Book,
  engine: Engine,
  flags: Flags,
  terminal: Terminal,
): Promise<Diff> {
  const today = terminal.today()
  const now = await searchableVersion(currentFile(storeFolder(process.env), flags.lists), today)
  const past = await pastListsOf(book)
  const since = changesSince(book, engine, now.screener.file, past)
  return {
    changes:
      flags.pack === undefined
        ? since.law
        : changesOfPack(loadEngine(flags.pack).pack, engine.pack),
    lists: since.lists,
    impact: impactOfNow(book, engine, now, today, past),
  }
}

const folderOf = (book: string | true): string =>
  book === true ? (process.env['LICET_BOOK'] ?? 'licet-book') : book

function checkDay(day: string, { pack }: Engine): void {
  const wrong = dateFault(day)
  if (wrong !== undefined) throw fault('bad-date', wrong, '--from, --to')
  if (day < pack.modelledFrom)
    throw fault(
      'before-the-law',
      `${day} is before ${pack.modelledFrom}, the first day that the rule pack models`,
      '--from, --to',
    )
}
