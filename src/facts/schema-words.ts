import type { z } from 'zod'
import type { Issue } from '../errors.ts'
import { suggest } from '../suggest.ts'
import { numberHint, show, textHint } from './fact-schema.ts'
import { atMost, type SourceDocument } from './read-document.ts'

/**
 * Checks a value against a schema, with every mistake in words and at its place.
 * `prefix` is the path of the value in its document.
 */
export function checked<T>(
  schema: z.ZodType<T>,
  value: unknown,
  document: SourceDocument,
  prefix: readonly PropertyKey[] = [],
): { readonly value: T } | { readonly issues: Issue[] } {
  const parsed = schema.safeParse(value, { reportInput: true, error: words })
  if (parsed.success) return { value: parsed.data }
  // A case of another kind has other keys: to call each of them unknown would hide what is wrong.
  const ofKind = parsed.error.issues.filter(({ path }) => path[0] === 'kind')
  const issues = ofKind.length > 0 ? ofKind : parsed.error.issues
  const found = issues.slice(0, MOST).flatMap((issue) => explain(issue, document, prefix, schema))
  return { issues: atMost(found.sort(byPlace), document.place(prefix).file) }
}

/** Placing a mistake costs a walk through the document, so not every one of a million is placed. */
const MOST = 50

const byPlace = ({ at: a }: Issue, { at: b }: Issue): number =>
  (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0)

function explain(
  issue: z.core.$ZodIssue,
  document: SourceDocument,
  prefix: readonly PropertyKey[],
  schema: z.ZodType,
): Issue[] {
  const path = [...prefix, ...issue.path]
  const inner = issue.code === 'invalid_union' && issue.message === '' ? branchMeant(issue) : []
  if (inner.length > 0) {
    return inner.flatMap((one) =>
      explain({ ...one, path: [...issue.path, ...one.path] }, document, prefix, schema),
    )
  }
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, issue.path)
    return issue.keys.slice(0, MOST).map((key, i) => ({
      code: 'unknown-key',
      ...unknownKey(key, known, i === 0),
      at: document.place([...path, key]),
    }))
  }
  const at = document.place(path)
  if (issue.input === undefined && issue.path.length > 0) {
    const help = issue.message.replace(/[,;] found nothing$/, '')
    return [
      {
        code: 'missing-key',
        message: `${show(String(issue.path.at(-1)))} is missing`,
        at,
        ...(help === '' ? {} : { help }),
      },
    ]
  }
  const message = issue.message === '' ? `${show(issue.input)} can't stand here` : issue.message
  return [{ code: 'bad-value', message, at, ...helpFor(issue) }]
}

/** Of the forms that a value may have, what is wrong with the one in which it was written. */
function branchMeant({ errors, input }: z.core.$ZodIssueInvalidUnion): readonly z.core.$ZodIssue[] {
  const written = errors.filter((issues) =>
    issues.every(({ path, code }) => path.length > 0 || code !== 'invalid_type'),
  )
  return typeof input === 'object' && input !== null ? (written[0] ?? []) : []
}

function helpFor({ input, path, code }: z.core.$ZodIssue): { help: string } | undefined {
  if (input === null)
    return {
      help:
        typeof path.at(-1) === 'number'
          ? 'remove the empty entry'
          : 'leave the key out where there is nothing to say',
    }
  return path.length === 0 && code === 'invalid_type'
    ? { help: 'write `key: value` lines' }
    : undefined
}

/** The keys that may stand there are listed once, not with each of many strange ones. */
function unknownKey(
  key: string,
  known: readonly string[],
  first: boolean,
): { message: string; help?: string } {
  const message = `unknown key ${show(key)}`
  const near = suggest(key, known)
  if (near !== undefined) return { message: `${message}; did you mean \`${near}\`?` }
  const joined = known.find((name) => key.startsWith(`${name}:`))
  if (joined !== undefined)
    return { message, help: `write a space after the colon: \`${joined}: ...\`` }
  return first && known.length > 0
    ? { message, help: `keys here: ${known.join(', ')}` }
    : { message }
}

/** What the schemas don't say in words of their own. Empty for what is missing: its absence says it. */
function words(issue: z.core.$ZodRawIssue): string {
  const { input } = issue
  if (input === undefined && issue.code !== 'custom') return ''
  switch (issue.code) {
    case 'invalid_type':
      return expected(issue.expected, input)
    case 'too_small':
      return tooSmall(issue)
    // What is wrong with the form in which it was written says more.
    case 'invalid_union':
      return ''
    case 'too_big':
      return issue.origin === 'string'
        ? `the text has ${String(input).length} characters; at most ${issue.maximum} are allowed`
        : `${show(input)} is above ${issue.maximum}, the most that is possible`
    default:
      return `${show(input)} can't stand here`
  }
}

const NAMES: Readonly<Record<string, string>> = {
  string: 'text',
  array: 'a list',
  object: 'a mapping of keys',
  int: 'a whole number',
  number: 'a number',
}

function expected(type: string, input: unknown): string {
  const found = Array.isArray(input)
    ? 'a list'
    : typeof input === 'object' && input !== null
      ? 'a mapping'
      : show(input)
  const hint =
    type === 'string'
      ? textHint(input)
      : type === 'number' || type === 'int'
        ? numberHint(input, undefined)
        : ''
  return `expected ${NAMES[type] ?? type}, found ${found}${hint}`
}

function tooSmall({
  origin,
  minimum,
  inclusive,
  input,
}: z.core.$ZodRawIssue<z.core.$ZodIssueTooSmall>): string {
  if (origin === 'array')
    return 'the list is empty; leave the key out where there is nothing to list'
  if (origin === 'string') return 'the text is empty; leave the key out where it is not known'
  return inclusive === false
    ? `expected a number above ${minimum}, found ${show(input)}`
    : `${show(input)} is below ${minimum}, the least that is possible`
}

/** The keys that the schema allows at a path, for "did you mean". */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let node: z.ZodType | undefined = schema
  for (const step of path) node = node === undefined ? undefined : child(unwrap(node), step)
  const object = node === undefined ? undefined : mappingOf(unwrap(node))
  return object !== undefined && 'shape' in object ? Object.keys(object.shape as object) : []
}

/** Of a value that may stand in several forms, the one that is a mapping or a list. */
function mappingOf(node: z.ZodType): z.ZodType {
  const options = 'options' in node ? (node.options as readonly unknown[]) : []
  return (
    options.find(
      (option): option is z.ZodType =>
        typeof option === 'object' && option !== null && ('shape' in option || 'element' in option),
    ) ?? node
  )
}

function unwrap(node: z.ZodType): z.ZodType {
  const inner = (node as { unwrap?: () => z.ZodType }).unwrap
  return node.type === 'optional' && inner !== undefined ? unwrap(inner.call(node)) : node
}

function child(parent: z.ZodType, step: PropertyKey): z.ZodType | undefined {
  const node = mappingOf(parent)
  if ('shape' in node) return (node.shape as Record<string, z.ZodType>)[String(step)]
  if ('element' in node) return node.element as z.ZodType
  return undefined
}
