import type { JurisdictionEntry } from '../../book/bodies.ts'
import { narrate } from '../../explain/narrate.ts'
import { say, type Wording } from '../../wording/wording.ts'
import { heading, quiet, table, text, type Block, type Section } from '../blocks.ts'
import { reachOf } from '../reasons.ts'

/** On what basis each item is subject to the EAR, and every other basis and exclusion with its prongs. */
export function jurisdictionSection(
  jurisdiction: readonly JurisdictionEntry[],
  wording: Wording,
): Section {
  const items = [...new Set(jurisdiction.map(({ item }) => item))]
  return {
    id: 'jurisdiction',
    title: say(wording, 'book.jurisdiction'),
    blocks: items.flatMap((item) => [
      ...(items.length === 1 ? [] : [heading(reachOf([item], wording))]),
      ...itemBlocks(
        jurisdiction.filter((one) => one.item === item),
        wording,
      ),
    ]),
  }
}

function itemBlocks(all: readonly JurisdictionEntry[], wording: Wording): Block[] {
  const standing = all.filter(({ verdict }) => verdict !== 'no')
  const rest = all
    .filter(({ verdict, kind }) => verdict === 'no' && kind === 'jurisdiction')
    .map(({ citation, title, prongs }) => [
      citation,
      title,
      prongs
        .map(({ cite, verdict }) => `${cite}: ${say(wording, `book.prongs.${verdict}`)}`)
        .join('; '),
    ])
  const excluded = all.filter(({ verdict, kind }) => verdict === 'no' && kind === 'exclusion')
  const columns = [
    ['provision', 0.22],
    ['effect', 0.36],
    ['prongs', 0.42],
  ] as const
  return [
    ...(standing.some(({ kind }) => kind === 'jurisdiction')
      ? []
      : [text(say(wording, 'book.jurisdiction-none'))]),
    ...standing.flatMap(({ citation, title, source, kind, verdict, proof }): Block[] => [
      text(say(wording, `book.jurisdictions.${kind}-${verdict}`, { citation, title, source })),
      ...(proof === null
        ? []
        : [
            {
              kind: 'proof' as const,
              title: say(wording, 'report.proof'),
              lines: narrate(proof, wording),
            },
          ]),
    ]),
    ...(rest.length === 0 ? [] : [quiet(say(wording, 'book.jurisdiction-others'))]),
    ...table(wording, columns, rest),
    ...(excluded.length === 0
      ? []
      : [
          quiet(
            say(wording, 'book.jurisdiction-excluded', {
              list: excluded.map(({ citation }) => citation).join('; '),
            }),
          ),
        ]),
  ]
}
