import type { Determination } from '../determination.ts'
import { MARKS, narrate } from '../explain/narrate.ts'
import type { Proof } from '../logic/prove.ts'
import { say, type Wording } from '../wording/wording.ts'
import { BLANK, layOut, titled, type Line, type TerminalOptions } from './lines.ts'
import { exceptionLine, findingLine, isInReach } from './sections/law.ts'

/** Deeper branches keep this indent, so that their text keeps a readable width. */
const DEEPEST_INDENT = 24

/** What decides every classification, every finding and each exception in reach; `explain` shows a whole proof. */
export function explainLines(determination: Determination, wording: Wording): Line[] {
  const classifications = determination.items.flatMap(({ product, classification }) =>
    classification.proof === null
      ? []
      : headed(`${classification.citation}: ${product}`, '', classification.proof, wording),
  )
  const findings = determination.findings.flatMap((finding) =>
    findingLines(finding, determination, wording),
  )
  const exceptions = determination.exceptions
    .filter(isInReach)
    .flatMap((exception) => exceptionProof(exception, wording))
  const lines = [...classifications, ...findings, ...exceptions]
  if (lines.length === 0) return []
  const legend = say(wording, 'proof.legend')
  return [
    ...titled(say(wording, 'report.proof'), [{ lead: '', text: legend, look: 'quiet' }]),
    ...lines,
  ]
}

/**
 * The proofs of one provision of a determination, for the terminal; undefined where no finding and no
 * exception has the id.
 */
export function explain(
  determination: Determination,
  id: string,
  wording: Wording,
  options: TerminalOptions = {},
): string | undefined {
  const lines = [
    ...determination.findings
      .filter((finding) => finding.id === id)
      .flatMap((finding) => findingLines(finding, determination, wording)),
    ...determination.exceptions
      .filter((exception) => exception.id === id)
      .flatMap((exception) => exceptionProof(exception, wording)),
  ]
  if (lines.length === 0) return undefined
  const legend: Line = { lead: '', text: say(wording, 'proof.legend'), look: 'quiet' }
  return layOut([...lines.slice(1), BLANK, legend], options)
}

function findingLines(
  finding: Determination['findings'][number],
  determination: Determination,
  wording: Wording,
): Line[] {
  const title = `${finding.citation}: ${finding.title}`
  return headed(title, findingLine(finding, determination, wording), finding.proof, wording)
}

function exceptionProof(exception: Determination['exceptions'][number], wording: Wording): Line[] {
  const title = `${exception.citation}: ${exception.title}`
  return headed(title, exceptionLine(exception, wording), exception.proof, wording)
}

function headed(title: string, line: string, proof: Proof, wording: Wording): Line[] {
  const under: Line[] = line === '' ? [] : [{ lead: '', text: line, look: 'quiet' }]
  return titled(title, [...under, ...proofLines(proof, wording)])
}

/** A proof as lines for the terminal, each indented by its depth. */
export function proofLines(proof: Proof, wording: Wording): Line[] {
  return narrate(proof, wording).map(({ depth, verdict, cite, text, saw }) => ({
    lead: `${' '.repeat(Math.min(2 * depth + 2, DEEPEST_INDENT))}${MARKS[verdict]} `,
    text: [cite === null ? '' : `[${cite}]`, text, saw === null ? '' : `<- ${saw}`]
      .filter((part) => part !== '')
      .join(' '),
  }))
}
