import { describe, expect, it } from 'vitest'
import { modelWords } from '../../src/facts/model-name.ts'

describe('the words of a model name', () => {
  it.each(['Claude Fable 5', 'claude-fable-5-20260501', 'anthropic/claude_fable5', 'FABLE 5'])(
    'have what a letter calls it: %s',
    (name) => {
      expect(modelWords(name)).toContain('fable 5')
    },
  )

  it.each(['Claude Fable 4', 'Fable 50', 'Claude Opus 4', ''])('do not have it: %s', (name) => {
    expect(modelWords(name)).not.toContain('fable 5')
  })

  it('are runs of one to three', () => {
    expect(modelWords('a b c d')).toEqual([
      'a',
      'a b',
      'a b c',
      'b',
      'b c',
      'b c d',
      'c',
      'c d',
      'd',
    ])
  })
})
