import { join } from 'node:path'
import { Fault } from '../../src/errors.ts'
import {
  addClearance,
  CLEARANCES,
  hitName,
  peopleOf,
  readClearances,
  subjectDigest,
} from '../../src/lists/clearances.ts'
import { storeFolder } from '../../src/lists/store.ts'
import { answer } from '../../src/screening/answer.ts'
import { visible } from '../../src/visible.ts'
import { bookOption, isBook, keyOption, type BookFlags } from '../book/options.ts'
import { openLists } from '../screening/open-lists.ts'
import type { AddCommand } from '../terminal.ts'
import { checkDate } from './lists/update.ts'

interface Flags extends BookFlags {
  readonly party: string
  readonly country?: string
  readonly address?: string
  readonly reason: string
  readonly by: string
  readonly evidence: string
  readonly until?: string
}

/** The file of decisions, beside the lists. */
const clearancesFile = (): string => join(storeFolder(process.env), '..', CLEARANCES)

/** `licet clear HIT`: records that a hit is another party, for exactly this party and this entry. */
export const addClear: AddCommand = (program, terminal, done) => {
  program
    .command('clear')
    .description('decide that a hit is another party; two people for the lists that take two')
    .argument('<hit>', 'id of the entry, as the answer names it')
    .requiredOption('--party <name>', 'the name that was screened, as it was written')
    .option('--country <code>', 'its country, where it was screened with one')
    .option('--address <text>', 'its address, where it was screened with one')
    .requiredOption('--reason <text>', 'why it is another party')
    .requiredOption('--by <person>', 'who decides')
    .requiredOption('--evidence <reference>', 'what shows it: a document, a page, a link')
    .option('--until <date>', 'last day on which the decision holds')
    .addOption(bookOption('book in which it is filed too, where there is one'))
    .addOption(keyOption())
    .action(async (entry: string, flags: Flags) => {
      for (const key of ['reason', 'by', 'evidence'] as const)
        if (flags[key].trim() === '')
          throw usage(`--${key} is empty`, 'a decision has a reason, a person and evidence')
      if (flags.until !== undefined) checkDate(flags.until)
      const today = terminal.today()
      if (flags.until !== undefined && flags.until < today)
        throw usage(`--until ${flags.until} has passed`, 'a day from today on')
      const subject = {
        name: flags.party,
        ...(flags.country !== undefined && { country: flags.country.toUpperCase() }),
        ...(flags.address !== undefined && { address: flags.address }),
      }
      const { screener } = await openLists({}, today, [flags.party])
      const { hits, nearMisses } = answer(screener, subject, 'near')
      const hit = [...hits, ...nearMisses].find(({ id }) => id === entry)
      if (hit === undefined)
        throw usage(
          `\`${flags.party}\` has no hit \`${entry}\``,
          hits.length === 0
            ? 'screen the party first, with the same country and address'
            : `its hits are ${hits
                .slice(0, 5)
                .map(({ id }) => id)
                .join(', ')}`,
        )
      const filed = isBook(flags)
        ? (await import('../book/file-clearance.ts')).fileClearance(hit, flags, terminal)
        : []
      const file = clearancesFile()
      addClearance(file, {
        hit: hitName(subject, entry),
        entry,
        entryDigest: hit.digest,
        subjectDigest: subjectDigest(subject),
        reason: flags.reason.trim(),
        by: flags.by.trim(),
        evidence: flags.evidence.trim(),
        until: flags.until ?? null,
        on: today,
      })
      const people = peopleOf(
        readClearances(file).filter(
          (one) =>
            one.entry === entry &&
            one.subjectDigest === subjectDigest(subject) &&
            one.entryDigest === hit.digest,
        ),
      )
      const waits = hit.consequence.twoPeople && people.length < 2
      const said = waits
        ? `recorded; ${hit.listTitle} takes two people, so the hit stays until another decides the same`
        : `cleared: ${flags.party} is not ${hit.name} (${hit.id})`
      terminal.stdout.write(`${visible(said)}\n`)
      for (const line of filed) terminal.stdout.write(`${line}\n`)
      done(0)
    })
}

const usage = (message: string, help: string): Fault =>
  new Fault(4, [{ code: 'usage', message, at: { file: 'clear' }, help }])
