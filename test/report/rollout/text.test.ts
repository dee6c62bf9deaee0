import { describe, expect, it } from 'vitest'
import { rolloutText } from '../../../src/report/rollout/text.ts'
import { rolloutAnnotations, rolloutSarif } from '../../../src/report/rollout/sarif.ts'
import { grouped, matricesOf } from '../../../src/report/rollout/matrix.ts'
import { width } from '../../../src/report/width.ts'
import { engineOf } from '../../../src/engine.ts'
import { engine } from '../../engine.ts'
import { FEATURES, rolled, STATED } from '../../rollout/world.ts'

const rollout = rolled(`places: [all]${FEATURES}${STATED}`)
const korean = engineOf(engine.pack, engine.sha256, 'ko').wording

describe('the matrix of a rollout', () => {
  const [matrix] = matricesOf(rollout)

  it('has every place once, in groups of the same answers', () => {
    const places = grouped(matrix!).flatMap((row) => row.places)
    expect(places).toHaveLength(254)
    expect(new Set(places).size).toBe(254)
    for (const { places: same, cells } of grouped(matrix!)) {
      for (const place of same) {
        const mine = rollout.cells.filter((cell) => cell.place === place)
        expect(mine.map(({ answer }) => answer)).toEqual(cells.map((cell) => cell!.answer))
      }
    }
  })

  it('has its strictest rows first', () => {
    expect(grouped(matrix!)[0]!.cells.map((cell) => cell!.outcome)).toContain('prohibited')
  })
})

describe('a rollout on a terminal', () => {
  it.each([40, 80, 100])('keeps to %i columns in both languages', (limit) => {
    for (const wording of [engine.wording, korean]) {
      const lines = rolloutText(rollout, wording, { width: limit }).split('\n')
      expect(Math.max(...lines.map(width))).toBeLessThanOrEqual(limit)
    }
  })

  it('has a note for every number that it shows, and the citation in it', () => {
    const text = rolloutText(rollout, engine.wording, { width: 80 })
    const [matrix, notes] = text.split('\nNotes\n')
    for (const [, n] of matrix!.matchAll(/ \[(\d+)\]/g)) expect(notes).toContain(`  [${n}] `)
    expect(notes).toContain('31 CFR 560.204')
  })

  it('lets no text of the manifest act on the screen', () => {
    const strange = rolled(
      `places: [KR]\ntitle: "a\\u001b[31mb"\nfeatures: [{ id: "x\\u202ey", kind: hosted-inference }]${STATED}`,
    )
    const text = rolloutText(strange, engine.wording, { width: 80 })
    expect(text).not.toContain('\u001b')
    expect(text).not.toContain('\u202e')
    expect(text).toContain('<U+202E>')
  })
})

describe('the findings of a rollout', () => {
  it('are one SARIF result each, with a rule of its own', () => {
    const log = JSON.parse(rolloutSarif(rollout, engine.wording)) as {
      runs: { tool: { driver: { rules: { id: string }[] } }; results: { ruleId: string }[] }[]
    }
    const { tool, results } = log.runs[0]!
    expect(results).toHaveLength(rollout.findings.length)
    const rules = new Set(tool.driver.rules.map(({ id }) => id))
    for (const { ruleId } of results) expect(rules).toContain(ruleId)
  })

  it('are one line each as annotations, whatever they say', () => {
    const [first] = rollout.findings
    const odd = { ...rollout, findings: [{ ...first!, file: 'a,b:c\n%.yaml' }] }
    const lines = rolloutAnnotations(odd, engine.wording).split('\n')
    expect(lines).toHaveLength(2)
    expect(lines[0]).toMatch(/^::(error|warning) file=a%2Cb%3Ac%0A%25\.yaml,line=\d+,col=\d+,/)
  })
})
