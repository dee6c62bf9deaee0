import type { CheckOptions } from '../check.ts'
import type { Engine } from '../engine.ts'
import { hintOf } from '../explain/screening-hint.ts'
import type { Case } from '../facts/case.ts'
import type { AnswerOptions } from '../screening/answer.ts'
import { screenParties, settled, statedIn, type Settling } from '../screening/screen-parties.ts'
import {
  listsOn,
  sayAccepted,
  sayStale,
  standingOf,
  type ListsOn,
} from '../screening/screen-party.ts'
import type { IndexMeta } from '../screening/index-file.ts'
import type { Screener } from '../screening/screen.ts'
import type { Wording } from '../wording/wording.ts'
import { caseReader } from './case-reader.ts'
import { caseDecider, type CaseDecider, type Decision } from './decision.ts'
import type { Layout } from './layout.ts'
import { hintMark, nameMark, ofMark, SOME_TEXT } from './marks.ts'
import { Memo } from './memo.ts'
import { sayFound, type Verdict } from './parties.ts'
import type { Column, Plan } from './plan.ts'
import { caseMaker } from './row-case.ts'
import type { ListChange, OlderLists } from './touched.ts'
import { readRowCase, type RowFault } from './row-faults.ts'

/** What a run decides with: the law and, where parties are screened, the lists. */
export interface Means {
  readonly engine: Engine
  readonly lists?: {
    readonly screener: Screener
    readonly decide?: AnswerOptions['decide']
    /** What changed since older lists, from which a run goes on. */
    readonly changedSince?: (older: OlderLists) => ListChange
  }
}

export type Decided =
  | {
      readonly decision: Decision
      /** What screening found of the companies of a row. */
      readonly found?: string
      /** What is said of companies of which nothing was found, by their place in the layout. */
      readonly said?: ReadonlyMap<number, string>
      /** Whether a person has still to say whether a company is one that is listed. */
      readonly isHitOpen?: boolean
    }
  | RowFault

/** Decides a row by its case, without regard to any other row. */
export interface Decider extends Pick<CaseDecider, 'news' | 'learn'> {
  /**
   * The decision that all rows share whose deciding cells and verdicts on parties are these; it holds
   * marks for their names. Names and verdicts go by the place of the company in the layout; a company that
   * has the name of an earlier one has its mark.
   */
  readonly shared: (
    cells: readonly string[],
    marks: readonly (number | undefined)[],
    verdicts: readonly (Verdict | undefined)[],
  ) => Decided
  /** The decision of one row with its own names. */
  readonly own: (cells: readonly string[]) => Decided
}

export function deciderOf(plan: Plan, layout: Layout, { engine, lists }: Means): Decider {
  const { mostDays, acceptStale } = plan
  const terms = { mostDays, acceptStale }
  const caseOf = caseMaker(plan)
  const readCase = caseReader(engine.schema)
  /** What only tells a deal from others. */
  const carried = layout.carried.filter(({ path }) => path.length === 1 && path[0] !== 'date')
  const listsOnDays = new Memo<ListsOn>(MOST_DAYS)
  const onDay = (day: string, meta: IndexMeta): ListsOn => {
    let on = listsOnDays.get(day)
    if (on === undefined) listsOnDays.set(day, (on = listsOn(meta, day, terms)))
    return on
  }
  const { decide: decideCase, news, learn } = caseDecider(engine, optionsOf(plan))
  const read = (
    cells: readonly string[],
  ): { readonly value: Case; readonly day: string } | { readonly fault: RowFault } => {
    const filled = (): Column[] => plan.columns.filter(({ at }) => (cells[at] ?? '').trim() !== '')
    const written = caseOf(cells)
    const value = readCase(written)
    const input = value === undefined ? readRowCase(written, engine, plan, filled) : { value }
    if ('fault' in input) return input
    const day = plan.asOf ?? input.value.date ?? plan.today
    const fault = lawDateFault(day, engine, layout.date)
    return fault === undefined ? { value: input.value, day } : { fault }
  }
  return {
    news,
    learn,
    shared: (cells, marks, verdicts) => {
      const marked = [...cells]
      for (const { at } of carried) marked[at] = ''
      for (const { at } of layout.filled) if (marked[at]!.trim() !== '') marked[at] = SOME_TEXT
      for (const [i, { name }] of layout.named.entries())
        if (marks[i] !== undefined) marked[name.at] = nameMark(marks[i])
      const input = read(marked)
      if ('fault' in input) return input.fault
      if (lists === undefined) return { decision: decideCase(input.value, NOTHING) }
      const on = onDay(input.day, lists.screener.file.meta)
      const { value, beside, said, isHitOpen } = settledBy(
        input.value,
        verdicts,
        on,
        engine.wording,
      )
      const decision = decideCase(value, beside)
      return { decision, said, isHitOpen }
    },
    own: (cells) => {
      const input = read(cells)
      if ('fault' in input) return input.fault
      if (lists === undefined) return { decision: decideCase(input.value, NOTHING), found: '' }
      const { screener, decide } = lists
      const screened = screenParties(input.value, screener, input.day, decide, terms)
      const beside = new Map<string, string>()
      for (const one of screened.screening) {
        const hint = hintOf(engine.wording, one)
        if (hint !== undefined) beside.set(`${one.at}.lists`, ` ${hint}`)
      }
      const decision = decideCase(screened.case, beside)
      const { stale } = onDay(input.day, screener.file.meta)
      const found = screened.screening
        .map((one) => ({
          name: one.name,
          found: isAccepted(one.status, stale) ? sayAccepted(stale) : sayFound(one),
        }))
        .filter((one) => one.found !== '')
        .map((one) => `${one.name}: ${one.found}`)
      const isHitOpen = screened.screening.some(({ status }) => status === 'question')
      return { decision, found: found.join(' | '), isHitOpen }
    },
  }
}

