import { contextOf } from '../../src/check.ts'
import type { Determination } from '../../src/determination.ts'
import type { Engine } from '../../src/engine.ts'
import { Fault } from '../../src/errors.ts'
import { dealItems } from '../../src/facts/deal.ts'
import type { ReadCase } from '../../src/facts/read-case.ts'
import { BLANK, layOut, type Line } from '../../src/report/lines.ts'
import { loadEngine } from '../../src/rules/load.ts'
import type { Active, Law } from '../../src/rules/on-day.ts'
import { suggest } from '../../src/suggest.ts'
import { say } from '../../src/wording/wording.ts'
import { conflictLines, provisionLines } from '../explained-lines.ts'
import { readInputs, readProfiles } from '../inputs.ts'
import { screeningFor } from '../screening/screen-cases.ts'
import { wantsColor, widthOf, type AddCommand } from '../terminal.ts'
import {
  judgeCase,
  judgingOptions,
  partyOptions,
  type CheckFlags,
  type PartyFlags,
} from './check.ts'

interface Flags extends CheckFlags, PartyFlags {
  readonly full?: boolean
}

/** `licet explain DEAL ID`: why a provision applies or does not, and what would change that. */
export const addExplain: AddCommand = (program, terminal, done) => {
  const command = program
    .command('explain')
    .description('the proof of one finding, exception, considered provision or paragraph of a deal')
    .argument('<deal>', 'case file in YAML or JSON')
    .argument('<id>', 'id of a provision, such as ear.740.8.nac, or a paragraph, such as 4A090.a')
  for (const option of [...judgingOptions(), ...partyOptions()]) command.addOption(option)
  command.option('--full', 'show the branches that did not decide too')
  command.action(async (path: string, id: string, flags: Flags) => {
    const engine = loadEngine(undefined, flags.lang)
    const inputs = readInputs([path], engine)
    const cases = inputs.flatMap((input) => (input.ok ? [input.value.case] : []))
    const screening = await screeningFor(cases, flags, terminal)
    const blocks = inputs.map((input) => {
      if (!input.ok) throw new Fault(4, input.issues)
      return explained(
        input.value,
        id,
        flags,
        engine,
        judgeCase(input.value, flags, engine, terminal, undefined, screening),
      )
    })
    const legend = [
      say(engine.wording, 'proof.legend'),
      ...(flags.full === true ? [] : [say(engine.wording, 'cli.explain.folded')]),
    ]
    const lines: Line[] = [
      ...blocks.flatMap((block) => [...block, BLANK]),
      { lead: '', text: legend.join(' '), look: 'quiet' },
    ]
    terminal.stdout.write(layOut(lines, { width: widthOf(terminal), color: wantsColor(terminal) }))
    done(0)
  })
}

function explained(
  { case: input }: ReadCase,
  id: string,
  flags: Flags,
  engine: Engine,
  determination: Determination,
): Line[] {
  const { lawDate, includeProposed, posture } = determination.basis
  const law = engine.lawOn(lawDate, includeProposed)
  const trial = { posture, profiles: readProfiles(flags.assume, engine) }
  const found = provisionsOf(law, id)
  const conflicts = conflictLines(determination, id, engine.wording)
  if (found.length === 0 && conflicts.length === 0) throw unknownId(id, law, determination)
  const deals = dealItems(input, contextOf(engine, law, trial))
  const blocks = deals.flatMap((deal) =>
    found.map((active) =>
      provisionLines(
        { engine, law, input, item: deal.index, active, trial },
        deal,
        flags.full === true,
      ),
    ),
  )
  return [...conflicts, ...blocks.flatMap((block, i) => (i === 0 ? block : [BLANK, ...block]))]
}

/** The provisions of the day with an id, or that conclude a paragraph. */
function provisionsOf(law: Law, id: string): Active[] {
  const all = Object.values(law.by).flat()
  const exact = all.filter(({ provision }) => provision.id === id)
  return exact.length > 0 ? exact : all.filter(({ provision }) => provision.concludes === id)
}

function unknownId(id: string, law: Law, { findings, exceptions }: Determination): Fault {
  const provisions = Object.values(law.by)
    .flat()
    .map(({ provision }) => provision)
  const names = [
    ...provisions.map((provision) => provision.id),
    ...provisions.flatMap(({ concludes }) => concludes ?? []),
  ]
  const near = suggest(id, names) ?? names.find((name) => name.endsWith(`.${id}`))
  const ids = [...new Set([...findings, ...exceptions].map((one) => one.id))]
  const inDeal =
    ids.length === 0 ? 'the deal has no finding' : `ids in this deal: ${ids.join(', ')}`
  return new Fault(4, [
    {
      code: 'unknown-id',
      message: `no provision \`${id}\` in the law of ${law.day}`,
      at: { file: 'explain' },
      help: near === undefined ? inDeal : `did you mean \`${near}\`?`,
    },
  ])
}
