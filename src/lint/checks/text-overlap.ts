import type { ReadPack } from '../../rules/read.ts'
import { overlap } from '../days.ts'
import type { LintFinding } from '../finding.ts'
import { placeInTable } from '../places.ts'

const check = 'text-overlap'

/** Days on which a provision has two texts, or a table has one member twice. */
export function textOverlap(read: ReadPack): LintFinding[] {
  return [...texts(read), ...rows(read)]
}

function texts({ pack, placeIn }: ReadPack): LintFinding[] {
  return pack.provisions.flatMap(({ id, text }) =>
    text.flatMap(({ effective }, i): LintFinding[] => {
      const earlier = text.slice(0, i).find((other) => overlap(other.effective, effective))
      if (earlier === undefined) return []
      return [
        {
          check,
          level: 'error',
          message: `${id} has two texts on ${later(earlier.effective.from, effective.from)}`,
          at: placeIn(id, ['text', i, 'effective', 'from']),
          help: 'end the earlier text on the day on which this one begins',
        },
      ]
    }),
  )
}

function rows(read: ReadPack): LintFinding[] {
  return read.pack.tables.flatMap(({ id, rows: members }) =>
    members.flatMap((row, i): LintFinding[] => {
      const earlier = members
        .slice(0, i)
        .find((other) => other.value === row.value && overlap(other, row))
      if (earlier === undefined) return []
      return [
        {
          check,
          level: 'error',
          message: `table ${id} has ${row.value} twice on the same days`,
          at: placeInTable(read, id, ['rows', i]),
        },
      ]
    }),
  )
}

const later = (a: string, b: string): string => (a > b ? a : b)
