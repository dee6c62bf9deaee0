import type { ReadPack } from '../../rules/read.ts'
import type { LintFinding } from '../finding.ts'

/**
 * Days between two texts of a provision on which it has none. The law has such gaps, but seldom: the
 * later text's note says so where it does.
 */
export function textGap({ pack, placeIn }: ReadPack): LintFinding[] {
  return pack.provisions.flatMap(({ id, text }) =>
    text.flatMap(({ effective, note }, i): LintFinding[] => {
      const until = text[i - 1]?.effective.until
      if (until === undefined || until >= effective.from || note !== undefined) return []
      return [
        {
          check: 'text-gap',
          level: 'error',
          message: `${id} has no text from ${until} until ${effective.from}`,
          at: placeIn(id, ['text', i, 'effective', 'from']),
          help: 'close the gap, or say in a `note` of this text that the law has one',
        },
      ]
    }),
  )
}
