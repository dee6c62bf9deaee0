import { describe, expect, it } from 'vitest'
import { markdown } from '../../src/report/markdown.ts'
import { english } from './english.ts'
import { h100 } from './samples/h100.ts'
import { hostile, NAMES } from './samples/hostile.ts'
import { needsFacts } from './samples/needs-facts.ts'

describe('markdown', () => {
  it('has every section, also where nothing stands in it', () => {
    const titles = [...markdown(needsFacts, english).matchAll(/^## (.+)$/gm)].map(
      ([, title]) => title,
    )
    expect(titles).toEqual([
      'Why',
      'What to do next',
      'Deal',
      'Facts and their sources',
      'Items and classification',
      'Findings',
      'License exceptions considered',
      'Considered, did not apply',
      'Questions',
      'Obligations and deadlines',
      'Notices',
      'Assumed facts',
      'Red flags',
      'Not modeled',
      'Basis and verification',
    ])
    expect(markdown(needsFacts, english)).toContain('No red flag was raised.')
  })

  it('shows the arithmetic step by step', () => {
    expect(markdown(h100, english)).toContain(
      '| Total processing performance | 989.4 TFLOPS dense x 16 bit = 15,830.4 | Note 2 to 3A090 | A |',
    )
  })

  it('nests a proof with its marks', () => {
    expect(markdown(h100, english)).toContain(
      '    - `-` circuit.marketedForDataCenter: no \u2190 yes (catalog; confidence A)',
    )
  })

  it('shows names as they are and escapes what would be markup', () => {
    const text = markdown(hostile, english)
    for (const name of Object.values(NAMES)) expect(text).toContain(name.replace('&', '\\&'))
    expect(text).not.toMatch(/(?<!\\)</)
    expect(text).not.toContain('[go](')
    expect(text).toContain('| \\# Clear \\[go\\](http\\://evil.example)')
    expect(text).not.toMatch(/(?<!\\):\/\//)
  })

  it('keeps every row of a table on its line, with its cells', () => {
    const rows = markdown(hostile, english)
      .split('\n')
      .filter((line) => line.startsWith('|'))
    const parties = rows.filter((line) => line.startsWith('| end user'))
    expect(parties).toHaveLength(hostile.parties.length)
    for (const row of parties) expect(row.match(/(?<!\\)\|/g)).toHaveLength(4)
  })
})
