import { canonical } from '../book/digest.ts'
import type { Determination, PartyScreening } from '../determination.ts'

/** How far a difference reaches: the answer, what it asks to be done, or how it is explained. */
export const REACHES = ['answer', 'conditions', 'explanation'] as const
export type Reach = (typeof REACHES)[number]

/** One thing in which two determinations of a case differ. Null stands for what is not there. */
export interface Difference {
  readonly reach: Reach
  readonly what: string
  /** Id of the provision that it is about; null where it is about none. */
  readonly provision: string | null
  readonly before: string | null
  readonly after: string | null
}

type Keyed = Readonly<Record<string, { readonly says: string; readonly provision: string | null }>>

/** Everything in which a determination differs from an earlier one of the same case, the answer first. */
export function differences(before: Determination, after: Determination): Difference[] {
  if (canonical(before) === canonical(after)) return []
  const found = PARTS.flatMap(({ reach, of }) => compared(reach, of(before), of(after))).map(
    (one) => (isUnusable(one) ? { ...one, reach: 'explanation' as const } : one),
  )
  if (found.length > 0) return found.sort((a, b) => order(a) - order(b))
  const finer = [...proofs(before, after), ...basis(before, after)]
  return finer.length > 0 ? finer : parts(before, after)
}

const order = ({ reach }: Difference): number => REACHES.indexOf(reach)

/** An exception that lifts nothing, before as after, only explains. */
const isUnusable = ({ what, before, after }: Difference): boolean =>
  what.startsWith('exception ') && [before, after].every((says) => says?.startsWith('no,') ?? true)

interface Part {
  readonly reach: Reach
  readonly of: (determination: Determination) => Keyed
}

const single = (what: string, says: string | null): Keyed =>
  says === null ? {} : { [what]: { says, provision: null } }

function keyed<T>(
  all: readonly T[],
  key: (each: T) => string,
  says: (each: T) => string,
  provision: (each: T) => string | null = () => null,
): Keyed {
  return Object.fromEntries(
    all.map((each) => [key(each), { says: says(each), provision: provision(each) }]),
  )
}

const place = (item: number | null, party: number | null = null): string =>
  [
    ...(item === null ? [] : [`item ${item + 1}`]),
    ...(party === null ? [] : [`party ${party + 1}`]),
  ].join(', ') || 'deal'

const PARTS: readonly Part[] = [
  { reach: 'answer', of: ({ outcome }) => single('outcome', outcome) },
  { reach: 'answer', of: ({ reviewPolicy }) => single('review policy', reviewPolicy) },
  { reach: 'answer', of: ({ textOnly }) => single('outcome of the text alone', textOnly) },
  {
    reach: 'answer',
    of: ({ items }) =>
      keyed(
        items,
        ({ index }) => `item ${index + 1}`,
        ({ outcome, classification }) =>
          `${outcome}, ${classification.paragraph ?? 'not classified'}`,
      ),
  },
  {
    reach: 'answer',
    of: ({ because }) =>
      keyed(
        because,
        (id) => `decided by ${id}`,
        () => 'yes',
        (id) => id,
      ),
  },
  {
    reach: 'conditions',
    of: ({ screening }) =>
      keyed(screening, ({ at, name }) => `screening of ${at}, ${name}`, sayScreening),
  },
  {
    reach: 'conditions',
    of: ({ findings }) =>
      keyed(
        findings,
        ({ id, item, party }) => `finding ${id} (${place(item, party)})`,
        ({ verdict, status, source, liftedBy }) =>
          [verdict, status, source, ...liftedBy.map((by) => `lifted by ${by}`)].join(', '),
        ({ id }) => id,
      ),
  },
  {
    reach: 'conditions',
    of: ({ exceptions }) =>
      keyed(
        exceptions,
        ({ id, item }) => `exception ${id} (${place(item)})`,
        ({ verdict, status, failed, open }) =>
          [
            verdict,
            status,
            ...failed.map((cite) => `not met ${cite}`),
            ...open.map((cite) => `open ${cite}`),
          ].join(', '),
        ({ id }) => id,
      ),
  },
  {
    reach: 'conditions',
    of: ({ obligations }) =>
      keyed(
        obligations,
        ({ citation, text, item }) => `obligation ${citation} (${place(item)}): ${text}`,
        ({ dueBy }) => (dueBy === null ? 'due' : `due by ${dueBy}`),
        ({ provision }) => provision,
      ),
  },
  {
    reach: 'conditions',
    of: ({ questions }) =>
      keyed(
        questions,
        ({ fact }) => `question ${fact}`,
        ({ ask }) => ask,
      ),
  },
  {
    reach: 'conditions',
    of: ({ redFlags }) =>
      keyed(
        redFlags,
        ({ id, item }) => `red flag ${id} (${place(item)})`,
        ({ open }) => (open ? 'open' : 'resolved'),
        ({ id }) => id,
      ),
  },
  {
    reach: 'conditions',
    of: ({ ownership }) =>
      keyed(ownership, ({ party }) => `owners of party ${party + 1}`, canonical),
  },
  {
    reach: 'explanation',
    of: ({ considered }) =>
      keyed(
        considered,
        ({ id, item }) => `considered ${id} (${place(item)})`,
        ({ failed, status }) => `${status}, ${failed}`,
        ({ id }) => id,
      ),
  },
  {
    reach: 'explanation',
    of: ({ notices }) =>
      keyed(
        notices,
        ({ id }) => `notice ${id}`,
        ({ status, text }) => `${status}: ${text}`,
        ({ id }) => id,
      ),
  },
  {
    reach: 'explanation',
    of: ({ facts }) =>
      keyed(
        facts,
        ({ path }) => `fact ${path}`,
        ({ value }) => canonical(value),
      ),
  },
  {
    reach: 'explanation',
    of: ({ facts }) =>
      keyed(
        facts,
        ({ path }) => `source of ${path}`,
        ({ source }) => source,
      ),
  },
  {
    reach: 'explanation',
    of: ({ notModelled }) =>
      keyed(
        notModelled,
        ({ citation }) => `not modeled: ${citation}`,
        ({ state, why }) => `${state}: ${why}`,
      ),
  },
]

