import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readCases } from '../../src/facts/read-case.ts'
import { checkProposal } from '../../src/proposal/check-proposal.ts'
import type { ProposalResult } from '../../src/proposal/result.ts'
import { proposalSchema } from '../../src/proposal/schema.ts'
import { workbookPdf } from '../../src/report/pdf/workbook.ts'
import { proposalMarkdown } from '../../src/report/proposal/markdown.ts'
import { proposalTerminal } from '../../src/report/proposal/terminal.ts'
import { width } from '../../src/report/width.ts'
import { engine } from '../engine.ts'

const [read] = readCases(
  readFileSync('fixtures/proposals/harbor.yaml', 'utf8'),
  'harbor.yaml',
  proposalSchema(engine),
)
if (read === undefined || !read.ok) throw new Error('the fixture is no proposal')
const given = read.value.case

const judged = (title?: string): ProposalResult =>
  checkProposal(
    engine,
    { ...given, ...(title !== undefined && { title }) },
    {
      today: '2026-11-22',
      posture: 'enforced',
      includeProposed: false,
      profiles: [],
      caseSha256: '0'.repeat(64),
      fallbackId: 'proposal',
    },
  )

const reader = 'pdftotext'
const canRead = spawnSync(reader, ['-v']).error === undefined
if (!canRead) console.log('skipped: the words of the workbook, no pdftotext')

describe('the readiness workbook', () => {
  it('is the same bytes for the same result', async () => {
    const result = judged()
    const [first, again] = await Promise.all([
      workbookPdf(result, engine.wording),
      workbookPdf(result, engine.wording),
    ])
    expect(first.equals(again)).toBe(true)
  })

  it.skipIf(!canRead)('says what the terminal says', async () => {
    const first = await workbookPdf(judged(), engine.wording)
    const file = join(mkdtempSync(join(tmpdir(), 'licet-workbook-')), 'workbook.pdf')
    writeFileSync(file, first)
    const said = execFileSync(reader, ['-layout', file, '-'], { encoding: 'utf8' })
    for (const words of [
      'Eligible with conditions',
      'Readiness by step',
      '54,000,000.00 of 100,000,000.00 U.S. dollars = 54 percent',
      'Samsung Electronics Co., Ltd. (member)',
      'Partner lists score a target. They authorize nothing.',
      'On lists of concern: Country Group D:5',
    ])
      expect(said).toContain(words)
  })

  it('fits the screen, and lets no text of others act on it', () => {
    const result = judged('a \u001b[31mred\u202e title')
    for (const explain of [false, true]) {
      const text = proposalTerminal(result, engine.wording, { width: 80, explain })
      expect(text.split('\n').filter((line) => width(line) > 80)).toEqual([])
      for (const mark of ['\u001b', '\u202e']) expect(text).not.toContain(mark)
      expect(text).toContain('ELIGIBLE WITH CONDITIONS')
    }
  })

  it('escapes text of others in Markdown', () => {
    const text = proposalMarkdown(judged('<b>bold</b> | [link](x)'), engine.wording)
    expect(text).toContain('\\<b\\>bold\\</b\\>')
    expect(text).not.toContain('[link](x)')
  })
})
