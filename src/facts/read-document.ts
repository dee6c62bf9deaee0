import {
  LineCounter,
  isMap,
  isNode,
  isScalar,
  isSeq,
  parseAllDocuments,
  type Document,
  type ScalarTag,
} from 'yaml'
import type { Issue, Place, Result } from '../errors.ts'
import { mistakesIn } from './document-mistakes.ts'
import { sayPath } from './path.ts'
import { syntaxIssue } from './syntax-words.ts'

/** A YAML or JSON document as plain data, with the place of every path in it. */
export interface SourceDocument {
  readonly value: unknown
  /** Line and column of the nearest key on the way to a path. Worked out only when it is asked for. */
  readonly place: (path: readonly PropertyKey[]) => Place
}

/** Bytes that a case file may have. */
export const MAX_BYTES = 5_000_000

/** Mistakes told of one file. Who has more mends these first. */
const MAX_ISSUES = 20

/**
 * Parses YAML 1.2 (and so JSON) text that may hold several documents. Never throws on bad text: tabs,
 * duplicate keys, aliases, tags, deep nesting and keys that reach an object's prototype are issues.
 */
export function readDocuments(text: string, file: string): Result<SourceDocument[]> {
  if (text.length > MAX_BYTES) {
    return fail(
      'too-large',
      `the file has ${text.length} characters; a case file has at most ${MAX_BYTES}`,
      { file },
      'use one file per case',
    )
  }
  const nul = text.indexOf('\u0000')
  if (nul >= 0)
    return fail('not-text', 'the file is not text', { file }, 'a case is YAML or JSON in UTF-8')
  const lines = new LineCounter()
  const where = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { file, line, column: col }
  }
  try {
    const documents = parseAllDocuments(text, {
      lineCounter: lines,
      version: '1.2',
      schema: 'core',
      customTags: (tags) => [eccnText, ...tags],
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
    })
    return withoutMistakes(Array.isArray(documents) ? documents : [], text, file, where)
  } catch (error) {
    if (error instanceof RangeError)
      return fail(
        'too-deep',
        'the file is nested too deep',
        { file },
        'a case is nested a few levels deep',
      )
    throw error
  }
}

/** Without this `4E001` would be the number 40: the E of technology reads as an exponent. */
const eccnText: ScalarTag = {
  tag: 'tag:yaml.org,2002:str',
  default: true,
  test: /^\d[A-E]\d{3}$/,
  resolve: (text) => text,
}

function withoutMistakes(
  documents: readonly Document.Parsed[],
  text: string,
  file: string,
  where: (offset: number) => Place,
): Result<SourceDocument[]> {
  const issues: Issue[] = []
  for (const document of documents) {
    const [error] = document.errors
    // What a parser says after the first error of a document is mostly an echo of it.
    issues.push(
      ...(error === undefined
        ? mistakesIn(document, where)
        : [syntaxIssue(error, document, text, where)]),
    )
    if (issues.length >= MAX_ISSUES) break
  }
  if (issues.length > 0) return { ok: false, issues: atMost(issues, file) }
  return { ok: true, value: documents.map((document) => sourceDocument(document, file, where)) }
}

/** The first of many issues, and that there are more. */
export function atMost(issues: readonly Issue[], file: string): Issue[] {
  if (issues.length <= MAX_ISSUES) return [...issues]
  const more = {
    code: 'more',
    message: 'more mistakes follow',
    at: { file },
    help: `mend the ${MAX_ISSUES} above first`,
  }
  return [...issues.slice(0, MAX_ISSUES), more]
}

function fail(code: string, message: string, at: Place, help: string): Result<never> {
  return { ok: false, issues: [{ code, message, at, help }] }
}

function sourceDocument(
  document: Document.Parsed,
  file: string,
  where: (offset: number) => Place,
): SourceDocument {
  return {
    value: document.toJS({ maxAliasCount: 0 }),
    place: (path) => ({ ...where(offsetOf(document, path)), file, path: sayPath(path) }),
  }
}

/** Start of the key of the deepest node that exists on the path. */
function offsetOf(document: Document.Parsed, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents
  let offset = document.contents?.range?.[0] ?? 0
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
      if (pair === undefined) break
      const { key } = pair
      offset = (isScalar(key) ? key.range?.[0] : undefined) ?? offset
      node = pair.value
    } else if (isSeq(node) && typeof step === 'number') {
      node = node.items[step]
      offset = (isNode(node) ? node.range?.[0] : undefined) ?? offset
    } else break
  }
  return offset
}
