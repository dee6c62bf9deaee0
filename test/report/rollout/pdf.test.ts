import { describe, expect, it } from 'vitest'
import { rolloutPdf } from '../../../src/report/rollout/pdf.ts'
import { engine } from '../../engine.ts'
import { FEATURES, rolled, STATED } from '../../rollout/world.ts'

const rollout = rolled(`places: [all]${FEATURES}${STATED}`, { asOf: ['2025-05-01', '2025-08-01'] })

describe('a rollout on paper', () => {
  it('is the same bytes again', async () => {
    const [first, second] = [
      await rolloutPdf(rollout, engine.wording),
      await rolloutPdf(rollout, engine.wording),
    ]
    expect(first.equals(second)).toBe(true)
  })

  it('is a tagged PDF with the JSON attached, and grows with the places', async () => {
    const pdf = await rolloutPdf(rollout, engine.wording)
    const text = pdf.toString('latin1')
    expect(text).toContain('/MarkInfo')
    expect(text).toContain('rollout.json')
    const small = rolled(`places: [KR]${FEATURES}${STATED}`)
    const pages = (bytes: Buffer): number =>
      bytes.toString('latin1').match(/\/Type \/Page\b/g)!.length
    expect(pages(pdf)).toBeGreaterThan(pages(await rolloutPdf(small, engine.wording)) + 4)
  })
})
