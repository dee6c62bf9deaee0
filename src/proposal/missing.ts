import type { Determination, Question } from '../determination.ts'
import { questions } from '../explain/questions.ts'
import type { Dictionary } from '../facts/dictionary.ts'
import type { Ask } from '../logic/asks.ts'
import { PROGRAM_STEPS, type ProgramEffect } from '../rules/provision.ts'
import { find, say, type Wording } from '../wording/wording.ts'
import { asksOf } from './judge.ts'
import type { Condition, Missing, ProgramFinding } from './result.ts'

/** What a finding of each kind asks for; nothing where it stands in nobody's way. */
const KIND: Partial<Record<ProgramEffect, Missing['kind']>> = {
  ineligible: 'replace',
  incomplete: 'add',
  unsettled: 'wait',
}

/** Everything that stands in the way of a proposal, in the order of the check. */
export function missingOf(
  findings: readonly ProgramFinding[],
  asked: readonly Question[],
  wording: Wording,
): Missing[] {
  const parts = findings.flatMap((finding): Omit<Missing, 'order'>[] => {
    const kind = finding.verdict === 'yes' ? KIND[finding.effect] : undefined
    return kind === undefined
      ? []
      : [
          {
            step: finding.step,
            kind,
            what: whatOf(finding),
            text: finding.title,
            fix: fixOf(finding, wording),
            where: finding.where,
            provision: finding.id,
            citation: finding.citation,
          },
        ]
  })
  const facts = asked.flatMap(({ fact, ask }): Omit<Missing, 'order'>[] => {
    const turning = findings.filter((one) => asksOf(one).some(({ path }) => path === fact))
    const [first] = turning.toSorted((a, b) => stepOf(a) - stepOf(b))
    // What has to be added is not asked for a second time.
    return first === undefined || parts.some(({ where }) => where === fact)
      ? []
      : [
          {
            step: first.step,
            kind: 'find-out',
            what: whatOf(first),
            text: ask,
            fix: say(wording, 'program.find-out', { where: fact }),
            where: fact,
            provision: first.id,
            citation: first.citation,
          },
        ]
  })
  return [...parts, ...facts]
    .toSorted((a, b) => PROGRAM_STEPS.indexOf(a.step) - PROGRAM_STEPS.indexOf(b.step))
    .map((one, i) => ({ order: i + 1, ...one }))
}

const stepOf = ({ step }: ProgramFinding): number => PROGRAM_STEPS.indexOf(step)

const whatOf = ({ about }: ProgramFinding): string => about.label

/** What is still to be met: by the consortium itself, or by others. */
export function conditionsOf(findings: readonly ProgramFinding[], wording: Wording): Condition[] {
  return findings.flatMap((finding): Condition[] =>
    finding.effect === 'condition' || finding.effect === 'open'
      ? [
          {
            provision: finding.id,
            citation: finding.citation,
            by: finding.effect === 'condition' ? 'own' : 'others',
            text: finding.title,
            fix: fixOf(finding, wording),
            about: finding.about,
          },
        ]
      : [],
  )
}

/** How to mend what a provision finds: one sentence for each that can stand in the way. */
const fixOf = ({ id }: ProgramFinding, wording: Wording): string =>
  say(wording, `program.fix.${id.replace(/^program\./, '')}`)

/** The questions of the program, those on which most turns first. */
export function questionsOf(
  findings: readonly ProgramFinding[],
  dictionary: Dictionary,
  wording: Wording,
): Question[] {
  const open = findings.map((finding) => ({
    provision: `${finding.id} ${finding.about.label}`,
    asks: asksOf(finding),
  }))
  const labels = new Map<string, string>()
  for (const finding of findings) {
    // What stands at the top of the proposal is about all of it.
    for (const { path } of asksOf(finding))
      if (/\[\d+\]/.test(path)) labels.set(path, finding.about.label)
  }
  return questions(open, dictionary, (ask) => words(ask, labels, wording))
}

function words({ fact, path }: Ask, labels: ReadonlyMap<string, string>, wording: Wording): string {
  const ask = find(wording, `facts.${fact}.ask`) ?? path
  const about = labels.get(path)
  return about === undefined ? ask : say(wording, 'engine.ask', { about, ask })
}

/** The questions of a deal at their places in the proposal. */
export const placed = (
  { questions: asked }: Determination,
  placeOf: (path: string) => string,
): Question[] => asked.map((one) => ({ ...one, fact: placeOf(one.fact) }))
