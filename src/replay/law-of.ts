import type { DeterminationBody } from '../book/bodies.ts'
import type { NotModelled } from '../determination.ts'
import { lawOn } from '../rules/on-day.ts'
import type { Pack } from '../rules/pack.ts'

/** A provision that was tested, and the version of its text that was tested. */
export interface TextTested {
  readonly id: string
  readonly citation: string
  readonly source: string
  readonly status: string
  readonly from: string
  /** First day on which another text is in force; null while none is known. */
  readonly until: string | null
  readonly verified: { readonly on: string; readonly against: string }
  readonly applied: boolean
}

/** The texts of law that a filed determination tested, and what was not checked. */
export interface LawOfRecord {
  readonly lawDate: string
  readonly pack: { readonly id: string; readonly sha256: string }
  readonly lists: readonly { readonly id: string; readonly date: string; readonly sha256: string }[]
  readonly tested: readonly TextTested[]
  readonly notModelled: readonly NotModelled[]
}

/** What law a filed determination rests on, read from the pack by which it was given. */
export function lawOf({ determination }: DeterminationBody, pack: Pack): LawOfRecord {
  const { basis, findings, exceptions, considered, notModelled } = determination
  const applied = new Set([...findings, ...exceptions].map(({ id }) => id))
  const named = new Set([...applied, ...considered.map(({ id }) => id)])
  const tested = Object.values(lawOn(pack, basis.lawDate, basis.includeProposed).by)
    .flat()
    .filter(({ provision }) => named.has(provision.id))
    .map(({ provision, text, status }): TextTested => ({
      id: provision.id,
      citation: provision.law,
      source: text.source,
      status,
      from: text.effective.from,
      until: text.effective.until ?? null,
      verified: { on: provision.verified.on, against: provision.verified.against },
      applied: applied.has(provision.id),
    }))
    .sort((a, b) => Number(b.applied) - Number(a.applied) || (a.id < b.id ? -1 : 1))
  return { lawDate: basis.lawDate, pack: basis.pack, lists: basis.lists, tested, notModelled }
}
