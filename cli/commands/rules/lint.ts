import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Fault } from '../../../src/errors.ts'
import type { LintFinding } from '../../../src/lint/finding.ts'
import { lint } from '../../../src/lint/lint.ts'
import { sarif } from '../../../src/lint/sarif.ts'
import { layOut, type Line, type Look } from '../../../src/report/lines.ts'
import { wantsColor, widthOf, type Terminal } from '../../terminal.ts'
import { dayOf } from './standing.ts'

export interface LintFlags {
  readonly asOf?: string
  readonly cases?: string
  readonly format: 'text' | 'json' | 'sarif'
}

const FILES = ['pack.yaml', 'facts.yaml', 'sources.yaml', 'coverage.yaml', 'tables/countries.yaml']

/**
 * Lints a folder of rules. Returns 4 where it finds an error, 0 otherwise: warnings and notices are for
 * a person to weigh.
 * @throws Fault (exit 4) where the folder lacks a file that every pack has, or the cases are missing.
 */
export function lintRules(
  folder: string,
  { asOf, cases, format }: LintFlags,
  terminal: Terminal,
): number {
  for (const file of FILES)
    mustHave(
      join(folder, file),
      join(folder, file),
      `a folder of rules holds ${FILES.join(', ')} and the provisions`,
    )
  if (cases !== undefined) mustHave(cases, cases, 'name the folder of the legal cases')
  const day = asOf === undefined ? undefined : dayOf(asOf, terminal)
  const findings = lint(folder, { asOf: day, cases })
  if (format === 'json') terminal.stdout.write(`${JSON.stringify(findings, null, 2)}\n`)
  else if (format === 'sarif')
    terminal.stdout.write(`${JSON.stringify(sarif(findings), null, 2)}\n`)
  else
    terminal.stdout.write(
      layOut(findingLines(findings), { width: widthOf(terminal), color: wantsColor(terminal) }),
    )
  return findings.some(({ level }) => level === 'error') ? 4 : 0
}

function mustHave(path: string, named: string, help: string): void {
  if (existsSync(path)) return
  throw new Fault(4, [
    { code: 'no-such-file', message: 'no such file or folder', at: { file: named }, help },
  ])
}

const LOOKS: Readonly<Record<LintFinding['level'], Look>> = {
  error: 'stop',
  warning: 'wait',
  notice: 'quiet',
}

/** Findings under the file in which they stand, and their number. */
function findingLines(findings: readonly LintFinding[]): Line[] {
  const files = [...new Set(findings.map(({ at }) => at.file))]
  const lines = files.flatMap((file): Line[] => [
    { lead: '', text: file, look: 'heading' },
    ...findings
      .filter(({ at }) => at.file === file)
      .flatMap(({ check, level, message, at, help }): Line[] => [
        {
          lead: '  ',
          text: `${at.line ?? 1}:${at.column ?? 1} ${level} ${check}`,
          look: LOOKS[level],
        },
        { lead: '      ', text: message },
        ...(help === undefined ? [] : [{ lead: '      ', text: help, look: 'quiet' } as const]),
      ]),
    { lead: '', text: '' },
  ])
  return [...lines, { lead: '', text: summary(findings) }]
}

function summary(findings: readonly LintFinding[]): string {
  const said = (['error', 'warning', 'notice'] as const).map((level) => {
    const n = findings.filter((finding) => finding.level === level).length
    return `${n} ${level}${n === 1 ? '' : 's'}`
  })
  return said.join(', ')
}
