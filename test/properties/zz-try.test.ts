import fc from 'fast-check'
import { it } from 'vitest'
import { writeFileSync } from 'node:fs'
import { deals, days } from './random-deal.ts'
import { removals, without } from './removals.ts'
import { engine } from '../engine.ts'
import { contextOf } from '../../src/check.ts'
import { dealItems } from '../../src/facts/deal.ts'
import { outcomeOf } from '../../src/stages/outcome.ts'
import { OUTCOMES } from '../../src/determination.ts'
import type { Case } from '../../src/facts/case.ts'
it('x', () => {
  const N = Number(process.env['N'] ?? 1500)
  const s = fc.sample(fc.tuple(deals, days), { numRuns: N, seed: Number(process.env['SEED'] ?? 1) })
  let bad = 0
  for (const [d] of s) { const r = engine.schema.safeParse(d); if (!r.success && bad++ < 3) console.log(JSON.stringify(r.error.issues).slice(0,500), JSON.stringify(d).slice(0, 600)) }
  const hist: Record<string, number> = {}
  const run = (d: Case, day: string, posture: 'text'|'enforced') => {
    const law = engine.lawOn(day, false)
    return outcomeOf(law, dealItems(d, contextOf(engine, law, { profiles: [] })), posture)
  }
  const found = new Map<string, {n: number, ex: unknown, size: number}>()
  let pairs = 0
  const start = performance.now()
  for (const [d, day] of s) {
    if (performance.now() - start > 60000) break
    for (const posture of ['enforced', 'text'] as const) {
      const full = run(d, day, posture)
      hist[full] = (hist[full] ?? 0) + 1
      const rs = removals(d); for (let k = 0; k < 30; k++) { const r = rs[(k * 7919 + d.items!.length * 31 + pairs) % rs.length]!; const unk = k % 2 === 0;
        pairs++
        const part = without(d, r, unk)
        const p = run(part, day, posture)
        if (p === full || p === 'needs-facts' || p === 'needs-review') continue
        const rank = (o: string) => OUTCOMES.indexOf(o as never)
        const kind = rank(p) < rank(full) ? 'PERMISSIVE' : 'reverse'
        const key = `${kind} ${full} -> ${p} | ${r.path.replace(/\d+/g, '#')}`
        const size = JSON.stringify(d).length
        const e = found.get(key)
        if (!e) found.set(key, { n: 1, ex: { day, posture, path: r.path, unk, d }, size })
        else { e.n++; if (size < e.size) { e.ex = { day, posture, path: r.path, unk, d }; e.size = size } }
      }
    }
  }
  console.log('bad', bad, 'pairs', pairs, hist)
  const all = [...found].sort((a, b) => a[0] < b[0] ? -1 : 1)
  console.log(all.map(([k, e]) => `${e.n}\t${k}`).join('\n'))
  writeFileSync('/tmp/h10/found.json', JSON.stringify(Object.fromEntries(all), null, 1))
}, 100000)
