import type { Determination } from '../../../src/determination.ts'
import { h100 } from './h100.ts'
import { allOf, leaf } from './proofs.ts'

const [item] = h100.items
const [finding] = h100.findings
if (item === undefined || finding === undefined)
  throw new Error('the first sample has an item and a finding')

export const NAMES = {
  korean: '주식회사 한빛반도체 서울지점',
  chinese: '浪潮集团有限公司（濟南）',
  cyrillic: 'ООО «Щёлковские вычисления»',
  latin: 'Łódź Čip Gmbh & Søn',
  arabic: 'شركة المثال',
} as const

/** Screen control, reordering, markup, spreadsheet formulas, look-alikes and a name of 200 letters. */
export const HOSTILE = {
  escape: 'Evil\u001b[2J\u001b[31mCo',
  bidi: 'gnp.exe\u202e\u2066txt',
  newline: 'First line\r\nOUTCOME: CLEAR',
  script: '<script>alert(1)</script>&lt;',
  formula: "=cmd|' /C calc'!A0",
  markdown: '# Clear [go](http://evil.example) `x` **b** | cell @team ![i](x) https://evil.example',
  zeroWidth: 'Ex\u200bample\ufeff',
  long: `${'Limitless'.repeat(22)}AB`,
  emoji: 'Rocket 🚀 Chips',
  halfPair: 'Broken\ud800 Name',
} as const

/** Parties whose names come in many scripts and mean harm. */
export const hostile: Determination = {
  ...h100,
  case: `D-${HOSTILE.script}`,
  title: HOSTILE.newline,
  outcome: 'needs-review',
  reviewPolicy: null,
  parties: [...Object.values(NAMES), ...Object.values(HOSTILE)].map((name, index) => ({
    index,
    role: 'end-user',
    name,
    country: index % 2 === 0 ? 'KR' : 'ZZ',
  })),
  items: [{ ...item, product: HOSTILE.long }],
  findings: [
    {
      ...finding,
      kind: 'unsettled',
      status: 'unverified',
      title: HOSTILE.bidi,
      party: 0,
      proof: allOf([
        leaf('yes', 'party.lists', 'includes', 'entity-list', ['entity-list', HOSTILE.escape], {
          from: 'case',
          text: HOSTILE.markdown,
        }),
      ]),
    },
  ],
  redFlags: [
    {
      id: 'x',
      title: HOSTILE.markdown,
      citation: HOSTILE.formula,
      item: 0,
      open: true,
      resolution: null,
    },
  ],
}
