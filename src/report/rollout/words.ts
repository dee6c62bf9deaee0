import type { Outcome } from '../../determination.ts'
import type { Answer, Cell, Change, Rollout, Side } from '../../rollout/rollout.ts'
import { heldByPolicy, mayGo } from '../../rollout/findings.ts'
import { countryText, named } from '../../wording/values.ts'
import { count, find, say, type Wording } from '../../wording/wording.ts'
import type { ColumnIds } from './matrix.ts'

/** `Iran (IR)`, `Crimea (UA-43)`. */
export function placeText(wording: Wording, code: string): string {
  const region = find(wording, `rollout.region.${code}`)
  return region === undefined ? countryText(wording, code) : `${region} (${code})`
}

/** Names of a few places, codes of many, and `all 254 places` or all but a few of them. */
export function placesText(
  wording: Wording,
  codes: readonly string[],
  all: readonly string[],
): string {
  const n = all.length
  if (codes.length <= 3) return codes.map((code) => placeText(wording, code)).join(', ')
  if (codes.length === n) return say(wording, 'rollout.all-places', { n })
  const held = new Set(codes)
  const others = all.filter((code) => !held.has(code))
  if (codes.length > 60 && others.length <= 12)
    return say(wording, 'rollout.all-but', { n, places: others.join(' ') })
  return codes.join(' ')
}

/** Places where the matrix names them all: the first of more than a dozen. */
export function fewPlaces(
  wording: Wording,
  codes: readonly string[],
  all: readonly string[],
): string {
  const text = placesText(wording, codes, all)
  if (codes.length <= 12 || text.length <= 90) return text
  const shown = codes.slice(0, 10)
  return say(wording, 'rollout.first-places', {
    n: codes.length,
    places: shown.join(' '),
    more: codes.length - shown.length,
  })
}

/** `api`, `api / frontier`, `api / frontier / business`: as many parts as the rollout has several of. */
export function columnText({ models, customers }: Rollout, ids: ColumnIds): string {
  return columnParts({ models, customers }, ids).join(' / ')
}

export function columnParts(
  { models, customers }: Pick<Rollout, 'models' | 'customers'>,
  { feature, model, customers: who }: ColumnIds,
): string[] {
  return [
    feature,
    ...(model === null || models.length < 2 ? [] : [model]),
    ...(who === null || customers.length < 2 ? [] : [who]),
  ]
}

/** The number of an answer's note. Notes count from 1 for people. */
export const noteOf = ({ answer }: Pick<Cell, 'answer'>): number => answer + 1

/** A cell in a few letters: `*facts [3] t P`. */
export function cellText(
  cell: Cell | undefined,
  { answers }: Rollout,
  wording: Wording,
  marksOn: boolean,
): string {
  if (cell === undefined) return '-'
  const answer = answers[cell.answer]!
  const marks = [...(answer.textOnly === null ? [] : ['t']), ...policyMark(answer)]
  const word = say(wording, `rollout.short.${cell.outcome}`)
  return [`${marksOn && cell.on ? '*' : ''}${word}`, `[${noteOf(cell)}]`, ...marks].join(' ')
}

/** `P` where the provider's terms bar it, `P?` where a missing fact does not let one say. */
const policyMark = ({ grounds }: Answer): string[] =>
  grounds.policy.outcome === null ? [] : [grounds.policy.outcome === 'prohibited' ? 'P' : 'P?']

/**
 * The deciding reason of a cell in a few letters: the first citation, or how many facts are missing; of the
 * provider's policy where that alone stands in the way.
 */
