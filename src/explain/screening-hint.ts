import type { PartyScreening } from '../determination.ts'
import { say, type Wording } from '../wording/wording.ts'

/** What screening found of a party that a question about its lists turns on, where it turns on that. */
export function hintOf(
  wording: Wording,
  found: Pick<PartyScreening, 'status' | 'hits' | 'notComparable'>,
): string | undefined {
  if (found.status !== 'question' && found.status !== 'stale') return undefined
  const names = found.hits.slice(0, 3).map(({ list, name, score }) =>
    say(wording, 'screening.hint-of', {
      name,
      list,
      score: score ?? say(wording, 'screening.by-address'),
    }),
  )
  const may = names.length === 0 ? [] : [say(wording, 'screening.hint', { list: names.join('; ') })]
  const not = found.notComparable.map((why) =>
    say(
      wording,
      found.status === 'stale' ? 'screening.hint-stale' : 'screening.hint-not-compared',
      { why },
    ),
  )
  return [...may, ...not].join(' ')
}
