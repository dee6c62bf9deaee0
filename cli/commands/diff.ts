import { Option } from 'commander'
import { pastEngines } from '../../src/replay/again.ts'
import { bodyOf, entriesIn, openBook, type Book } from '../../src/book/book.ts'
import type { DeterminationBody } from '../../src/book/bodies.ts'
import { fault } from '../../src/book/faults.ts'
import type { Engine } from '../../src/engine.ts'
import { dateFault } from '../../src/facts/fact-schema.ts'
import { impactOfDays, impactOfPack, type Impact } from '../../src/replay/impact.ts'
import { changesBetween, changesOfPack, type LawChange } from '../../src/replay/law-changes.ts'
import { loadEngine } from '../../src/rules/load.ts'
import { sayChange, sayDifference } from '../book/said.ts'
import type { AddCommand, Terminal } from '../terminal.ts'

interface Flags {
  readonly from?: string
  readonly to?: string
  readonly book?: string | true
  readonly pack?: string
  readonly format: 'text' | 'json'
}

interface Diff {
  readonly changes: readonly LawChange[]
  readonly impact: Impact | null
}

/** `licet diff`: what a change of law does: to provisions and tables, and to what was decided in the past. */
export const addDiff: AddCommand = (program, terminal, done) => {
  program
    .command('diff')
    .description('what a change of law does: to provisions and tables, and to filed decisions')
    .option('--from <date>', 'law date before')
    .option('--to <date>', 'law date after')
    .option('--pack <file>', 'an earlier rule pack (JSON), against the one of now')
    .option('--book [folder]', 'the filed decisions that it touches')
    .addOption(
      new Option('--format <format>', 'text or json').choices(['text', 'json']).default('text'),
    )
    .action((flags: Flags) => {
      const diff = diffOf(flags)
      if (flags.format === 'json') terminal.stdout.write(`${JSON.stringify(diff, null, 2)}\n`)
      else sayDiff(diff, terminal)
      done(diff.impact !== null && diff.impact.touched.length > 0 ? 1 : 0)
    })
}

function diffOf(flags: Flags): Diff {
  const engine = loadEngine()
  const book = flags.book === undefined ? undefined : openBook(folderOf(flags.book))
  const { from, to } = flags
  if (from !== undefined && to !== undefined) {
    for (const day of [from, to]) checkDay(day, engine)
    return {
      changes: changesBetween(engine.pack, from, to),
      impact: book === undefined ? null : impactOfDays(book, engine, from, to),
    }
  }
  if (from !== undefined || to !== undefined)
    throw fault('bad-dates', 'give both --from and --to', 'diff')
  if (book === undefined && flags.pack === undefined)
    throw fault('nothing-to-compare', 'give --from and --to, --pack, or --book', 'diff')
  return {
    changes:
      flags.pack === undefined
        ? changesSince(book!, engine)
        : changesOfPack(loadEngine(flags.pack).pack, engine.pack),
    impact: book === undefined ? null : impactOfPack(book, engine),
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

/** What the pack of now says otherwise than any pack by which a filed case was judged. */
function changesSince(book: Book, engine: Engine): LawChange[] {
  const past = pastEngines(book)
  const packs = new Set(
    entriesIn(book)
      .filter(({ kind }) => kind === 'determination')
      .flatMap((entry) => {
        const body = bodyOf(book, entry) as DeterminationBody | undefined
        return body === undefined ? [] : [body.determination.basis.pack.sha256]
      }),
  )
  const all = [...packs].flatMap((digest) => changesOfPack(past(digest, 'en').pack, engine.pack))
  return [
    ...new Map(
      all.map((change) => [`${change.kind} ${change.id} ${change.how.join()}`, change]),
    ).values(),
  ]
}

const SHOWN = 6

function sayDiff({ changes, impact }: Diff, { stdout }: Terminal): void {
  for (const change of changes) stdout.write(`${sayChange(change)}\n`)
  stdout.write(`${changes.length} changes of law\n`)
  if (impact === null) return
  for (const { record, outcome, differences } of impact.touched) {
    const { before, after } = outcome
    stdout.write(
      `\n${record}: ${before === after ? `${before}, on other conditions` : `${before} -> ${after}`}\n`,
    )
    for (const one of differences.slice(0, SHOWN)) stdout.write(`  ${sayDifference(one)}\n`)
    const more = differences.length - SHOWN
    if (more > 0) stdout.write(`  and ${more} more; --format json has them all\n`)
  }
  for (const { record, why } of impact.refused)
    stdout.write(`\n${record}: could not be judged: ${why}\n`)
  const { judged, touched, explainedOtherwise, refused } = impact
  stdout.write(
    [
      '',
      `${touched.length} of ${judged + refused.length} filed cases are touched`,
      ...(explainedOtherwise.length === 0
        ? []
        : [
            `${explainedOtherwise.length} more keep their answer and read otherwise: ${explainedOtherwise.join(', ')}`,
          ]),
      '',
    ].join('\n'),
  )
}
