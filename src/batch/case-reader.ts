import { z } from 'zod'
import type { Case } from '../facts/case.ts'
import { Memo } from './memo.ts'

/** Parts of each kind that are remembered. */
const MOST_PARTS = 10_000
/** Letters of a part that is remembered. */
const LONGEST = 2_000

/**
 * Reads cases of which the parts repeat: each part (`items`, `parties`, `endUse`) is checked against its schema once,
 * and what ties the parts of a case together is checked of every case. Undefined where anything is wrong, for the
 * schema itself to say what. Parts are shared by the cases that have them, and frozen.
 */
export function caseReader(schema: z.ZodType<Case>): (input: unknown) => Case | undefined {
  if (!(schema instanceof z.ZodObject)) return () => undefined
  const ofParts = new Map(
    Object.entries(schema.shape as Record<string, z.ZodType>)
      .filter(([, part]) => mayBeLeftOut(part))
      .map(([key, part]) => [key, { part, known: new Memo<Read>(MOST_PARTS) }]),
  )
  const rest = schema.safeExtend(
    Object.fromEntries([...ofParts.keys()].map((key) => [key, z.unknown().optional()])),
  )
  return (input) => {
    const parts: Record<string, unknown> = Object.create(null) as Record<string, unknown>
    for (const [key, value] of Object.entries(input as object)) {
      const of = ofParts.get(key)
      if (of === undefined) {
        parts[key] = value
        continue
      }
      const text = JSON.stringify(value)
      let read = of.known.get(text)
      if (read === undefined) {
        read = readPart(of.part, value)
        if (text.length <= LONGEST) of.known.set(text, read)
      }
      if (!read.isRight) return undefined
      parts[key] = read.value
    }
    const whole = rest.safeParse(parts)
    return whole.success ? (whole.data as Case) : undefined
  }
}

/** What came of a part. */
type Read = { readonly isRight: true; readonly value: unknown } | { readonly isRight: false }

function readPart(schema: z.ZodType, value: unknown): Read {
  const { success, data } = schema.safeParse(value)
  return success ? { isRight: true, value: frozen(data) } : { isRight: false }
}

/** Whether nothing comes of nothing: a part that must be there, or has a value of its own, is read with the case. */
function mayBeLeftOut(schema: z.ZodType): boolean {
  const { success, data } = schema.safeParse(undefined)
  return success && data === undefined
}

function frozen(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  for (const part of Object.values(value)) frozen(part)
  return Object.freeze(value)
}
