import type { Issue } from '../errors.ts'
import { readPack } from '../rules/read.ts'
import { citeMissing } from './checks/cite-missing.ts'
import { contradiction } from './checks/contradiction.ts'
import { coverageMissing } from './checks/coverage-missing.ts'
import { danglingReference } from './checks/dangling-reference.ts'
import { dateOrder } from './checks/date-order.ts'
import { deadDefinition } from './checks/dead-definition.ts'
import { duplicateId } from './checks/duplicate-id.ts'
import { pathIsCitation } from './checks/path-is-citation.ts'
import { redundant } from './checks/redundant.ts'
import { returnDate } from './checks/return-date.ts'
import { sourceMissing } from './checks/source-missing.ts'
import { textGap } from './checks/text-gap.ts'
import { textOverlap } from './checks/text-overlap.ts'
import { thresholdUntested } from './checks/threshold-untested.ts'
import { verifiedStale } from './checks/verified-stale.ts'
import { wordingMissing } from './checks/wording-missing.ts'
import type { Check, LintFinding } from './finding.ts'
import { observe } from './legal-cases.ts'

/** Every check of a pack that could be read, by id. */
export const CHECKS: Readonly<Record<string, Check>> = {
  'cite-missing': citeMissing,
  contradiction,
  'coverage-missing': coverageMissing,
  'dangling-reference': danglingReference,
  'date-order': dateOrder,
  'dead-definition': deadDefinition,
  'duplicate-id': duplicateId,
  'path-is-citation': pathIsCitation,
  redundant,
  'return-date': returnDate,
  'source-missing': sourceMissing,
  'text-gap': textGap,
  'text-overlap': textOverlap,
  'threshold-untested': thresholdUntested,
  'verified-stale': verifiedStale,
  'wording-missing': wordingMissing,
}

/** What keeps a file from being read; a pack with one of these is not looked at any further. */
export const READING = ['syntax', 'rule-shape', 'rule-condition'] as const

export interface LintOptions {
  /** ISO date; the pack's knowledge date where left out. */
  readonly asOf?: string | undefined
  /** Folder of legal cases, for untested thresholds; that check is left out without it. */
  readonly cases?: string | undefined
}

/**
 * Looks for mistakes in a folder of rules. Findings are sorted by place. Where a file can't be read
 * only that is reported, because every other check would speak of half a pack.
 */
export function lint(folder: string, { asOf, cases }: LintOptions = {}): LintFinding[] {
  const read = readPack(folder)
  if (!read.ok) return read.issues.map(unreadable).sort(byPlace)
  const context = {
    day: asOf ?? read.value.pack.knowledgeDate,
    observed: cases === undefined ? undefined : observe(cases, read.value.pack),
  }
  return Object.values(CHECKS)
    .flatMap((check) => check(read.value, context))
    .sort(byPlace)
}

function unreadable({ code, message, at, help }: Issue): LintFinding {
  const check = READING.find((name) => name === code) ?? 'syntax'
  return { check, level: 'error', message, at, ...(help === undefined ? {} : { help }) }
}

function byPlace(a: LintFinding, b: LintFinding): number {
  return (
    compare(a.at.file, b.at.file) ||
    (a.at.line ?? 0) - (b.at.line ?? 0) ||
    (a.at.column ?? 0) - (b.at.column ?? 0) ||
    compare(a.check, b.check) ||
    compare(a.message, b.message)
  )
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