export function reasonText(cell: Cell | undefined, { answers }: Rollout, wording: Wording): string {
  if (cell === undefined) return ''
  const answer = answers[cell.answer]!
  if (answer.outcome === 'needs-facts')
    return count(wording, 'rollout.facts-missing', answer.open.length)
  const deciding = answer.reasons.filter(({ decides }) => decides)
  const [first, ...others] = deciding.length > 0 ? deciding : answer.reasons.filter(isPolicy)
  if (first === undefined) return ''
  const citation = shortened(first.citation.replace(/^15 CFR /, '').split(/[,;]| \(/, 1)[0]!)
  return others.length === 0 ? citation : `${citation} +${others.length}`
}

/** Characters of a citation that a cell has room for. */
const ROOM = 24

/** The first words of a long citation: the note has it whole. */
function shortened(citation: string): string {
  if (citation.length <= ROOM) return citation
  const cut = citation.slice(0, ROOM)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 8))}\u2026`
}

const isPolicy = ({ grounds }: Answer['reasons'][number]): boolean => grounds.includes('policy')

/** What one number of an answer stands for, a line for each thing that a reader must know of it. */
export function noteLines(answer: Answer, wording: Wording): string[] {
  return [
    ...groundLines(answer, wording),
    ...(answer.open.length === 0
      ? []
      : [say(wording, 'rollout.asks', { facts: few(answer.open, wording) })]),
    ...(answer.reviewPolicy === null
      ? []
      : [
          say(wording, 'rollout.review-policy', {
            policy: named(wording, 'policies', answer.reviewPolicy),
          }),
        ]),
    ...(answer.textOnly === null
      ? []
      : [say(wording, 'rollout.text-only', { outcome: outcomeText(wording, answer.textOnly) })]),
    ...(answer.conditions.length === 0
      ? []
      : [
          say(wording, 'rollout.conditions', {
            list: answer.conditions.map(({ citation, text }) => `${citation} ${text}`).join(' '),
          }),
        ]),
    ...answer.notices.map(({ status, citation, title }) =>
      say(wording, 'rollout.notice', {
        status: named(wording, 'statuses', status),
        citation,
        title,
      }),
    ),
    ...seatLines(answer, wording),
  ]
}

const SHOWN = 6

const few = (all: readonly string[], wording: Wording): string =>
  all.length <= SHOWN
    ? all.join(', ')
    : say(wording, 'rollout.asks-more', {
        facts: all.slice(0, SHOWN).join(', '),
        n: all.length - SHOWN,
      })

/** Law, list, ownership and provider policy, each on a line of its own. */
function groundLines({ reasons, outcome }: Answer, wording: Wording): string[] {
  const shown =
    outcome === 'needs-facts'
      ? reasons.filter((reason) => reason.verdict === 'yes' || isPolicy(reason))
      : reasons
  const byGround = new Map<string, Map<string, string[]>>()
  for (const { grounds, citation, title, status } of shown) {
    const mark =
      status === 'in-force' || status === 'policy' ? '' : ` (${named(wording, 'statuses', status)})`
    const ground = grounds.map((one) => say(wording, `rollout.grounds.${one}`)).join(' + ')
    const cited = byGround.get(ground) ?? new Map<string, string[]>()
    cited.set(citation, [...(cited.get(citation) ?? []), `${title}${mark}`])
    byGround.set(ground, cited)
  }
  const lines = [...byGround].map(([ground, cited]) =>
    say(wording, 'rollout.on-ground', {
      ground,
      reasons: [...cited]
        .map(([citation, titles]) => `${citation}: ${titles.join('; ')}`)
        .join(' | '),
    }),
  )
  return lines.length > 0 || outcome === 'needs-facts'
    ? lines
    : [say(wording, 'rollout.nothing-found')]
}

function seatLines({ seats }: Answer, wording: Wording): string[] {
  if (seats === null) return []
  const seat = (code: string | null): string =>
    code === null ? say(wording, 'rollout.seat-own') : placeText(wording, code)
  return [
    say(wording, 'rollout.seats', {
      headquarters: seat(seats.headquarters),
      parent: seat(seats.parentHeadquarters),
    }),
  ]
}

export const outcomeText = (wording: Wording, outcome: Outcome): string =>
  say(wording, `outcomes.${outcome}.title`)

/** `To be switched on: 250 cells ...`: how the gate stands. */
export function tallyLines({ cells, answers }: Rollout, wording: Wording): string[] {
  const on = cells.filter((cell) => cell.on)
  if (on.length === 0) return [say(wording, 'rollout.nothing-on')]
  const go = on.filter(mayGo).length
  const stop = on.filter(
    ({ outcome }) => outcome === 'license-required' || outcome === 'prohibited',
  ).length
  const barred = on.filter(({ answer }) => heldByPolicy(answers[answer]!)).length
  return [
    say(wording, 'rollout.tally', { on: on.length, go, stop, wait: on.length - go - stop }),
    ...(barred === 0 ? [] : [count(wording, 'rollout.policy-tally', barred)]),
  ]
}

/** Changes with the places together that changed alike. */
export function changeLines(
  rollout: Rollout,
  changes: readonly Change[],
  wording: Wording,
  byDay: boolean,
): string[] {
  const groups = new Map<string, { change: Change; places: string[] }>()
  for (const change of changes) {
    const { place, feature, model, customers, before, after } = change
    const key = JSON.stringify([feature, model, customers, before, after])
    const known = groups.get(key)
    if (known === undefined) groups.set(key, { change, places: [place] })
    else known.places.push(place)
  }
  return [...groups.values()].map(({ change, places }) =>
    say(wording, byDay ? 'rollout.change-day' : 'rollout.change', {
      column: columnText(rollout, change),
      day: change.after?.asOf ?? change.before?.asOf ?? '',
      before: sideText(change.before, wording),
      after: afterText(change, wording),
      places: fewPlaces(wording, places, rollout.places),
    }),
  )
}

function afterText({ before, after }: Change, wording: Wording): string {
  if (before === null || after === null || before.outcome !== after.outcome)
    return sideText(after, wording)
  const list = (ids: readonly string[]): string =>
    ids.length === 0 ? say(wording, 'values.none') : ids.join(', ')
  const [then, now] = [before, after]
    .map(({ because, policy }) => [...because, ...policy])
    .map((ids, i, both) => list(ids.filter((id) => !both[1 - i]!.includes(id))))
  return say(wording, 'rollout.same-outcome', {
    outcome: outcomeText(wording, after.outcome),
    before: then!,
    after: now!,
  })
}

const sideText = (side: Side | null, wording: Wording): string =>
  side === null ? say(wording, 'rollout.no-cell') : outcomeText(wording, side.outcome)
