import type { PartyHit, PartyScreening } from '../../determination.ts'
import { quiet, text, heading, type Block, type Section } from '../blocks.ts'
import type { Line } from '../lines.ts'
import { titled } from '../lines.ts'

const TITLE = 'Screening'

/** What screening found of each party; null where nothing was screened. */
export function screeningSection(screening: readonly PartyScreening[]): Section | null {
  if (screening.length === 0) return null
  const blocks = screening.flatMap((party): Block[] => [
    heading(party.name),
    text(sayStatus(party)),
    ...party.hits.flatMap((hit): Block[] => [text(sayHit(hit)), ...sayConsequence(hit).map(quiet)]),
    ...party.cleared.map((hit) => quiet(sayCleared(hit))),
  ])
  return { id: 'screening', title: TITLE, blocks }
}

/** The same for a terminal: parties with hits, and what could not be compared. */
export function screeningLines(screening: readonly PartyScreening[], explain: boolean): Line[] {
  const shown = screening.filter(
    ({ hits, cleared, status }) =>
      explain || hits.length > 0 || cleared.length > 0 || status === 'question',
  )
  return titled(
    TITLE,
    shown.flatMap((party): Line[] => [
      { lead: '  ', text: `${party.name}: ${sayStatus(party)}` },
      ...party.cleared.map((hit) => ({ lead: '    ', text: sayCleared(hit) })),
      ...party.hits
        .slice(0, explain ? party.hits.length : MOST_SHOWN)
        .flatMap((hit): Line[] => [
          { lead: '    ', text: sayHit(hit) },
          ...sayConsequence(hit).map((line) => ({ lead: '      ', text: line })),
        ]),
    ]),
  )
}

const MOST_SHOWN = 3

const sayCleared = ({ name, id, by, reason, until }: PartyScreening['cleared'][number]): string =>
  `set aside as another party: ${name}, ${id}; by ${by.join(' and ')}${until === null ? '' : ` until ${until}`}: ${reason}`

function sayStatus({ status, contradicts, lists, notComparable, hits }: PartyScreening): string {
  switch (status) {
    case 'stated':
      return contradicts
        ? 'the case says on which lists it is, and the lists say more: check it'
        : 'the case says on which lists it is'
    case 'listed':
      return `it has the name of an entry: ${lists!.join(', ')}`
    case 'none':
      return 'no hit at the threshold'
    case 'question':
      return [
        ...(hits.length > 0
          ? [
              `it may be ${hits.length === 1 ? 'an entry' : 'one of these entries'}: a person decides`,
            ]
          : []),
        ...notComparable,
      ].join('; ')
    case 'before-the-lists':
      return 'the law date is before the lists, which can\u2019t tell of that day'
  }
}

const sayHit = ({ score, band, name, matched, listTitle, listDate, id }: PartyHit): string =>
  `${score === null ? 'address' : score.toFixed(1)} ${band}: ${name}${matched === null || matched === name ? '' : ` (${matched})`}, ${listTitle} of ${listDate}, ${id}`

function sayConsequence({ citation, requirement, notice, ...hit }: PartyHit): string[] {
  return [
    `${citation}: ${requirement}`,
    ...(hit.reviewPolicy === null ? [] : [`review policy: ${hit.reviewPolicy}`]),
    ...(hit.exceptions === null ? [] : [`license exceptions: ${hit.exceptions}`]),
    ...(hit.footnotes.length === 0 ? [] : [`footnotes ${hit.footnotes.join(', ')}`]),
    ...(notice === null ? [] : [`notice: ${notice}`]),
  ]
}
