import fc from 'fast-check'
import { it } from 'vitest'
import { deals, days } from './random-deal.ts'
import { engine } from '../engine.ts'
import { check } from '../../src/check.ts'
it('x', () => {
  const s = fc.sample(fc.tuple(deals, days), { numRuns: 1200, seed: 3 })
  const q = new Map<string, number>(), h = new Map<string, number>(), b = new Map<string, number>()
  for (const [d, day] of s) {
    const a = check(engine, d, { asOf: day, today: day, posture: 'enforced', includeProposed: false, profiles: [], caseSha256: '', fallbackId: '' })
    h.set(a.outcome, (h.get(a.outcome) ?? 0) + 1)
    if (a.outcome==='needs-facts'&&a.questions.length<3) for (const f of a.findings) if (f.verdict==='unknown') b.set('OPEN '+f.id+' '+a.questions.map(q=>q.fact), (b.get('OPEN '+f.id+' '+a.questions.map(q=>q.fact))??0)+1)
 if (a.outcome === 'needs-facts') for (const x of a.questions) q.set(x.fact.replace(/\d+/g, '#') + ' / ' + a.questions.length, (q.get(x.fact.replace(/\d+/g, '#')+ ' / ' + a.questions.length) ?? 0) + 1)
    if (a.outcome !== 'needs-facts') for (const x of a.because) b.set(a.outcome + ' ' + x, (b.get(a.outcome + ' ' + x) ?? 0) + 1)
    if (a.outcome === 'needs-review') for (const x of a.findings) if (x.kind !== 'requirement') b.set('R ' + x.id, (b.get('R ' + x.id) ?? 0) + 1)
  }
  console.log([...h]); console.log([...q].sort((a, b) => b[1] - a[1]).slice(0, 40)); console.log([...b].sort((a, b) => b[1] - a[1]).slice(0, 60))
}, 100000)
