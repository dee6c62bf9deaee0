import type { z } from 'zod'
import type { Issue, Result } from '../errors.ts'
import { suggest } from '../suggest.ts'
import type { Case } from './case.ts'
import { readDocuments, sayPath, type SourceDocument } from './read-document.ts'

/** A case and where it came from. `number` counts the cases of one file from 1. */
export interface ReadCase {
  readonly case: Case
  readonly file: string
  readonly number: number
}

/** What came of one case of a file: bad cases never keep the good ones from being read. */
export type CaseResult = Result<ReadCase>

/**
 * Reads every case in a YAML or JSON text: one document, several documents, or a list. A file that is
 * not YAML gives one failed result; a bad case fails alone.
 */
export function readCases(text: string, file: string, schema: z.ZodType<Case>): CaseResult[] {
  const documents = readDocuments(text, file)
  if (!documents.ok) return [documents]
  const raw = documents.value.flatMap(split).filter(({ value }) => value !== null && value !== undefined)
  if (raw.length === 0) {
    return [{ ok: false, issues: [{ code: 'empty', message: 'the file holds no case', at: { file }, help: 'a case begins with `kind: transaction`' }] }]
  }
  return raw.map(({ value, document, path }, i) => check(value, document, path, schema, file, i + 1))
}

interface RawCase {
  readonly value: unknown
  readonly document: SourceDocument
  readonly path: readonly PropertyKey[]
}

function split(document: SourceDocument): RawCase[] {
  if (!Array.isArray(document.value)) return [{ value: document.value, document, path: [] }]
  return document.value.map((value: unknown, i) => ({ value, document, path: [i] }))
}

function check(
  value: unknown,
  document: SourceDocument,
  prefix: readonly PropertyKey[],
  schema: z.ZodType<Case>,
  file: string,
  number: number,
): CaseResult {
  const parsed = schema.safeParse(value, { reportInput: true })
  if (parsed.success) return { ok: true, value: { case: parsed.data, file, number } }
  return { ok: false, issues: parsed.error.issues.flatMap((issue) => explain(issue, document, prefix, schema)) }
}

function explain(
  issue: z.core.$ZodIssue,
  document: SourceDocument,
  prefix: readonly PropertyKey[],
  schema: z.ZodType<Case>,
): Issue[] {
  const at = document.place([...prefix, ...issue.path])
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, issue.path)
    return issue.keys.map((key) => {
      const near = suggest(key, known)
      return {
        code: 'unknown-key',
        message: `unknown key \`${key}\`${near === undefined ? '' : `; did you mean \`${near}\`?`}`,
        at: document.place([...prefix, ...issue.path, key]),
        ...(near === undefined ? { help: `keys here: ${known.join(', ')}` } : {}),
      }
    })
  }
  return [{ code: codeOf(issue), message: messageOf(issue), at: { ...at, path: sayPath([...prefix, ...issue.path]) } }]
}

function codeOf(issue: z.core.$ZodIssue): string {
  return issue.code === 'invalid_type' && issue.input === undefined ? 'missing-key' : 'bad-value'
}

function messageOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type' && issue.input === undefined) return `\`${String(issue.path.at(-1))}\` is missing`
  return issue.message.charAt(0).toLowerCase() + issue.message.slice(1)
}

/** The keys that the schema allows at a path, for "did you mean". */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let node: z.ZodType | undefined = schema
  for (const step of path) node = node === undefined ? undefined : child(unwrap(node), step)
  const object = node === undefined ? undefined : unwrap(node)
  return object !== undefined && 'shape' in object ? Object.keys(object.shape as object) : []
}

function unwrap(node: z.ZodType): z.ZodType {
  const inner = (node as { unwrap?: () => z.ZodType }).unwrap
  return node.type === 'optional' && inner !== undefined ? unwrap(inner.call(node)) : node
}

function child(node: z.ZodType, step: PropertyKey): z.ZodType | undefined {
  if ('shape' in node) return (node.shape as Record<string, z.ZodType>)[String(step)]
  if ('element' in node) return node.element as z.ZodType
  return undefined
}
