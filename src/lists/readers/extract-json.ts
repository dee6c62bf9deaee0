import { z } from 'zod'
import type { Result } from '../../errors.ts'
import type { Draft } from '../draft.ts'
import { parseJson } from './csl-json.ts'

const schema = z.looseObject({
  entities: z.array(
    z.looseObject({
      name: z.string().min(1),
      aliases: z.array(z.string()),
      country: z.string().nullable(),
      address: z.string().nullable(),
      effective_date: z.string().nullable(),
      federal_register: z.string().nullable(),
      notes: z.string().nullable(),
    }),
  ),
})

/** Reads a list that was extracted from a published PDF: `{ entities: [...] }`. */
export function readExtractJson(text: string, file: string, list: string): Result<Draft[]> {
  const parsed = parseJson(text, file)
  if (!parsed.ok) return parsed
  const read = schema.safeParse(parsed.value)
  if (!read.success) {
    const [issue] = read.error.issues
    const at = { file, path: issue?.path.join('.') ?? '' }
    return {
      ok: false,
      issues: [{ code: 'changed-columns', message: issue?.message ?? 'another shape', at }],
    }
  }
  return {
    ok: true,
    value: read.data.entities.map((entity) => ({
      list,
      name: entity.name,
      aliases: entity.aliases,
      countries: entity.country === null ? [] : [entity.country],
      addresses: entity.address === null ? [] : [{ text: entity.address }],
      texts: {
        startDate: entity.effective_date,
        federalRegisterNotice: entity.federal_register,
        remarks: entity.notes,
      },
    })),
  }
}
