import { pack } from '../engine.ts'

const FIRST = '2022-10-07'
const LAST = '2027-12-31'

/** The numbers to which the pack, at any date, compares a fact. */
export function linesOn(fact: string): number[] {
  return [...(lines.get(fact) ?? [])]
}

const lines = new Map<string, Set<number>>()

function collect(node: unknown): void {
  if (typeof node !== 'object' || node === null) return
  if ('kind' in node && node.kind === 'leaf') {
    const { fact, is } = node as unknown as { fact: string; is: { value: unknown } }
    const values = Array.isArray(is.value) ? is.value : [is.value]
    for (const value of values) {
      if (typeof value === 'number') lines.set(fact, (lines.get(fact) ?? new Set()).add(value))
    }
  }
  for (const inner of Object.values(node)) collect(inner)
}
collect(pack.provisions)

/** Each day from 2022-10-07 to 2027-12-31 on which a text, its enforcement or a table changes, the day before, and every 50th day. */
export function daysOfChange(): string[] {
  const changes = new Set(
    JSON.stringify([pack.provisions, pack.tables])
      .match(/"(?:from|until)":"\d{4}-\d{2}-\d{2}/g)
      ?.map((hit) => hit.slice(-10)),
  )
  const around = [...changes].flatMap((day) => [day, shifted(day, -1)])
  const every = Array.from({ length: 39 }, (_, i) => shifted(FIRST, i * 50))
  return [...new Set([...around, ...every, LAST])]
    .filter((day) => day >= FIRST && day <= LAST)
    .sort()
}

function shifted(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
