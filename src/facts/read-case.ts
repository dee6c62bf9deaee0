import type { z } from 'zod'
import type { Place, Result } from '../errors.ts'
import type { Case } from './case.ts'
import { readDocuments, type SourceDocument } from './read-document.ts'
import { checked } from './schema-words.ts'

/** A case and where it came from. `number` counts the cases of one file from 1. */
export interface ReadCase<Of = Case> {
  readonly case: Of
  readonly file: string
  readonly number: number
  /** The text of the whole file. */
  readonly text: string
  /** Line and column of a path in the case. */
  readonly place: (path: readonly PropertyKey[]) => Place
}

/** What came of one case of a file: bad cases never keep the good ones from being read. */
export type CaseResult<Of = Case> = Result<ReadCase<Of>>

/**
 * Reads every case in a YAML or JSON text: one document, several documents, or a list. A file that is
 * not YAML gives one failed result; a bad case fails alone. `begins` is how a case of the schema begins.
 */
export function readCases<Of = Case>(
  text: string,
  file: string,
  schema: z.ZodType<Of>,
  begins = 'a case begins with `kind: transaction`',
): CaseResult<Of>[] {
  const documents = readDocuments(text, file)
  if (!documents.ok) return [documents]
  const raw = documents.value.flatMap(split)
  if (raw.length === 0) {
    return [
      {
        ok: false,
        issues: [
          {
            code: 'empty',
            message: 'the file holds no case',
            at: { file },
            help: begins,
          },
        ],
      },
    ]
  }
  return raw.map((one, i) => check(one, schema, { file, text, number: i + 1 }))
}

interface RawCase {
  readonly value: unknown
  readonly document: SourceDocument
  readonly path: readonly PropertyKey[]
}

/** A document that holds nothing is what a last `---` leaves; nothing in a list is a case that got lost. */
function split(document: SourceDocument): RawCase[] {
  const { value } = document
  if (value === null || value === undefined) return []
  if (!Array.isArray(value)) return [{ value, document, path: [] }]
  return value.map((one: unknown, i) => ({ value: one, document, path: [i] }))
}

function check<Of>(
  { value, document, path }: RawCase,
  schema: z.ZodType<Of>,
  from: Pick<ReadCase, 'file' | 'number' | 'text'>,
): CaseResult<Of> {
  const read = checked(schema, value, document, path)
  if ('issues' in read) return { ok: false, issues: read.issues }
  return {
    ok: true,
    value: {
      case: read.value,
      ...from,
      place: (below) => document.place([...path, ...below]),
    },
  }
}
