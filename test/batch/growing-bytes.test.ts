import { describe, expect, it } from 'vitest'
import { GrowingBytes } from '../../src/batch/growing-bytes.ts'

const utf8 = new TextEncoder()

describe('text that grows as bytes', () => {
  it.each([
    ['nothing', []],
    ['letters of one, two, three and four bytes', ['a', 'é', '한', '😀', '']],
    ['half of a letter, which is none', ['a\ud800', 'b']],
    ['more than it began with room for', ['한'.repeat(400_000), 'b'.repeat(3_000_000)]],
  ])('is %s in UTF-8', (_, texts) => {
    const grown = new GrowingBytes()
    for (const text of texts) grown.text(text)
    expect(Buffer.from(grown.take()).equals(utf8.encode(texts.join('')))).toBe(true)
  })

  it('takes bytes as they are, among text', () => {
    const grown = new GrowingBytes()
    grown.text('1,')
    grown.bytes(utf8.encode('é\n'))
    grown.text('2')
    expect(Buffer.from(grown.take()).toString()).toBe('1,é\n2')
  })

  it('begins anew, and what was taken stays as it was', () => {
    const grown = new GrowingBytes()
    grown.text('first')
    const first = grown.take()
    grown.text('second')
    expect([first, grown.take()].map((bytes) => Buffer.from(bytes).toString())).toEqual([
      'first',
      'second',
    ])
    expect(grown.take()).toHaveLength(0)
  })
})
