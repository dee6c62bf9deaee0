import { bounds, exact, type Quantity } from '../derive/measured.ts'
import type { Facts } from '../logic/facts.ts'
import type { Law } from '../rules/on-day.ts'
import { numeral, valueText } from '../wording/values.ts'
import { say, type Wording } from '../wording/wording.ts'
import { factLabel } from '../explain/narrate.ts'
import { testsOn, type TestOn } from './tests-on.ts'

/** How far a value of a circuit lies from a line that a paragraph draws on it. */
export interface Margin {
  readonly fact: string
  readonly value: Quantity
  readonly line: number
  /** The paragraphs that draw the line: `3A090.b.1`. */
  readonly paragraphs: readonly string[]
  /** Where the value lies; `across` where a range has the line inside it. */
  readonly side: 'below' | 'at' | 'above' | 'across'
  /** The shortest way to the line, in the unit of the fact; 0 where the value is at or across it. */
  readonly distance: number
}

/** A paragraph of the control list, as a cite or a conclusion names it. */
export const PARAGRAPH = /^\d[A-E]\d{3}(\.[a-z0-9]+)*$/

/**
 * The distance of every known value of a circuit to every line that the control list of the day draws
 * on it, the .z overlays and related software and technology left out: they repeat the same lines.
 */
export function marginsOf({ values }: Facts, law: Law): Margin[] {
  const own = law.by.classification.filter(
    ({ provision: { overlay, concludes } }) =>
      !overlay && PARAGRAPH.test(concludes ?? '') && !concludes!.includes('.z'),
  )
  return [...testsOn(own, law.book)].flatMap(([fact, tests]) => {
    const value = values[fact]
    if (value === undefined || !isQuantity(value)) return []
    return [...linesOf(tests)].map(([line, paragraphs]) => ({
      fact,
      value,
      line,
      paragraphs,
      ...distanceOf(value, line),
    }))
  })
}

const isQuantity = (value: unknown): value is Quantity =>
  typeof value === 'number' || (typeof value === 'object' && value !== null && 'low' in value)

/** Each line once, lowest first, with the paragraphs that draw it. */
function linesOf(tests: readonly TestOn[]): Map<number, string[]> {
  const found = new Map<number, Set<string>>()
  for (const { test, cite, active } of tests) {
    if (typeof test.value !== 'number') continue
    const cited = cite !== null && PARAGRAPH.test(cite) ? cite : active.provision.concludes!
    found.set(test.value, (found.get(test.value) ?? new Set()).add(cited))
  }
  return new Map(
    [...found]
      .sort(([a], [b]) => a - b)
      .map(([line, paragraphs]) => [line, ofCircuits([...paragraphs].sort())]),
  )
}

/** Computers repeat the lines of the circuits in them; the circuits' own paragraphs are enough. */
function ofCircuits(paragraphs: string[]): string[] {
  const own = paragraphs.filter((paragraph) => paragraph.startsWith('3'))
  return own.length > 0 ? own : paragraphs
}

function distanceOf(value: Quantity, line: number): Pick<Margin, 'side' | 'distance'> {
  const { low, high } = bounds(value)
  if (high < line) return { side: 'below', distance: exact(line - high) }
  if (low > line) return { side: 'above', distance: exact(low - line) }
  return { side: low === high ? 'at' : 'across', distance: 0 }
}

/** `total processing performance (TPP) 2,368 is 32 below the 2,400 line of 3A090.b.1`. */
export function marginText(
  { fact, value, line, paragraphs, side, distance }: Margin,
  wording: Wording,
): string {
  return say(wording, `cli.margin-${side}`, {
    fact: factLabel(wording, fact),
    value: valueText(wording, value),
    line: numeral(line),
    distance: numeral(distance),
    paragraphs: paragraphs.join(', '),
  })
}
