import type { PartyHit, PartyScreening } from '../../determination.ts'
import { say, type Wording } from '../../wording/wording.ts'
import { quiet, text, heading, type Block, type Section } from '../blocks.ts'
import type { Line } from '../lines.ts'
import { titled } from '../lines.ts'

/** What screening found of each party; null where nothing was screened. */
export function screeningSection(
  screening: readonly PartyScreening[],
  wording: Wording,
): Section | null {
  if (screening.length === 0) return null
  const blocks = screening.flatMap((party): Block[] => [
    heading(party.name),
    text(sayStatus(party, wording)),
    ...party.hits.flatMap((hit): Block[] => [
      text(sayHit(hit, wording)),
      ...sayConsequence(hit, wording).map(quiet),
    ]),
    ...party.cleared.map((hit) => quiet(sayCleared(hit, wording))),
    ...sayNear(party, wording).map(quiet),
  ])
  return { id: 'screening', title: say(wording, 'screening.title'), blocks }
}

/** The same for a terminal: parties with hits, and what could not be compared. */
export function screeningLines(
  screening: readonly PartyScreening[],
  wording: Wording,
  explain: boolean,
): Line[] {
  const shown = screening.filter(
    ({ hits, cleared, status }) =>
      explain ||
      hits.length > 0 ||
      cleared.length > 0 ||
      status === 'question' ||
      status === 'stale',
  )
  if (shown.length === 0) return []
  return titled(
    say(wording, 'screening.title'),
    shown.flatMap((party): Line[] => [
      { lead: '  ', text: sayParty(party, wording) },
      ...party.cleared.map((hit) => ({ lead: '    ', text: sayCleared(hit, wording) })),
      ...party.hits
        .slice(0, explain ? party.hits.length : MOST_SHOWN)
        .flatMap((hit): Line[] => [
          { lead: '    ', text: sayHit(hit, wording) },
          ...sayConsequence(hit, wording).map((line) => ({ lead: '      ', text: line })),
        ]),
    ]),
  )
}

const MOST_SHOWN = 3

/** What fell just short of the threshold, so that a reader sees how near it came. */
const sayNear = ({ nearMisses, threshold }: PartyScreening, wording: Wording): string[] =>
  nearMisses.length === 0
    ? []
    : [
        say(wording, 'screening.near-misses', {
          threshold,
          list: nearMisses
            .map(({ list, name, score }) =>
              say(wording, 'screening.hint-of', { name, list, score: score?.toFixed(1) ?? '' }),
            )
            .join('; '),
        }),
      ]

const sayParty = (party: PartyScreening, wording: Wording): string =>
  say(wording, 'screening.of-party', { name: party.name, status: sayStatus(party, wording) })

const sayCleared = (
  { name, id, by, reason, until }: PartyScreening['cleared'][number],
  wording: Wording,
): string =>
  say(wording, `screening.${until === null ? 'cleared' : 'cleared-until'}`, {
    name,
    id,
    by: by.join(say(wording, 'screening.and')),
    until: until ?? '',
    reason,
  })

function sayStatus(
  { status, contradicts, lists, notComparable, hits }: PartyScreening,
  wording: Wording,
): string {
  switch (status) {
    case 'stated':
      return say(wording, 'screening.stated')
    case 'listed': {
      const key = contradicts ? 'screening.listed-beyond-case' : 'screening.listed'
      return say(wording, key, { lists: lists!.join(', ') })
    }
    case 'none':
      return say(wording, 'screening.no-hit')
    case 'question': {
      const key = hits.length === 1 ? 'screening.may-be-one' : 'screening.may-be-several'
      return [...(hits.length > 0 ? [say(wording, key)] : []), ...notComparable].join('; ')
    }
    case 'before-the-lists':
      return say(wording, `screening.${contradicts ? 'later-than-case' : 'before-the-lists'}`)
    case 'stale':
      return [say(wording, 'screening.stale'), ...notComparable].join('; ')
  }
}

const sayHit = (
  { score, band, name, matched, listTitle, listDate, id }: PartyHit,
  wording: Wording,
): string =>
  say(wording, matched === null || matched === name ? 'screening.hit' : 'screening.hit-as', {
    score: score === null ? say(wording, 'screening.by-address') : score.toFixed(1),
    band: say(wording, `screening.bands.${band}`),
    name,
    matched: matched ?? '',
    list: listTitle,
    date: listDate,
    id,
  })

function sayConsequence(
  { citation, requirement, notice, reviewPolicy, exceptions, footnotes }: PartyHit,
  wording: Wording,
): string[] {
  const where = (key: string, value: string | null): string[] =>
    value === null ? [] : [say(wording, `screening.${key}`, { value })]
  return [
    say(wording, 'screening.requirement', { citation, requirement }),
    ...where('review-policy', reviewPolicy),
    ...where('exceptions', exceptions),
    ...where('footnotes', footnotes.length === 0 ? null : footnotes.join(', ')),
    ...where('notice', notice),
  ]
}
