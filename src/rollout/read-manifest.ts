import type { z } from 'zod'
import type { Place, Result } from '../errors.ts'
import { readDocuments } from '../facts/read-document.ts'
import { checked } from '../facts/schema-words.ts'
import type { Manifest } from './manifest.ts'

/** A manifest with where each part of it stands. */
export interface ReadManifest {
  readonly manifest: Manifest
  readonly file: string
  readonly place: (path: readonly PropertyKey[]) => Place
}

/** Reads the one manifest of a file; everything that is wrong with it is named with its line and column. */
export function readManifest(
  text: string,
  file: string,
  schema: z.ZodType<Manifest>,
): Result<ReadManifest> {
  const documents = readDocuments(text, file)
  if (!documents.ok) return documents
  const [document, second] = documents.value.filter(
    ({ value }) => value !== null && value !== undefined,
  )
  if (document === undefined) {
    const issue = {
      code: 'empty',
      message: 'the file holds no manifest',
      at: { file },
      help: 'a manifest begins with `kind: rollout`',
    }
    return { ok: false, issues: [issue] }
  }
  if (second !== undefined) {
    const issue = {
      code: 'several',
      message: 'the file holds a second document',
      at: second.place([]),
      help: 'use one file for each manifest',
    }
    return { ok: false, issues: [issue] }
  }
  const read = checked(schema, document.value, document)
  if ('issues' in read) return { ok: false, issues: read.issues }
  return { ok: true, value: { manifest: read.value, file, place: document.place } }
}
