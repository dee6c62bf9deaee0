import type { Outcome } from '../../determination.ts'
import type { Rollout, RolloutFinding } from '../../rollout/rollout.ts'
import type { Wording } from '../../wording/wording.ts'
import { findingText } from './findings.ts'

const STOPS: ReadonlySet<Outcome> = new Set(['license-required', 'prohibited'])

/** What a finding is called where rules have ids: its deciding provision, or what is missing. */
const ruleOf = ({ outcome, because }: RolloutFinding): string =>
  outcome === 'needs-facts' ? 'needs-facts' : (because[0] ?? outcome)

/** The findings as a SARIF 2.1.0 log, one result for each, at its line of the manifest. */
export function rolloutSarif(rollout: Rollout, wording: Wording): string {
  const { findings, answers, basis } = rollout
  const rules = new Map(
    findings.map((finding) => {
      const id = ruleOf(finding)
      const reason = answers[finding.answer]!.reasons.find((one) => one.id === id)
      const text = reason === undefined ? id : `${reason.citation}: ${reason.title}`
      return [id, { id, shortDescription: { text } }] as const
    }),
  )
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'licet', version: basis.engine, rules: [...rules.values()] } },
        results: findings.map((finding) => ({
          ruleId: ruleOf(finding),
          level: STOPS.has(finding.outcome) ? 'error' : 'warning',
          message: { text: findingText(rollout, finding, wording) },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: encodeURI(finding.file) },
                region: { startLine: finding.line ?? 1, startColumn: finding.column ?? 1 },
              },
            },
          ],
        })),
      },
    ],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

/** The findings as workflow commands, which a pull request shows beside the lines of the manifest. */
export function rolloutAnnotations(rollout: Rollout, wording: Wording): string {
  const lines = rollout.findings.map((finding) => {
    const { file, line, column, outcome } = finding
    const level = STOPS.has(outcome) ? 'error' : 'warning'
    const at = `file=${property(file)},line=${line ?? 1},col=${column ?? 1}`
    return `::${level} ${at},title=${property(ruleOf(finding))}::${data(findingText(rollout, finding, wording))}`
  })
  return lines.map((line) => `${line}\n`).join('')
}

const data = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
