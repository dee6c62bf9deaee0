import { expect, test } from 'vitest'
import { progressLine } from '../../cli/screening/progress.ts'

test('names done, their rate in this run, and the time left', () => {
  expect(progressLine(20_000, 0.2, 0, 10)).toBe(
    '[#####                   ] 20,000 names, 2,000 a second, 0:40 left',
  )
})
test('a run that was taken up counts its own names for the rate', () => {
  expect(progressLine(20_000, 0.5, 10_000, 10)).toContain('1,000 a second, 0:20 left')
})
test('nothing done yet promises nothing', () => {
  expect(progressLine(0, 0, 0, 0)).toBe('[                        ] 0 names, 0 a second')
})
