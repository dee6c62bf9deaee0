import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import canonicalize from 'canonicalize'
import { Fault, type Issue } from '../src/errors.ts'
import type { Engine } from '../src/engine.ts'
import { profileSchema, type Profile } from '../src/facts/assumptions.ts'
import { show } from '../src/facts/fact-schema.ts'
import type { Case } from '../src/facts/case.ts'
import { readCases, type CaseResult } from '../src/facts/read-case.ts'
import { readDocuments } from '../src/facts/read-document.ts'
import { checked } from '../src/facts/schema-words.ts'
import { isFolder, noSuchFile, textOf, unreadable } from './read-text.ts'

/**
 * Reads the cases named on a command line: files, folders (their .yaml, .yml and .json files, in the
 * order of their names) and `-` for standard input. A file that can't be read is a failed result.
 */
export const readInputs = (paths: readonly string[], engine: Engine): CaseResult[] =>
  readInputsOf<Case>(paths, (text, file) => readCases(text, file, engine.schema))

/** The same for cases of any kind, as `read` reads them from the text of a file. */
export function readInputsOf<Of extends { readonly id?: string }>(
  paths: readonly string[],
  read: (text: string, file: string) => CaseResult<Of>[],
): CaseResult<Of>[] {
  const results = paths.flatMap((path) => {
    const files = filesIn(path)
    return Array.isArray(files) ? files.flatMap((file) => readOne(file, read)) : [failed(files)]
  })
  return withoutDuplicates(results)
}

function filesIn(path: string): string[] | Issue {
  if (path === '-') return [path]
  try {
    if (!isFolder(path)) return [path]
    const files = readdirSync(path, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ya?ml|json)$/i.test(name))
      .sort()
      .map((name) => join(path, name))
      .filter((file) => !isFolder(file))
    if (files.length > 0) return files
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT'
      ? noSuchFile(path)
      : unreadable(path, error)
  }
  return {
    code: 'empty-folder',
    message: 'the folder holds no .yaml, .yml or .json file',
    at: { file: path },
  }
}

function readOne<Of>(
  file: string,
  read: (text: string, file: string) => CaseResult<Of>[],
): CaseResult<Of>[] {
  const text = textOf(file)
  return typeof text === 'string'
    ? read(text, file === '-' ? 'standard input' : file)
    : [failed(text)]
}

const failed = (issue: Issue): { readonly ok: false; readonly issues: Issue[] } => ({
  ok: false,
  issues: [issue],
})

/** Two cases with one id could not be told apart in a record. */
function withoutDuplicates<Of extends { readonly id?: string }>(
  results: readonly CaseResult<Of>[],
): CaseResult<Of>[] {
  const first = new Map<string, string>()
  return results.map((result) => {
    if (!result.ok || result.value.case.id === undefined) return result
    const { id } = result.value.case
    const at = result.value.place(['id'])
    const earlier = first.get(id)
    if (earlier === undefined) {
      first.set(id, `${at.file}:${at.line}`)
      return result
    }
    return failed({
      code: 'duplicate-id',
      message: `the id ${show(id)} stands twice`,
      at,
      help: `it stands in ${earlier} already; give each case its own id`,
    })
  })
}

/**
 * Reads assumption profiles.
 * @throws Fault (exit 4) where one is wrong: no answer rests on half a profile.
 */
export function readProfiles(
  files: readonly string[],
  engine: Engine,
): { profile: Profile; sha256: string }[] {
  const schema = profileSchema(engine.dictionary, engine.countries)
  return files.flatMap((file) => {
    const text = textOf(file)
    if (typeof text !== 'string') throw new Fault(4, [text])
    const documents = readDocuments(text, file)
    if (!documents.ok) throw new Fault(4, documents.issues)
    if (documents.value.length === 0)
      throw new Fault(4, [
        { code: 'empty', message: 'the file holds no assumption profile', at: { file } },
      ])
    return documents.value.map((document) => {
      const read = checked(schema, document.value, document)
      if ('issues' in read) throw new Fault(4, read.issues)
      return { profile: read.value, sha256: digest(read.value) }
    })
  })
}

/** SHA-256 of a value's canonical JSON (RFC 8785). */
export const digest = (value: unknown): string =>
  createHash('sha256')
    .update(canonicalize(JSON.parse(JSON.stringify(value)))!)
    .digest('hex')
