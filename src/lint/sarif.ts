import { VERSION } from '../version.ts'
import type { LintFinding } from './finding.ts'

const LEVELS = { error: 'error', warning: 'warning', notice: 'note' } as const

/** Findings as a SARIF 2.1.0 log, as code-scanning services read it. */
export function sarif(findings: readonly LintFinding[]): object {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'licet',
            version: VERSION,
            rules: [...new Set(findings.map(({ check }) => check))].map((id) => ({ id })),
          },
        },
        results: findings.map(({ check, level, message, at, help }) => ({
          ruleId: check,
          level: LEVELS[level],
          message: { text: help === undefined ? message : `${message}; ${help}` },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: encodeURI(at.file) },
                region: { startLine: at.line ?? 1, startColumn: at.column ?? 1 },
              },
            },
          ],
        })),
      },
    ],
  }
}
