import type { Issue } from '../errors.ts'
import type { IndexMeta } from '../screening/index-file.ts'
import type { ListVersion } from './entry.ts'

/** Percent of its entries that a list may lose in one update before a person must say that it is right. */
export const MOST_SHRINK_PERCENT = 20
/** Lists so short that losing some says nothing. */
const SHORT = 10

/**
 * What keeps new lists from replacing those in use: a list that is empty, that has lost a large part, or
 * that has vanished from a source that had it.
 */
export function guard(
  current: IndexMeta,
  incoming: readonly ListVersion[],
  replaced: readonly string[],
  file: string,
): Issue[] {
  const issues: Issue[] = []
  const help = 'the lists in use are kept; if this is right, run it again with --accept-shrink'
  if (incoming.every(({ entries }) => entries.length === 0))
    return [{ code: 'empty-list', message: 'the file has no entry', at: { file }, help }]
  for (const code of replaced) {
    const before = current.lists.find((list) => list.code === code)?.entries ?? 0
    const after = incoming.find((list) => list.code === code)?.entries.length ?? 0
    if (before === 0) continue
    if (after === 0) {
      const message = `the list ${code} with ${before} entries is gone`
      issues.push({ code: 'vanished-list', message, at: { file }, help })
      continue
    }
    const lost = ((before - after) / before) * 100
    if (before >= SHORT && lost > MOST_SHRINK_PERCENT) {
      const message = `the list ${code} has ${after} entries where it had ${before}: ${Math.round(lost)} percent less`
      issues.push({ code: 'shrunken-list', message, at: { file }, help })
    }
  }
  return issues
}
