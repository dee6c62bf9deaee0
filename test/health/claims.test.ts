import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isOrIsBelow } from '../../src/rules/on-day.ts'
import { pack } from '../engine.ts'

const page = readFileSync('docs/claims.md', 'utf8')
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .slice(1)

describe('the page on what people say', () => {
  it('names provisions that the pack has', () => {
    const named = rows.flatMap((row) =>
      [...row.matchAll(/`([a-z0-9][\w.-]+)`/gi)].map(([, id]) => id!),
    )
    expect(named.length).toBeGreaterThan(10)
    const ids = pack.provisions.map(({ id }) => id)
    expect(named.filter((name) => !ids.some((id) => isOrIsBelow(id, name)))).toEqual([])
  })

  const sheet = '../shared/law/ai-models-and-apis.md'
  const beside = existsSync(sheet)
  if (!beside) console.log(`skipped: the claims of the sheet itself, no ${sheet}`)
  it.skipIf(!beside)('has a row for each claim of the sheet', () => {
    const text = readFileSync(sheet, 'utf8')
    const section = text.slice(text.indexOf('## 1. '), text.indexOf('## 2. '))
    const claims = section
      .split('\n')
      .filter((line) => line.startsWith('| '))
      .slice(1)
    expect(claims.length).toBeGreaterThan(10)
    expect(rows).toHaveLength(claims.length)
  })
})