/** Scores are left out: every change of a list moves them a little. */
const sayScreening = ({ status, lists, contradicts, hits, cleared }: PartyScreening): string =>
  [
    lists === null || lists.length === 0 ? status : `${status} (${lists.join(', ')})`,
    ...(contradicts ? ['the case says less'] : []),
    ...hits.map((hit) => `${hit.id} ${hit.name}, ${hit.band}, entry ${hit.digest.slice(0, 8)}`),
    ...cleared.map(({ id, name, by }) => `cleared by ${by.join(' and ')}: ${id} ${name}`),
  ].join('; ')

function compared(reach: Reach, before: Keyed, after: Keyed): Difference[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return names.flatMap((what): Difference[] => {
    const [was, is] = [before[what], after[what]]
    if (was?.says === is?.says) return []
    const provision = (is ?? was)!.provision
    return [{ reach, what, provision, before: was?.says ?? null, after: is?.says ?? null }]
  })
}

/** Provisions whose proof or words differ, where the answer and what it asks for are the same. */
function proofs(before: Determination, after: Determination): Difference[] {
  const of = ({ findings, exceptions }: Determination): Keyed =>
    keyed(
      [...findings, ...exceptions],
      ({ id, item }) => `proof of ${id} (${place(item)})`,
      ({ proof, title, citation }) => canonical({ proof, title, citation }),
      ({ id }) => id,
    )
  return compared('explanation', of(before), of(after)).map((each) => ({
    ...each,
    before: each.before === null ? null : 'as it was',
    after: each.after === null ? null : 'otherwise',
  }))
}

function basis(before: Determination, after: Determination): Difference[] {
  const of = ({ basis: { lists, ...others } }: Determination): Keyed => ({
    ...keyed(
      Object.entries(others),
      ([name]) => `basis: ${name}`,
      ([, value]) => canonical(value),
    ),
    ...keyed(
      lists,
      ({ id }) => `basis: list ${id}`,
      ({ date, sha256 }) => `${date} (${sha256.slice(0, 12)})`,
    ),
  })
  return compared('explanation', of(before), of(after))
}

/** The parts of the document that differ, where nothing finer was found. */
function parts(before: Determination, after: Determination): Difference[] {
  const of = (determination: Determination): Keyed =>
    keyed(
      Object.entries(determination),
      ([name]) => name,
      ([, value]) => canonical(value),
    )
  return compared('explanation', of(before), of(after)).map((each) => ({
    ...each,
    before: 'as it was',
    after: 'otherwise',
  }))
}

/** The furthest reach of some differences; undefined where there are none. */
export const furthest = (all: readonly Difference[]): Reach | undefined =>
  REACHES.find((reach) => all.some((one) => one.reach === reach))
