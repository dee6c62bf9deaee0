import { describe, expect, it } from 'vitest'
import { check } from '../../src/check.ts'
import type { Determination } from '../../src/determination.ts'
import { markdown } from '../../src/report/markdown.ts'
import { terminal } from '../../src/report/terminal.ts'
import { engine } from '../engine.ts'
import { english } from './english.ts'

const screened = { lists: [], headquarters: 'SG' }
const person = (share: number) => ({ name: 'A person', share, ...screened, owners: [] })

/** An H20 for a Singapore company, whose 60 percent holder somebody owns by 80 percent. */
function answer(lists: readonly string[], asOf = '2025-10-15'): Determination {
  const upper = { name: 'Upper', share: 80, ...screened, lists, owners: [] }
  const owners = [
    {
      name: 'Holdings',
      share: 60,
      ...screened,
      source: 'register, p. 3',
      owners: [upper, person(20)],
    },
    person(40),
  ]
  const seat = { country: 'SG', headquarters: 'SG', ultimateParent: { headquarters: 'SG' } }
  const no = { military: 'no', militaryIntelligence: 'no', supercomputer: 'no', advancedNode: 'no' }
  const deal = engine.schema.parse({
    kind: 'transaction',
    id: 'D-1',
    activity: 'export',
    from: 'US',
    to: 'SG',
    items: [{ product: 'NVIDIA H20', alsoDescribedIn: 'none' }],
    parties: [{ role: 'end-user', name: 'Example Data', ...seat, lists: [], owners }],
    endUse: { ...no, nuclear: 'no', missile: 'no', chemicalBiological: 'no' },
    letters: [],
    redFlags: [],
  })
  return check(engine, deal, {
    asOf,
    today: asOf,
    posture: 'enforced',
    includeProposed: false,
    profiles: [],
    caseSha256: '',
    fallbackId: 'case',
  })
}

/** The part of a text from a heading to the next one. */
function part(text: string, heading: string, next: RegExp): string | undefined {
  const [, after] = text.split(`${heading}\n`)
  return after?.split(next)[0]?.trim()
}

const inMarkdown = (of: Determination) => part(markdown(of, english), '## Ownership', /^## /m)
const inTerminal = (of: Determination, explain = false) =>
  part(terminal(of, english, { width: 200, explain }), 'Ownership', /^$/m)

describe('ownership in a determination', () => {
  it('stands side by side as BIS and OFAC add it up, with path and arithmetic', () => {
    const [entry, ...others] = answer(['entity-list']).ownership
    expect(others).toEqual([])
    expect(entry).toMatchObject({
      party: 0,
      results: [
        {
          operator: 'bis',
          verdict: 'yes',
          percent: { low: 60, high: 60 },
          mostRestrictiveOwner: 'Upper',
          path: [
            { holder: 'Upper', held: 'Holdings', because: 'listed', source: null },
            {
              holder: 'Holdings',
              held: 'Example Data',
              because: 'owned',
              source: 'register, p. 3',
            },
          ],
          multiplied: { percent: { low: 48, high: 48 } },
        },
        { operator: 'ofac', verdict: 'no', percent: { low: 0, high: 0 }, path: [] },
      ],
    })
  })

  it('is empty where the case names no owners', () => {
    const { ownership } = check(engine, engine.schema.parse({ kind: 'transaction' }), {
      today: '2026-06-01',
      posture: 'enforced',
      includeProposed: false,
      profiles: [],
      caseSha256: '',
      fallbackId: 'case',
    })
    expect(ownership).toEqual([])
  })
})

describe('the section on ownership', () => {
  it('shows the arithmetic of both', () => {
    expect(inMarkdown(answer(['entity-list']))).toMatchInlineSnapshot(`
      "### end user Example Data

      BIS (15 CFR 744.11(a)(1), Supp. 8 to part 744): owners that count hold 60 percent: 50 percent or more

      Holdings: Upper 80 %, which is 50 % or more: Holdings counts with its whole share

      Example Data: Holdings 60 %, which is 50 % or more

      Most restrictive owner: Upper

      *Multiplied along the chain, for comparison only: 48 percent. Neither law adds ownership up so.*

      OFAC (OFAC revised guidance on entities owned by blocked persons (2014-08-13)): owners that count hold 0 percent: less than 50 percent

      Example Data: no owner that counts = 0 %, which is less than 50 %

      *Multiplied along the chain, for comparison only: 0 percent. Neither law adds ownership up so.*"
    `)
  })

  it('is left out where the case names no owners', () => {
    const none = { ...answer([]), ownership: [] }
    expect(inMarkdown(none)).toBeUndefined()
    expect(inTerminal(none, true)).toBeUndefined()
  })
})

describe('ownership on a terminal', () => {
  it('shows what decides', () => {
    expect(inTerminal(answer(['entity-list']))).toMatchInlineSnapshot(`
      "end user Example Data
          BIS (15 CFR 744.11(a)(1), Supp. 8 to part 744): owners that count hold 60 percent: 50 percent or more
            Holdings: Upper 80 %, which is 50 % or more: Holdings counts with its whole share
            Example Data: Holdings 60 %, which is 50 % or more
            Most restrictive owner: Upper"
    `)
    expect(inTerminal(answer(['sdn'], '2026-06-01'))).toContain('OFAC')
  })

  it('stays silent where ownership decides nothing, unless asked to explain', () => {
    const clear = answer([])
    expect(clear.outcome).toBe('no-license-required')
    expect(inTerminal(clear)).toBeUndefined()
    expect(inTerminal(clear, true)).toContain('less than 50 percent')
  })
})
