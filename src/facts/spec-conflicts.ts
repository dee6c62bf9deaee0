import { formatQuantity } from '../derive/format-number.ts'
import { bounds, type Quantity } from '../derive/measured.ts'
import type { Catalogued } from './catalogued.ts'
import { densityOf, MEASURES, type Figures } from './figures.ts'
import type { Layer } from './layer.ts'
import { statedMeasure } from './worked-out.ts'

/** Shares by which a stated value may differ from the catalogue's before somebody has to look. */
const TOLERANCE = { A: 0.02, B: 0.02, C: 0.1 }

/** Where what a case states of a circuit contradicts itself, or what the catalogue has of the product. */
export function conflictsOf(
  product: string,
  stated: Layer,
  measures: Figures,
  row: Catalogued,
): string[] {
  const conflicts: string[] = []
  for (const name of MEASURES) {
    const listed = row.figures[name]
    const said = measures[name]
    if (listed === undefined || said === undefined || said === listed || name === 'tops') continue
    if (apart(said.value, listed.value, TOLERANCE[listed.confidence])) {
      conflicts.push(
        `${name} of ${product}: the case says ${formatQuantity(said.value)}, the catalogue ${formatQuantity(listed.value)}`,
      )
    }
  }
  const density = stated.values['circuit.performanceDensity'] as Quantity | undefined
  if (density !== undefined) {
    const worked = densityOf(statedMeasure(stated, 'tpp'), statedMeasure(stated, 'dieArea'))?.value
    if (worked !== undefined && apart(density, worked, TOLERANCE.B)) {
      conflicts.push(
        `performanceDensity of ${product}: the case says ${formatQuantity(density)}, its TPP and die area give ${formatQuantity(worked)}`,
      )
    }
  }
  const center = stated.values['circuit.marketedForDataCenter']
  const listed = row.facts.get('circuit.marketedForDataCenter')
  if (center !== undefined && listed !== undefined && center !== listed.value) {
    conflicts.push(
      `marketedForDataCenter of ${product}: the case says ${center ? 'yes' : 'no'}, the catalogue ${listed.value ? 'yes' : 'no'}`,
    )
  }
  return conflicts
}

function apart(a: Quantity, b: Quantity, tolerance: number): boolean {
  const said = bounds(a)
  const listed = bounds(b)
  return said.high < listed.low * (1 - tolerance) || said.low > listed.high * (1 + tolerance)
}
