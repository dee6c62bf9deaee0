import { describe, expect, it } from 'vitest'
import { heard } from '../../src/batch/hands.ts'
import { NOTHING, type Verdict } from '../../src/batch/parties.ts'

const found: Verdict = { known: ['EL'], reached: 'listed', hint: '', found: 'Entity List' }

describe('a verdict that threads tell each other', () => {
  it('is told whole, or as nothing where nothing was found', () => {
    expect(heard(found)).toBe(found)
    expect(heard(null)).toBe(NOTHING)
  })

  it('is never taken for nothing where none came', () => {
    expect(() => heard(undefined)).toThrow('no verdict came')
  })
})
