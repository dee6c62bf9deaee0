import type { ReadPack } from '../../rules/read.ts'
import type { LintFinding } from '../finding.ts'
import { placeInFile, placeInTable } from '../places.ts'

const check = 'duplicate-id'

/** Ids that two provisions or two tables share: a reference to them would mean either. */
export function duplicateId(read: ReadPack): LintFinding[] {
  return [...provisions(read), ...tables(read)]
}

function provisions(read: ReadPack): LintFinding[] {
  const ids = new Set(read.pack.provisions.map(({ id }) => id))
  const first = new Map<string, string>()
  const found: LintFinding[] = []
  for (const [file, { value }] of read.documents) {
    if (typeof value !== 'object' || value === null || !('kind' in value) || !('id' in value))
      continue
    const id = String(value.id)
    if (!ids.has(id)) continue
    const earlier = first.get(id)
    if (earlier === undefined) first.set(id, file)
    else found.push(twice(id, earlier, placeInFile(read, file, ['id'])))
  }
  return found
}

function tables(read: ReadPack): LintFinding[] {
  const ids = read.pack.tables.map(({ id }) => id)
  return [...new Set(ids.filter((id, i) => ids.indexOf(id) < i))].map((id) =>
    twice(id, 'another table', placeInTable(read, id, ['id'])),
  )
}

const twice = (id: string, earlier: string, at: LintFinding['at']): LintFinding => ({
  check,
  level: 'error',
  message: `the id ${id} stands in ${earlier} already`,
  at,
  help: 'give each its own id; a new text of one provision belongs into its file',
})
