import { describe, expect, it } from 'vitest'
import { OUTCOMES, type Outcome } from '../../src/determination.ts'
import type { Verdict } from '../../src/logic/verdict.ts'
import { decide, open, strictest, type RequirementEvidence } from '../../src/stages/decide.ts'

const VERDICTS: readonly Verdict[] = ['yes', 'no', 'unknown']

const requirement = (
  applies: Verdict,
  lifted: Verdict = 'no',
  liftedSurely = true,
): FoundRequirement => ({ applies, lifted, liftedSurely })

/** Evidence that is worked out already. */
interface Found {
  readonly subject: Verdict
  readonly withoutItem: Verdict
  readonly prohibitions: readonly Verdict[]
  readonly withoutLicense: readonly Verdict[]
  readonly requirements: readonly FoundRequirement[]
  readonly holds: readonly Verdict[]
}

interface FoundRequirement {
  readonly applies: Verdict
  readonly lifted: Verdict
  readonly liftedSurely: boolean
}

const outcomeOf = ({
  subject = 'yes',
  withoutItem = 'no',
  prohibitions = [],
  withoutLicense = [],
  requirements = [],
  holds = [],
}: Partial<Found>): Outcome =>
  decide({
    subject: () => subject,
    withoutItem: () => withoutItem,
    prohibitions: () => prohibitions,
    withoutLicense: () => withoutLicense,
    requirements: () => requirements.map(read),
    holds: () => holds,
  })

const read = ({ applies, lifted, liftedSurely }: FoundRequirement): RequirementEvidence => ({
  applies,
  lifted: () => lifted,
  liftedSurely: () => liftedSurely,
})

describe('the rows of the decision table', () => {
  it.each<[string, Partial<Found>, string]>([
    ['1 a prohibition', { prohibitions: ['yes'] }, 'prohibited'],
    [
      '1 beats 2 and 3',
      { prohibitions: ['no', 'yes', 'unknown'], requirements: [requirement('yes')] },
      'prohibited',
    ],
    ['1 also of what is not subject', { subject: 'no', prohibitions: ['yes'] }, 'prohibited'],
    ['what binds without a license', { withoutLicense: ['yes'] }, 'prohibited'],
    [
      'a license takes it away',
      { withoutLicense: ['yes'], requirements: [requirement('yes')] },
      'license-required',
    ],
    [
      'while a license may be required it is open',
      { withoutLicense: ['yes'], requirements: [requirement('unknown')] },
      'needs-facts',
    ],
    [
      'an exception is no license',
      { withoutLicense: ['yes'], requirements: [requirement('yes', 'yes')] },
      'prohibited',
    ],
    ['it may bind', { withoutLicense: ['unknown'] }, 'needs-facts'],
    ['not 1: no prohibition', { prohibitions: ['no'] }, 'no-license-required'],

    [
      '2 a requirement that nothing lifts',
      { requirements: [requirement('yes')] },
      'license-required',
    ],
    [
      '2 beats 3: an unrelated unknown',
      { requirements: [requirement('yes'), requirement('unknown')] },
      'license-required',
    ],
    [
      '2 beats 3: a prohibition that is open',
      { prohibitions: ['unknown'], requirements: [requirement('yes')] },
      'license-required',
    ],
    [
      '2 beats 4: a hold',
      { requirements: [requirement('yes')], holds: ['yes'] },
      'license-required',
    ],
    [
      '2 one of two is lifted',
      { requirements: [requirement('yes', 'yes'), requirement('yes')] },
      'license-required',
    ],
    ['not 2: no requirement', { requirements: [requirement('no')] }, 'no-license-required'],
    ['not 2: not subject', { subject: 'no', requirements: [requirement('yes')] }, 'not-subject'],

    ['3 a prohibition is open', { prohibitions: ['unknown'] }, 'needs-facts'],
    ['3 a requirement is open', { requirements: [requirement('unknown')] }, 'needs-facts'],
    ['3 an exception is open', { requirements: [requirement('yes', 'unknown')] }, 'needs-facts'],
    [
      '3 jurisdiction is open',
      { subject: 'unknown', requirements: [requirement('yes')] },
      'needs-facts',
    ],
    ['3 a hold is open', { holds: ['unknown'] }, 'needs-facts'],
    [
      '3 beats 5',
      { requirements: [requirement('yes', 'yes'), requirement('unknown')] },
      'needs-facts',
    ],
    [
      'not 3: an open requirement that is lifted',
      { requirements: [requirement('unknown', 'yes')] },
      'permitted-with-conditions',
    ],
    [
      '4 an open requirement that recollected text alone lifts',
      { requirements: [requirement('unknown', 'yes', false)] },
      'needs-review',
    ],

    ['4 a hold', { holds: ['yes'] }, 'needs-review'],
    ['4 beats 5', { holds: ['yes'], requirements: [requirement('yes', 'yes')] }, 'needs-review'],
    ['4 a hold beside an open one', { holds: ['yes', 'unknown'] }, 'needs-review'],
    [
      '4 lifted by recollected text alone',
      { requirements: [requirement('yes', 'yes', false)] },
      'needs-review',
    ],
    ['not 4: no hold', { holds: ['no'] }, 'no-license-required'],
    [
      'not 4: recollected text that lifts nothing',
      { requirements: [requirement('no', 'no', false)] },
      'no-license-required',
    ],

    [
      '5 all are lifted',
      { requirements: [requirement('yes', 'yes'), requirement('yes', 'yes')] },
      'permitted-with-conditions',
    ],
    [
      '5 one applies and is lifted',
      { requirements: [requirement('yes', 'yes'), requirement('no')] },
      'permitted-with-conditions',
    ],

    ['6 not subject', { subject: 'no' }, 'not-subject'],
    ['not 6: no item is sent', { subject: 'no', withoutItem: 'yes' }, 'no-license-required'],
    [
      '6 not subject, whatever a lifted requirement says',
      { subject: 'no', requirements: [requirement('yes', 'yes')] },
      'not-subject',
    ],

    ['7 nothing applies', {}, 'no-license-required'],
  ])('%s', (_, some, outcome) => {
    expect(outcomeOf(some)).toBe(outcome)
  })
})

