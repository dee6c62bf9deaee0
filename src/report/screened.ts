import type { Answer, Hit } from '../screening/answer.ts'
import type { ListAge } from '../screening/list-age.ts'
import { BLANK, titled, type Line } from './lines.ts'

const line = (lead: string, text: string, look?: Line['look']): Line => ({
  lead,
  text,
  ...(look !== undefined && { look }),
})

/** An answer for a terminal; with `explain` every part of every score. On stale lists no hit is a question. */
export function answerLines(answer: Answer, explain: boolean, isStale: boolean): Line[] {
  const { query, hits, nearMisses, threshold } = answer
  return [
    line('', headline(answer, isStale), answer.status === 'no-hit' && !isStale ? 'go' : 'wait'),
    line('  ', `screened: ${query.name}${query.country === undefined ? '' : `, ${query.country}`}`),
    line('  ', `alerts from: ${sayThreshold(threshold)}`, 'quiet'),
    ...answer.notComparable.map((why) => line('  ', `not compared in full: ${why}`, 'wait')),
    ...hits.flatMap((hit) => [BLANK, ...hitLines(hit, explain)]),
    ...titled(
      'Set aside as another party',
      answer.cleared.map((hit) => line('  ', sayDecided(hit))),
    ),
    ...titled(
      'Near misses, below the threshold',
      nearMisses.map((hit) =>
        line('  ', `${sayScore(hit)}  ${hit.list}  ${hit.matched?.text ?? hit.name}`, 'quiet'),
      ),
    ),
  ]
}

const sayThreshold = ({ from, score }: Answer['threshold']): string =>
  from === String(score) ? `score ${score}` : `band ${from} (score ${score})`

function headline({ status, hits }: Answer, isStale: boolean): string {
  switch (status) {
    case 'hits':
      return `${hits.length} potential ${hits.length === 1 ? 'hit' : 'hits'}: a person decides`
    case 'no-hit':
      return isStale
        ? 'no hit on stale lists: this is a question, not a clearance'
        : 'no hit at this threshold'
    case 'not-comparable':
      return 'not comparable: this is a question, not a clearance'
  }
}

const sayScore = ({ score }: Hit): string =>
  score === null ? '    -' : score.toFixed(1).padStart(5)

function hitLines(hit: Hit, explain: boolean): Line[] {
  const { consequence, entry, matched, support } = hit
  const detail = (text: string | undefined): Line[] =>
    text === undefined || text === '' ? [] : [line('      ', text)]
  return [
    line(
      `${String(hit.rank).padStart(3)}. `,
      `${sayScore(hit)} ${hit.band}  ${hit.name}`,
      'heading',
    ),
    line('      ', `${hit.listTitle} of ${hit.listDate}, entry ${hit.id}`),
    ...(hit.kind === 'address' ? detail('hit by its address, not by its name') : []),
    ...(matched === null || matched.text === hit.name
      ? []
      : detail(`matched ${sayKind(matched.kind)}: ${matched.text}`)),
    ...(matched === null || matched.how === 'written'
      ? []
      : detail(`${sayHow(matched.how)} ${matched.script}: ${matched.read}`)),
    ...detail(sayWords(hit)),
    ...detail(saySupport(support, entry.countries)),
    ...(hit.alsoAs.length === 0 ? [] : detail(`the list has it again as ${hit.alsoAs.join(', ')}`)),
    ...detail(
      `${consequence.citation}: ${consequence.licenseRequirement ?? consequence.requirement}`,
    ),
    ...detail(consequence.confidence === 'C' ? UNVERIFIED : undefined),
    ...detail(consequence.reviewPolicy && `review policy: ${consequence.reviewPolicy}`),
    ...detail(
      consequence.footnotes.length === 0
        ? undefined
        : `footnotes ${consequence.footnotes.join(', ')}`,
    ),
    ...detail(consequence.exceptions && `license exceptions: ${consequence.exceptions}`),
    ...detail(entry.programs.length === 0 ? undefined : `programs: ${entry.programs.join(', ')}`),
    ...detail(consequence.federalRegisterNotice && `notice: ${consequence.federalRegisterNotice}`),
    ...(hit.decision === null ? [] : detail(sayDecision(hit.decision))),
    ...(explain ? explanationLines(hit) : []),
  ]
}

