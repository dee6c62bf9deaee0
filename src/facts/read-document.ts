import { LineCounter, isAlias, isMap, isNode, isPair, isScalar, parseAllDocuments, visit, type Document } from 'yaml'
import type { Issue, Place, Result } from '../errors.ts'

/** A YAML or JSON document as plain data, with the place of every path in it. */
export interface SourceDocument {
  readonly value: unknown
  /** Line and column of the nearest node on the way to a path. */
  readonly place: (path: readonly PropertyKey[]) => Place
}

const MAX_BYTES = 5_000_000
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * Parses YAML 1.2 (and so JSON) text that may hold several documents. Never throws on bad text: tabs,
 * duplicate keys, cyclic or exploding aliases and keys that reach an object's prototype are issues.
 */
export function readDocuments(text: string, file: string): Result<SourceDocument[]> {
  if (text.length > MAX_BYTES) {
    return fail('too-large', `the file has ${text.length} characters; a case file has at most ${MAX_BYTES}`, { file }, 'use one file per case')
  }
  if (text.includes('\u0000')) {
    return fail('not-text', 'the file is not text', { file }, 'a case is YAML or JSON in UTF-8')
  }
  const lines = new LineCounter()
  const documents = parseAllDocuments(text, {
    lineCounter: lines,
    version: '1.2',
    schema: 'core',
    uniqueKeys: true,
    prettyErrors: false,
    logLevel: 'silent',
  })
  const issues: Issue[] = []
  const read: SourceDocument[] = []
  const where = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { file, line, column: col }
  }
  for (const document of Array.isArray(documents) ? documents : []) {
    const found = mistakesIn(document, where)
    issues.push(...found)
    if (found.length === 0) read.push(sourceDocument(document, file, where))
  }
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: read }
}

function fail(code: string, message: string, at: Place, help: string): Result<never> {
  return { ok: false, issues: [{ code, message, at, help }] }
}

function mistakesIn(document: Document.Parsed, where: (offset: number) => Place): Issue[] {
  const issues: Issue[] = document.errors.map((error) => ({
    code: error.code === 'DUPLICATE_KEY' ? 'duplicate-key' : error.code === 'TAB_AS_INDENT' ? 'tab-indent' : 'syntax',
    message: lowerFirst(error.message.split('\n')[0]!),
    at: where(error.pos[0]),
    ...(error.code === 'TAB_AS_INDENT' ? { help: 'indent with spaces' } : {}),
    ...(error.code === 'DUPLICATE_KEY' ? { help: 'keep one of the two' } : {}),
  }))
  visit(document, {
    Alias(_, node) {
      issues.push({
        code: 'alias',
        message: `the alias \`*${node.source}\` is not read`,
        at: where(node.range?.[0] ?? 0),
        help: 'write the value out; a case has no anchors and aliases',
      })
    },
    Pair(_, pair) {
      const { key } = pair
      if (isScalar(key) && FORBIDDEN_KEYS.has(String(key.value))) {
        issues.push({
          code: 'forbidden-key',
          message: `\`${String(key.value)}\` can't be a key`,
          at: where(key.range?.[0] ?? 0),
          help: 'remove it',
        })
      }
      if (isNode(key) && !isScalar(key) && !isAlias(key)) {
        issues.push({ code: 'syntax', message: 'a key is plain text', at: where(key.range?.[0] ?? 0) })
      }
    },
  })
  return issues
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

function sourceDocument(document: Document.Parsed, file: string, where: (offset: number) => Place): SourceDocument {
  return {
    value: document.toJS({ maxAliasCount: 0 }),
    place: (path) => {
      const at = where(offsetOf(document, path))
      return { ...at, file, path: sayPath(path) }
    },
  }
}

/** Start of the key of the deepest node that exists on the path. */
function offsetOf(document: Document.Parsed, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents
  let offset = document.contents?.range?.[0] ?? 0
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(step))
      if (pair === undefined) break
      const { key } = pair
      offset = (isScalar(key) ? key.range?.[0] : undefined) ?? offset
      node = pair.value
    } else if (isNode(node) && 'items' in node && typeof step === 'number') {
      node = (node as { items: unknown[] }).items[step]
      offset = (isNode(node) ? node.range?.[0] : undefined) ?? offset
    } else break
  }
  return offset
}

/** A path as people write it: `items[0].specs.tpp`. */
export function sayPath(path: readonly PropertyKey[]): string {
  return path
    .map((step, i) => (typeof step === 'number' ? `[${step}]` : i === 0 ? String(step) : `.${String(step)}`))
    .join('')
}
