import { describe, expect, it } from 'vitest'
import { filesBelow } from './imports.ts'
import { lineCount } from './text.ts'

const sources = ['src', 'cli', 'test', 'bench']
  .flatMap((folder) => filesBelow(folder, '.ts', '.mjs'))
  .map((file) => ({ file, lines: lineCount(file) }))

/** Rules that are one provision a file; tables, wording and the catalog are lists. */
const PROVISIONS = ['ear', 'guidance', 'proposed', 'tariffs', 'ofac', 'program'].map(
  (name) => `rules/${name}`,
)

describe('size', () => {
  it('no source file is over 400 lines; those over 250 are named', () => {
    const long = sources.filter(({ lines }) => lines > 250)
    for (const { file, lines } of long) console.warn(`${file} has ${lines} lines; 250 is the aim`)
    expect(sources.length).toBeGreaterThan(50)
    expect(long.filter(({ lines }) => lines > 400)).toEqual([])
  })

  it('each provision is under 100 lines', () => {
    const provisions = PROVISIONS.flatMap((folder) => filesBelow(folder, '.yaml'))
    expect(provisions.length).toBeGreaterThan(100)
    expect(provisions.filter((file) => lineCount(file) >= 100)).toEqual([])
  })
})
