import { all, any, not, type Verdict } from '../logic/verdict.ts'
import type { ContentLine, Kind } from './content.ts'

/** An answer about a line that the calculation may lack. */
export type Answer =
  | 'usOrigin'
  | 'controlledTo'
  | 'gbsEligible'
  | 'incorporated'
  | 'bundled'
  | 'antiTerrorismOnly'

/** Whether a line is controlled U.S. content of the item. */
export interface Count {
  readonly counts: Verdict
  /** Why it counts, is left out, or which answer is missing. */
  readonly reason: string
  readonly citation: string
  /** The answers that would tell, where it is not known whether the line counts. */
  readonly missing: readonly Answer[]
  /** Whether it stays U.S.-origin content that is assessed by itself, whatever the share. */
  readonly assessByItself: Verdict
}

interface Test {
  readonly answer?: Answer
  readonly verdict: Verdict
  readonly no: string
  readonly unknown: string
  readonly citation: string
  /** Whether a line that fails the test is assessed by itself. */
  readonly apart: boolean
}

const SUPPLEMENT = '15 CFR 734 Supp. 2'
const ALIKE: Record<Kind, string> = {
  commodity: '15 CFR 734.4(c)(1), (d)(1)',
  software: '15 CFR 734.4(c)(2), (d)(2)',
  technology: '15 CFR 734.4(c)(3), (d)(3)',
}

/**
 * Decides whether a line counts as controlled U.S. content of a foreign-made item: supplement no. 2
 * to part 734, (a)(1) with its note, and 734.4(c) and (d), which pair commodities with commodities
 * and bundled software, software with software, technology with technology.
 */
export function countOf(line: ContentLine, made: Kind): Count {
  const tests = testsOf(line, made)
  const counts = all(tests.map(({ verdict }) => verdict))
  const failsApart = any(tests.filter(({ apart }) => apart).map(({ verdict }) => not(verdict)))
  const assessByItself = all([line.usOrigin, failsApart])
  const deciding = tests.filter(({ verdict }) => verdict === counts)
  if (counts === 'no') {
    const { no, citation } = deciding[0]!
    return { counts, reason: no, citation, missing: [], assessByItself }
  }
  if (counts === 'unknown') {
    const citation = [...new Set(deciding.map((test) => test.citation))].join('; ')
    return {
      counts,
      reason: deciding.map(({ unknown }) => unknown).join('; '),
      citation,
      missing: deciding.flatMap(({ answer }) => (answer === undefined ? [] : [answer])),
      assessByItself,
    }
  }
  const reason = 'U.S.-origin content that would need a license to the destination'
  return { counts, reason, citation: `${SUPPLEMENT}, (a)(1)`, missing: [], assessByItself }
}

function testsOf(line: ContentLine, made: Kind): Test[] {
  const note = `${SUPPLEMENT}, note to (a)(1)`
  const origin: Test = {
    answer: 'usOrigin',
    verdict: line.usOrigin,
    no: 'not of U.S. origin',
    unknown: 'is it of U.S. origin?',
    citation: `${SUPPLEMENT}, (a)(1)`,
    apart: false,
  }
  const incorporated: Test = {
    answer: 'incorporated',
    verdict: line.incorporated ?? 'yes',
    no: 'not incorporated: essential to the item, customarily sold in it and reexported with it',
    unknown: 'is it essential to the item, customarily sold in it and reexported with it?',
    citation: note,
    apart: true,
  }
  const controlled: Test = {
    answer: 'controlledTo',
    verdict: line.controlledTo,
    no: 'would need no license to the destination (NLR)',
    unknown: 'would it need a license to the destination?',
    citation: `${SUPPLEMENT}, (a)(1)`,
    apart: false,
  }
  const notGbs: Test = {
    answer: 'gbsEligible',
    verdict: not(line.gbsEligible ?? 'no'),
    no: 'could go to the destination under License Exception GBS',
    unknown: 'could it go to the destination under License Exception GBS?',
    citation: `${SUPPLEMENT}, (a)(1)`,
    apart: false,
  }
  return [origin, ...kindTests(line, made), incorporated, controlled, notGbs]
}

function kindTests(line: ContentLine, made: Kind): Test[] {
  if (line.kind === made) return []
  if (line.kind === 'software' && made === 'commodity') return bundling(line)
  const alike: Test = {
    verdict: 'no',
    no:
      line.kind === 'technology'
        ? `technology used to design or produce a ${made} is not incorporated in it`
        : `a ${line.kind} is not incorporated in foreign ${made}`,
    unknown: '',
    citation: line.kind === 'technology' ? `${SUPPLEMENT}, note to (a)(1)` : ALIKE[made],
    apart: true,
  }
  return [alike]
}

function bundling(line: ContentLine): Test[] {
  const citation = '15 CFR 734.4(c)(1), (d)(1), notes'
  const atOnly = line.eccn === 'EAR99' ? 'yes' : (line.antiTerrorismOnly ?? 'unknown')
  return [
    {
      answer: 'bundled',
      verdict: line.bundled ?? 'unknown',
      no: 'software that is not bundled with the commodity',
      unknown: 'is it reexported together with the commodity and configured for it?',
      citation,
      apart: true,
    },
    {
      answer: 'antiTerrorismOnly',
      verdict: atOnly,
      no: 'software that is neither EAR99 nor controlled for anti-terrorism reasons only',
      unknown: 'is it EAR99 or controlled for anti-terrorism reasons only?',
      citation,
      apart: true,
    },
  ]
}
