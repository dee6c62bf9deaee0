import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isLong } from '../long.ts'
import { rerun } from './console.ts'

/** Pages of so many commands that the soak alone runs them again. */
const LONG = new Set(['auditor.md', 'screening.md'])
const pages = readdirSync('test/literate').filter(
  (name) => name.endsWith('.md') && (isLong || !LONG.has(name)),
)

describe('the pages say what the commands say', () => {
  it.each(pages)('%s', (name) => {
    const file = `test/literate/${name}`
    const page = readFileSync(file, 'utf8')
    const found = rerun(page)
    if (process.env['UPDATE'] === '1') writeFileSync(file, found)
    else expect(found).toBe(page)
  })
})
