import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { importsOf } from '../health/imports.ts'

const FILE = 'test/book/auditor.mjs'

it('the verifier that docs/book.md names has under 100 lines and imports nothing but Node', () => {
  const text = readFileSync(FILE, 'utf8')
  expect(text.trimEnd().split('\n').length).toBeLessThan(100)
  const imported = importsOf(FILE, text).map(({ specifier }) => specifier)
  expect(imported).toEqual(['node:crypto', 'node:fs'])
  expect(readFileSync('docs/book.md', 'utf8')).toContain(`](../${FILE})`)
})
