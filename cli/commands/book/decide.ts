import { Option } from 'commander'
import { DECISIONS, type DecisionName } from '../../../src/book/bodies.ts'
import { decide, type Decided } from '../../../src/book/decide.ts'
import { loadEngine } from '../../../src/rules/load.ts'
import { collect, keepDocuments } from '../../book/documents.ts'
import { bookOf, filerOf, filingOf, filingOptions, type BookFlags } from '../../book/open.ts'
import type { AddCommand } from '../../terminal.ts'

interface Flags extends BookFlags {
  readonly by: string
  readonly decision: DecisionName
  readonly reason: string
  readonly authority?: string
  readonly onBehalfOf?: string
  readonly license?: string
  readonly evidence: readonly string[]
}

/** `licet book decide ID`: exit 0 where the decision stands, 2 where a second person must agree. */
export const addDecide: AddCommand = (book, terminal, done) => {
  filingOptions(book.command('decide'))
    .description('release, hold or escalate a record')
    .argument('<record>', 'record or case')
    .addOption(
      new Option('--decision <decision>', 'what is decided')
        .choices(DECISIONS)
        .makeOptionMandatory(),
    )
    .requiredOption('--reason <text>', 'why')
    .option('--authority <text>', 'on what authority')
    .option('--on-behalf-of <name>', 'for whom the person stands in')
    .option('--license <number>', 'the authorization of the register that a release rests on')
    .addOption(
      new Option('--evidence <file>', 'document that supports it; may be repeated')
        .argParser(collect)
        .default([], 'none'),
    )
    .action((record: string, flags: Flags) => {
      const opened = bookOf(flags)
      const evidence = keepDocuments(opened, flags.evidence).map(({ ref }) => ref)
      const { decision, reason, authority, onBehalfOf, license: authorization } = flags
      const wanted = { record, decision, reason, authority, onBehalfOf, authorization, evidence }
      const filing = filingOf(opened, flags, terminal)
      const decided = decide(opened, wanted, filerOf(flags), loadEngine().pack, filing)
      terminal.stdout.write(`${sayDecided(decided)}\n`)
      done(decided.body.standing === 'complete' ? 0 : 2)
    })
}

function sayDecided({ entry, record, body }: Decided): string {
  const done = `${record}: ${body.decision} by ${entry.by.name}, filed as entry ${entry.seq}`
  if (body.standing === 'complete') return done
  const why = body.secondPersonFor.map((one) =>
    'outcome' in one
      ? `the outcome is ${one.outcome}`
      : `a hit on ${one.clearedList} was cleared (${one.party})`,
  )
  return `${done}\nnot released yet: a second, different person must agree, because ${why.join('; ')}`
}
