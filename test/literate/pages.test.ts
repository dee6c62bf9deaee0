import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { rerun } from './console.ts'

const pages = readdirSync('test/literate').filter((name) => name.endsWith('.md'))

describe('the pages say what the commands say', () => {
  it.each(pages)('%s', (name) => {
    const file = `test/literate/${name}`
    const page = readFileSync(file, 'utf8')
    const found = rerun(page)
    if (process.env['UPDATE'] === '1') writeFileSync(file, found)
    else expect(found).toBe(page)
  })
})
