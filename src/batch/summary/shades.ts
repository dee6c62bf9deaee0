import type { Outcome } from '../../determination.ts'
import type { Shade } from '../../report/pdf/shade.ts'

/**
 * How the map shows outcomes: the stricter, the darker, so that the order shows in gray print too. What
 * waits for facts or review has lines across it.
 */
export const SHADES: Readonly<Record<Outcome, Shade>> = {
  prohibited: { fill: '#5b0f22', ink: 1, letter: 'P' },
  'license-required': { fill: '#b5472f', ink: 1, letter: 'L' },
  'needs-facts': { fill: '#e8b04a', ink: 0, letter: 'F', lines: 'rising' },
  'needs-review': { fill: '#b9a5dc', ink: 0, letter: 'R', lines: 'falling' },
  'permitted-with-conditions': { fill: '#93c6cf', ink: 0, letter: 'C' },
  'no-license-required': { fill: '#d3e9cd', ink: 0, letter: 'N' },
  'not-subject': { fill: '#eceff4', ink: 0, letter: 'S' },
}
