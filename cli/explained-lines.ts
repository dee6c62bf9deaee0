import type { Determination } from '../src/determination.ts'
import {
  answersThatSettle,
  flips,
  openAsks,
  type Flip,
  type Subject,
} from '../src/what-if/flips.ts'
import { fold } from '../src/explain/fold.ts'
import { factLabel } from '../src/explain/narrate.ts'
import { stateOf } from '../src/what-if/state.ts'
import type { DealItem } from '../src/facts/deal.ts'
import type { Verdict } from '../src/logic/verdict.ts'
import { titled, type Line } from '../src/report/lines.ts'
import { proofLines } from '../src/report/proof-lines.ts'
import type { Active } from '../src/rules/on-day.ts'
import { testsOf, verdictIn, wholeProof } from '../src/stages/test.ts'
import { factAt, named, valueText } from '../src/wording/values.ts'
import { say, type Wording } from '../src/wording/wording.ts'

/** Lines of one kind that are shown; more would hide the first. */
const MOST = 12
/** Countries that are named; the others are counted. */
const COUNTRIES = 5

/** One provision on one item: how it stands, its proof, what lifts or closes it, and what would flip it. */
export function provisionLines(subject: Subject, deal: DealItem, isFull: boolean): Line[] {
  const { engine, law, active, trial } = subject
  const { wording } = engine
  const { provision, text, status } = active
  const tests = testsOf(law, deal.facts)
  const state = stateOf(law, active, deal, trial.posture)
  const proof = wholeProof(law, active, deal.facts)
  const standings = (others: readonly Active[], key: string): Line[] =>
    others
      .map((other) => ({ other, verdict: verdictIn(tests, other, trial.posture) }))
      .filter(({ verdict }) => verdict !== 'no')
      .map(({ other, verdict }) => ({
        lead: '  ',
        text: say(wording, `cli.explain.${key}-${verdict}`, {
          id: other.provision.id,
          title: other.provision.title,
          citation: other.provision.law,
        }),
      }))
  return [
    { lead: '', text: `${provision.law}: ${provision.title}`, look: 'heading' },
    {
      lead: '  ',
      text: [
        named(wording, 'kinds', provision.kind),
        named(wording, 'statuses', status),
        text.source,
        say(wording, 'report.item-heading', { n: deal.index + 1, product: deal.product }),
        say(wording, `cli.explain.${stateKey(active, state)}`),
      ].join(' | '),
    },
    ...standings(law.lifters.get(active) ?? [], 'lifter'),
    ...standings(law.bars.get(active) ?? [], 'bar'),
    ...titled(say(wording, 'report.proof'), proofLines(isFull ? proof : fold(proof), wording)),
    ...flipLines(subject, state),
  ]
}

const stateKey = ({ provision: { kind } }: Active, state: Verdict): string =>
  kind === 'requirement'
    ? `binds-${state}`
    : kind === 'exception'
      ? `covers-${state}`
      : `applies-${state}`

function flipLines(subject: Subject, state: Verdict): Line[] {
  const { wording } = subject.engine
  if (state !== 'unknown') {
    const texts = flips(subject).map((flip) => flipText(flip, subject))
    return titled(
      say(wording, 'cli.explain.flips'),
      shown(texts.length === 0 ? [say(wording, 'cli.explain.no-flip')] : texts),
    )
  }
  const settling = answersThatSettle(subject)
  const single = new Set(settling.map(({ path }) => path))
  const together = openAsks(subject).filter(({ path }) => !single.has(path))
  return [
    ...titled(
      say(wording, 'cli.explain.settles'),
      shown(settling.map((flip) => flipText(flip, subject))),
    ),
    ...titled(
      say(wording, 'cli.explain.together'),
      shown(together.map(({ fact, path }) => factAt(wording, factLabel(wording, fact), path))),
    ),
  ]
}

function shown(texts: readonly string[]): Line[] {
  const more = texts.length > MOST ? [`... ${texts.length - MOST}`] : []
  return [...texts.slice(0, MOST), ...more].map((text) => ({ lead: '  ', text }))
}

/** `destination [to] AU, CA, GB and 30 more: does not require a license; the deal: No license required` */
function flipText(
  { fact, path, value, others, state, outcome }: Flip,
  { engine: { wording }, active }: Subject,
): string {
  const values = [value, ...others].slice(0, COUNTRIES).map((one) => valueText(wording, said(one)))
  const more = others.length + 1 - values.length
  return say(wording, 'cli.explain.flip', {
    fact: factAt(wording, factLabel(wording, fact), path),
    value:
      more > 0
        ? say(wording, 'cli.explain.and-more', { list: values.join(', '), n: more })
        : values.join(', '),
    state: say(wording, `cli.explain.${stateKey(active, state)}`),
    outcome: say(wording, `outcomes.${outcome}.title`),
  })
}

/** A list of forms, such as red flags or letters, as a person would say it. */
function said(value: unknown): unknown {
  if (Array.isArray(value) && value.some((one) => typeof one === 'object')) return true
  if (typeof value === 'object' && value !== null && 'role' in value && 'country' in value)
    return `${String(value.role)} ${String(value.country)}`
  return value
}

/** The claims of a case that the computation contradicts, where the id names them. */
export function conflictLines(
  { findings, items }: Determination,
  id: string,
  wording: Wording,
): Line[] {
  return findings
    .filter((finding) => finding.kind === 'conflict' && finding.id === id)
    .flatMap(({ citation, title, item }) => [
      {
        lead: '',
        text: `${citation}: ${say(wording, 'report.conflict', { text: title })}`,
        look: 'heading' as const,
      },
      ...(item === null
        ? []
        : [
            {
              lead: '  ',
              text: say(wording, 'report.item-heading', {
                n: item + 1,
                product: items[item]!.product,
              }),
            },
          ]),
    ])
}