/** Law dates of which it is remembered how the lists stand on them. */
const MOST_DAYS = 1_000

const NOTHING: ReadonlyMap<string, string> = new Map()

const optionsOf = (plan: Plan): CheckOptions => ({
  asOf: plan.asOf,
  today: plan.today,
  posture: plan.posture,
  includeProposed: plan.includeProposed,
  profiles: plan.profiles,
  // Neither stands in what a row of the results says; what does is the id that the row has of its own.
  caseSha256: '',
  fallbackId: '',
})

/** A case with what screening settled, what stands beside questions, and what is said of companies. */
function settledBy(
  input: Case,
  verdicts: readonly (Verdict | undefined)[],
  on: ListsOn,
  wording: Wording,
): {
  value: Case
  beside: ReadonlyMap<string, string>
  said: ReadonlyMap<number, string>
  isHitOpen: boolean
} {
  const beside = new Map<string, string>()
  const said = new Map<number, string>()
  const screening: Settling[] = []
  const look = (name: string | undefined, lists: unknown, at: string): void => {
    const place = ofMark(name)
    const verdict = place === undefined ? undefined : verdicts[place]
    if (place === undefined || verdict === undefined) return
    const standing = standingOf(verdict, on, statedIn(lists))
    const { status } = standing
    const hits = verdict.reached === 'none' ? [] : [verdict]
    const notComparable = status === 'stale' ? [sayStale(on.stale)] : []
    screening.push({ at, ...standing, source: SOURCE, hits, notComparable })
    if (isAccepted(status, on.stale)) said.set(place, sayAccepted(on.stale))
    if (status === 'question') beside.set(`${at}.lists`, hintMark(place))
    if (status !== 'stale') return
    beside.set(`${at}.lists`, ` ${hintOf(wording, { status, hits: [], notComparable })}`)
    said.set(place, notComparable.join('; '))
  }
  for (const [i, { name, ultimateParent: parent, ...party }] of (input.parties ?? []).entries()) {
    look(name, party['lists'], `parties[${i}]`)
    if (parent !== undefined && parent.name !== name)
      look(parent.name, parent.lists, `parties[${i}].ultimateParent`)
  }
  const isHitOpen = screening.some(({ status }) => status === 'question')
  return { value: settled(input, screening), beside, said, isHitOpen }
}

/** Whether a party counts as on no list although lists are stale. */
const isAccepted = (status: Settling['status'], stale: ListsOn['stale']): boolean =>
  status === 'none' && stale.length > 0

/** What no row of the results shows. */
const SOURCE = { document: 'screening', date: '' }

function lawDateFault(
  day: string,
  { pack }: Engine,
  column: Column | undefined,
): RowFault | undefined {
  if (day >= pack.modelledFrom) return undefined
  return {
    issue: {
      code: 'before-the-law',
      message: `the law date ${day} is before ${pack.modelledFrom}, the first day that the rule pack models`,
      help: 'ask counsel for a deal of that time',
    },
    ...(column !== undefined && { column: column.heading }),
  }
}