/** Every evidence with at most one prohibition and hold and two requirements. */
function* everything(): Generator<Found> {
  const none: readonly Verdict[][] = [[], ...VERDICTS.map((verdict) => [verdict])]
  const one = VERDICTS.flatMap((applies) =>
    VERDICTS.flatMap((lifted) =>
      (lifted === 'yes' ? [true, false] : [false]).map((surely) =>
        requirement(applies, lifted, surely),
      ),
    ),
  )
  const requirements = [
    [],
    ...one.map((single) => [single]),
    ...one.flatMap((a) => one.map((b) => [a, b])),
  ]
  for (const subject of VERDICTS) {
    for (const prohibitions of none) {
      for (const withoutLicense of none) {
        for (const holds of none)
          for (const some of requirements)
            for (const withoutItem of VERDICTS)
              yield {
                subject,
                withoutItem,
                prohibitions,
                withoutLicense,
                holds,
                requirements: some,
              }
      }
    }
  }
}

const PERMISSIVE = new Set(['not-subject', 'no-license-required', 'permitted-with-conditions'])

const EVERYTHING = [...everything()]

describe('decide, over every evidence', () => {
  it('has seen every combination', () => {
    expect(EVERYTHING).toHaveLength(3 * 3 * 4 * 4 * 4 * (1 + 12 + 144))
  })

  it('never clears while anything that could stop the deal is open or holds', () => {
    const cleared = EVERYTHING.filter((found) => {
      const { subject, prohibitions, withoutLicense, holds, requirements } = found
      const stops = [
        ...prohibitions,
        ...withoutLicense,
        ...requirements.map((one) => open(subject, read(one))),
        ...holds,
      ]
      return stops.some((verdict) => verdict !== 'no') && PERMISSIVE.has(outcomeOf(found))
    })
    expect(cleared).toEqual([])
  })

  it('never reverses a refusal when an unknown becomes known', () => {
    const learned = (found: Found, answer: Verdict): Found => {
      const learn = (verdict: Verdict): Verdict => (verdict === 'unknown' ? answer : verdict)
      return {
        subject: learn(found.subject),
        withoutItem: learn(found.withoutItem),
        prohibitions: found.prohibitions.map(learn),
        withoutLicense: found.withoutLicense.map(learn),
        holds: found.holds.map(learn),
        requirements: found.requirements.map((one) => ({
          ...one,
          applies: learn(one.applies),
          lifted: learn(one.lifted),
        })),
      }
    }
    const refused = EVERYTHING.filter((found) =>
      ['prohibited', 'license-required'].includes(outcomeOf(found)),
    )
    const reversed = refused.filter((found) =>
      ['yes', 'no'].some((answer) => PERMISSIVE.has(outcomeOf(learned(found, answer as Verdict)))),
    )
    expect(refused.length).toBeGreaterThan(1000)
    expect(reversed).toEqual([])
  })

  it('asks for facts only where one is missing', () => {
    const settled = EVERYTHING.filter((found) => !JSON.stringify(found).includes('"unknown"'))
    expect(settled.filter((found) => outcomeOf(found) === 'needs-facts')).toEqual([])
  })

  it('gives the same answer whatever the order of the requirements', () => {
    const differing = EVERYTHING.filter(
      (found) =>
        outcomeOf({ ...found, requirements: found.requirements.toReversed() }) !== outcomeOf(found),
    )
    expect(differing).toEqual([])
  })
})

describe('strictest', () => {
  it('follows the order of the contract', () => {
    expect(OUTCOMES).toEqual([
      'not-subject',
      'no-license-required',
      'permitted-with-conditions',
      'needs-review',
      'needs-facts',
      'license-required',
      'prohibited',
    ])
  })

  it('is the later of any two, in any order', () => {
    for (const [i, a] of OUTCOMES.entries()) {
      for (const [j, b] of OUTCOMES.entries()) {
        expect(strictest([a, b])).toBe(OUTCOMES[Math.max(i, j)])
      }
    }
    expect(strictest(OUTCOMES)).toBe('prohibited')
  })
})
