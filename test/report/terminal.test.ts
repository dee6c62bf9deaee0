import { stripVTControlCharacters } from 'node:util'
import { describe, expect, it } from 'vitest'
import { explain } from '../../src/report/proof-lines.ts'
import { terminal } from '../../src/report/terminal.ts'
import { width } from '../../src/report/width.ts'
import { english } from './english.ts'
import { h100 } from './samples/h100.ts'
import { hostile } from './samples/hostile.ts'
import { nac } from './samples/nac.ts'
import { needsFacts } from './samples/needs-facts.ts'

const samples = { h100, needsFacts, nac, hostile }

describe('terminal', () => {
  it('answers a license requirement', () => {
    expect(terminal(h100, english)).toMatchInlineSnapshot(`
      "LICENSE REQUIRED | D-2026-0114 | H100 servers for a cloud region in Jinan
      The deal may not go ahead without a license from BIS.
      License review policy: presumption of denial
      ! 1 red flag is open.
      ! 1 fact is assumed, not given:
        - endUse.military = no (end-use statement on file under procedure 4.2;
          onboarding, signed by J. Doe, expires 2027-06-30)

      Why
        15 CFR 742.6(a)(6)(iii)(A): Advanced computing items to Macau or a destination
        in Country Group D:5
        15 CFR 744.23(a)(3): Items for a supercomputer or an advanced-node facility

      What to do next
        Hold the deal. Apply to BIS for a license, or change the deal and check it
        again.
        1. Red flag: The route passes a transshipment hub that the parties do not need
           (Supp. No. 3 to 15 CFR part 732, Red Flag 10)
        2. Will the items go into a supercomputer in Macau or a D:5 country? (the
           customer usually knows) [endUse.supercomputer]

      Deal
        Export: United States (US) to China (CN), via Singapore (SG)
        Law as of 2026-11-20 | Known on 2026-11-22 | the law as BIS enforces it

      Items and classification
        1. NVIDIA DGX H100 x 125 | 4A090.a, confidence A, claimed 4A994 | License
           required
           Conflict: the case claims 4A994, but the circuits meet 4A090.a

      License exceptions considered
        License Exception NAC (Notified Advanced Computing) | item 1 | in force | 89
        FR 23876 | its conditions are not met
           Not met: (a), data-center bar

      Notices
        1 notice of law not applied in this answer; --explain shows it.

      Not modeled, or only in part: 2 provisions; --explain lists them. Silence about
      them clears nothing.
      "
    `)
  })

  it('asks what is missing', () => {
    expect(terminal(needsFacts, english)).toMatchInlineSnapshot(`
      "NEEDS FACTS | D-2026-0115
      Facts that decide the answer are missing. Until they are known, the deal is not
      cleared.
      ! The codified text alone would say: License required. This answer follows the
        law as BIS enforces it.

      Why
        15 CFR 742.6(a)(6)(iii)(A): Advanced computing items to Macau or a destination
        in Country Group D:5

      What to do next
        Hold the deal and find out:
        1. Where is the ultimate parent of Example Trading Pte. Ltd. headquartered?
           (the customer usually knows) [parties[1].ultimateParent.headquarters]
        2. What is the applicable die area of the card? (the maker of the item usually
           knows) [items[0].specs.dieArea]

      Deal
        Export: United States (US) to Singapore (SG)
        Law as of 2026-11-20 | Known on 2026-11-22 | the law as BIS enforces it

      Items and classification
        1. Unbranded accelerator card | not settled: 3A090.a, 3A090.b | Needs facts
      "
    `)
  })

  it('proves a finding', () => {
    expect(explain(h100, 'ear.740.8.nac', english)).toMatchInlineSnapshot(`
      "15 CFR 740.8: License Exception NAC (Notified Advanced Computing)
      item 1 | in force | 89 FR 23876 | its conditions are not met
        - all of:
          + A party is headquartered in Macau or D:5:
            + at least one of the parties (purchaser, end user):
              - purchaser Example Trading Pte. Ltd.:
                - party.headquarters is in Country Group D:5 <- SG (case)
              + end user Inspur Group Co., Ltd.:
                + party.headquarters is in Country Group D:5 <- CN (case)
          - [(a), data-center bar] unless:
            + all of:
              + circuit.marketedForDataCenter: yes <- yes (catalog; confidence A)
          ? [(c)(2)] evidence.nac.cleared: yes <- not known

      + yes, - no, ? not known. After the arrow, the value that was seen and where it
      came from.
      "
    `)
  })

  it.each(Object.entries(samples))('%s: no line is wider than the screen', (_, sample) => {
    for (const limit of [40, 60, 80]) {
      const text = terminal(sample, english, { width: limit, explain: true })
      const tooWide = text.split('\n').filter((line) => width(line) > limit)
      expect(tooWide).toEqual([])
    }
  })

  it('lets no text of others act on the screen', () => {
    const text = terminal(hostile, english, { explain: true })
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
    expect(text).not.toMatch(/^\s*OUTCOME: CLEAR/m)
    expect(text).toContain('gnp.exe<U+202E><U+2066>txt')
  })

  it('colors only when asked, and color changes no letter', () => {
    const plain = terminal(nac, english)
    const colored = terminal(nac, english, { color: true })
    expect(plain).not.toContain('\u001b')
    expect(colored).toContain('\u001b[33m')
    expect(stripVTControlCharacters(colored)).toBe(plain)
  })

  it('warns of assumed facts, open red flags and a different codified text', () => {
    expect(terminal(h100, english)).toContain(
      '! 1 fact is assumed, not given:\n  - endUse.military = no',
    )
    expect(terminal(h100, english)).toContain('! 1 red flag is open.')
    expect(terminal(needsFacts, english)).toContain(
      '! The codified text alone would say: License required.',
    )
  })

  it('says that a review policy is open and what it turns on', () => {
    const open = terminal(
      {
        ...h100,
        reviewPolicy: null,
        reviewPolicySettled: false,
        reviewPolicyOptions: [
          {
            policy: 'case-by-case',
            provision: 'ear.742.6.b.10.iii',
            citation: '15 CFR 742.6(b)(10)(iii)',
            questions: ['parties[2].headquarters'],
          },
        ],
      },
      english,
      { width: 200 },
    )
    expect(open).toContain(
      'License review policy: open; facts are missing.\n  - case-by-case review if 15 CFR 742.6(b)(10)(iii) ' +
        'applies, which turns on 1 open fact',
    )
  })
})

describe('explain', () => {
  it('has nothing to say of a provision that the determination does not hold', () => {
    expect(explain(h100, 'ear.999', english)).toBeUndefined()
  })
})