const UNVERIFIED =
  'unverified: these names were written from recollection; confirm them against the paragraph'

const sayDecided = (hit: Hit): string =>
  `${hit.list}  ${hit.name}, ${hit.id}: ${sayDecision(hit.decision!)}`

const sayDecision = ({ state, by, reason, until, lapsed }: NonNullable<Hit['decision']>): string =>
  `${state}, by ${by.join(' and ')}${until === null ? '' : ` until ${until}`}: ${reason}${lapsed === null ? '' : ` (${lapsed})`}`

const sayKind = (kind: NonNullable<Hit['matched']>['kind']): string =>
  kind === 'part' ? 'a name inside its name' : kind === 'alias' ? 'its other name' : 'its name'

const HOW: Readonly<Record<string, string>> = {
  'letters-written-out': 'letters written out, from',
  'written-as-letters': 'put as letters, from',
  'one-of-several': 'one of several parties in',
  'digits-as-letters': 'digits read as letters, in',
  parted: 'words parted, in',
  'form-put-right': 'legal form put right, in',
}
const sayHow = (how: string): string => HOW[how] ?? `${how} from`

function sayWords({ why }: Hit): string | undefined {
  if (why === null) return undefined
  const met = why.words
    .filter(({ how }) => how !== 'same')
    .map(({ query, name, how }) => `${query} ~ ${name} (${how})`)
  const left = [
    ...why.leftOfQuery.map((word) => `${word} only asked`),
    ...why.leftOfName.map((word) => `${word} only listed`),
  ]
  return [...met, ...left].join(', ')
}

function saySupport({ country, address }: Hit['support'], countries: readonly string[]): string {
  const listed = countries.length === 0 ? 'no country listed' : `listed in ${countries.join(', ')}`
  const said =
    country === 'not given' || country === 'not listed' ? listed : `country ${country}: ${listed}`
  return address === null ? said : `${said}; address agrees (${address.score}): ${address.text}`
}

function explanationLines({ why }: Hit): Line[] {
  if (why === null) return []
  const parts = why.parts.map(({ part, adds }) => `${part} ${adds > 0 ? '+' : ''}${adds}`)
  return [line('      ', `score from ${parts.join(', ')} = ${why.sum}`, 'quiet')]
}

/** The lists that an answer rests on, stale ones named, and what no hit on those is worth. */
export function listLines(version: string, ages: readonly ListAge[], areAccepted: boolean): Line[] {
  const stale = ages.filter((list) => list.stale)
  const worth = areAccepted
    ? 'accepted: no hit on these counts as on none'
    : 'no hit on these clears nobody'
  return [
    BLANK,
    line('', `lists ${version}: ${byDate(ages)}`, 'quiet'),
    ...(stale.length === 0 ? [] : [line('', `${sayStale(stale)}; ${worth}`, 'wait')]),
  ]
}

/** Lists with their dates, those of one date together. */
function byDate(ages: readonly ListAge[]): string {
  const dates = new Map<string, string[]>()
  for (const { code, date } of ages) dates.set(date, [...(dates.get(date) ?? []), code])
  return [...dates].map(([date, codes]) => `${codes.join(', ')} of ${date}`).join('; ')
}

/** Which lists are stale, those of one age and limit together. */
export function sayStale(stale: readonly ListAge[]): string {
  const groups = new Map<string, string[]>()
  for (const { code, ageDays, staleAfter } of stale) {
    const key = `${ageDays} days old, limit ${staleAfter}`
    groups.set(key, [...(groups.get(key) ?? []), code])
  }
  const parts = [...groups].map(([age, codes]) => `${codes.join(', ')} (${age})`)
  return `stale: ${parts.join('; ')}`
}
