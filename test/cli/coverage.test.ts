import { describe, expect, test } from 'vitest'
import { engine } from '../engine.ts'
import { licet } from './licet.ts'

interface Output {
  counts: Record<string, number>
  parts: {
    part: string | null
    counts: Record<string, number>
    sections: { citation: string; state: string }[]
  }[]
}

describe('licet rules coverage', () => {
  test('counts every section of the registry once, part by part', async () => {
    const { code, stdout } = await licet(['rules', 'coverage', '--format', 'json'])
    const { counts, parts } = JSON.parse(stdout) as Output
    const { coverage } = engine.pack
    expect(code).toBe(0)
    expect(parts.flatMap(({ sections }) => sections)).toHaveLength(coverage.length)
    for (const state of ['modelled', 'partly', 'pointer', 'out']) {
      const inAll = coverage.filter((one) => one.state === state).length
      expect(counts[state]).toBe(inAll)
      expect(parts.reduce((sum, part) => sum + part.counts[state]!, 0)).toBe(inAll)
    }
  })

  test('puts each section under its part, and other law last', async () => {
    const { stdout } = await licet(['rules', 'coverage', '--format', 'json'])
    const { parts } = JSON.parse(stdout) as Output
    const numbers = parts.map(({ part }) => part)
    expect(numbers).toEqual([
      ...numbers.slice(0, -1).toSorted((a, b) => Number(a) - Number(b)),
      null,
    ])
    for (const { part, sections } of parts) {
      for (const { citation } of sections)
        expect(citation.startsWith(`15 CFR ${part ?? ''}`)).toBe(part !== null)
    }
  })

  test('says in words what is modeled and why the rest is not', async () => {
    const { code, stdout } = await licet(['rules', 'coverage'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^\d+ sections in pack \S+: \d+ modeled, /)
    expect(stdout).toContain('Part 740: ')
    expect(stdout).toContain('15 CFR 740.8: modeled')
    expect(stdout).toContain('15 CFR 740.26: modeled in part')
  })

  test('refuses a form that there is not', async () => {
    const { code, stderr } = await licet(['rules', 'coverage', '--format', 'pdf'])
    expect(code).toBe(4)
    expect(stderr).toContain('text')
  })
})
