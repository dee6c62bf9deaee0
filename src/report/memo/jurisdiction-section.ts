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
  const groups = alike(jurisdiction)
  return {
    id: 'jurisdiction',
    title: say(wording, 'book.jurisdiction'),
    blocks: [
      ...(groups.length === 0 ? [text(say(wording, 'book.jurisdiction-no-item'))] : []),
      ...groups.flatMap((group) => [
        ...(groups.length === 1
          ? []
          : [
              heading(
                reachOf(
                  group.map(({ item }) => item),
                  wording,
                ),
              ),
            ]),
        ...groupBlocks(group, wording),
      ]),
    ],
  }
}

interface OfItem {
  readonly item: number
  readonly entries: readonly JurisdictionEntry[]
}

/** Items of which every basis stands the same, together. */
function alike(jurisdiction: readonly JurisdictionEntry[]): OfItem[][] {
  const groups = new Map<string, OfItem[]>()
  for (const item of new Set(jurisdiction.map((one) => one.item))) {
    const entries = jurisdiction.filter((one) => one.item === item)
    const key = JSON.stringify(entries.map(({ id, verdict, prongs }) => [id, verdict, prongs]))
    groups.set(key, [...(groups.get(key) ?? []), { item, entries }])
  }
  return [...groups.values()]
}

/** The proofs of a basis for the items of a group, each once. */
function proofsOf(group: readonly OfItem[], id: string): JurisdictionEntry['proof'][] {
  const proofs = group.map(({ entries }) => entries.find((one) => one.id === id)!.proof)
  return [...new Map(proofs.map((proof) => [JSON.stringify(proof), proof])).values()]
}

function groupBlocks(group: readonly OfItem[], wording: Wording): Block[] {
  const all = group[0]!.entries
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
    ...standing.flatMap(({ id, citation, title, source, kind, verdict }): Block[] => [
      text(say(wording, `book.jurisdictions.${kind}-${verdict}`, { citation, title, source })),
      ...proofsOf(group, id).flatMap((proof): Block[] =>
        proof === null
          ? []
          : [
              {
                kind: 'proof',
                title: say(wording, 'report.proof'),
                lines: narrate(proof, wording),
              },
            ],
      ),
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
