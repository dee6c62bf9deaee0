import { createHash } from 'node:crypto'
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import canonicalize from 'canonicalize'
import { Fault, type Issue } from '../src/errors.ts'
import type { Engine } from '../src/engine.ts'
import { profileSchema, type Profile } from '../src/facts/assumptions.ts'
import { readCases, type CaseResult } from '../src/facts/read-case.ts'
import { readDocuments } from '../src/facts/read-document.ts'

const MAX_BYTES = 5_000_000

/**
 * Reads the cases named on a command line: files, folders (their .yaml, .yml and .json files, in the
 * order of their names) and `-` for standard input. A file that can't be read is a failed result.
 */
export function readInputs(paths: readonly string[], engine: Engine): CaseResult[] {
  const results = paths.flatMap((path) => {
    const files = filesIn(path)
    return Array.isArray(files) ? files.flatMap((file) => readOne(file, engine)) : [failed(files)]
  })
  return withoutDuplicates(results)
}

function filesIn(path: string): string[] | Issue {
  if (path === '-') return [path]
  try {
    if (!statSync(path).isDirectory()) return [path]
  } catch {
    return { code: 'no-such-file', message: 'no such file or folder', at: { file: path } }
  }
  const files = readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ya?ml|json)$/.test(name))
    .sort()
    .map((name) => join(path, name))
  return files.length > 0 ? files : { code: 'empty-folder', message: 'the folder holds no .yaml, .yml or .json file', at: { file: path } }
}

function readOne(file: string, engine: Engine): CaseResult[] {
  const text = textOf(file)
  return typeof text === 'string' ? readCases(text, file === '-' ? 'standard input' : file, engine.schema) : [failed(text)]
}

/** The text of a file, or what keeps it from being read. Only UTF-8 is text. */
function textOf(file: string): string | Issue {
  try {
    if (file !== '-' && statSync(file).size > MAX_BYTES) {
      const { size } = statSync(file)
      return {
        code: 'too-large',
        message: `the file has ${size} bytes; a case file has at most ${MAX_BYTES}`,
        at: { file },
        help: 'use one file per case',
      }
    }
    const bytes = readFileSync(file === '-' ? 0 : file)
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) {
      return { code: 'not-text', message: 'the file is not text', at: { file }, help: 'a case is YAML or JSON in UTF-8' }
    }
    return { code: 'unreadable', message: `can't be read: ${(error as Error).message}`, at: { file } }
  }
}

const failed = (issue: Issue): CaseResult => ({ ok: false, issues: [issue] })

/** Two cases with one id could not be told apart in a record. */
function withoutDuplicates(results: readonly CaseResult[]): CaseResult[] {
  const first = new Map<string, string>()
  return results.map((result) => {
    if (!result.ok || result.value.case.id === undefined) return result
    const { id } = result.value.case
    const earlier = first.get(id)
    if (earlier === undefined) {
      first.set(id, result.value.file)
      return result
    }
    return failed({
      code: 'duplicate-id',
      message: `the id \`${id}\` stands twice`,
      at: { file: result.value.file, path: 'id' },
      help: `it stands in ${earlier} already; give each case its own id`,
    })
  })
}

/**
 * Reads assumption profiles.
 * @throws Fault (exit 4) where one is wrong: no answer rests on half a profile.
 */
export function readProfiles(files: readonly string[], engine: Engine): { profile: Profile; sha256: string }[] {
  const schema = profileSchema(engine.dictionary, engine.countries)
  return files.map((file) => {
    const text = textOf(file)
    if (typeof text !== 'string') throw new Fault(4, [text])
    const documents = readDocuments(text, file)
    if (!documents.ok) throw new Fault(4, documents.issues)
    const document = documents.value[0]
    const parsed = schema.safeParse(document?.value)
    if (parsed.success) return { profile: parsed.data, sha256: digest(parsed.data) }
    throw new Fault(
      4,
      parsed.error.issues.map(({ message, path }) => ({ code: 'bad-profile', message, at: document?.place(path) ?? { file } })),
    )
  })
}

/** SHA-256 of a value's canonical JSON (RFC 8785). */
export const digest = (value: unknown): string =>
  createHash('sha256').update(canonicalize(JSON.parse(JSON.stringify(value)))!).digest('hex')
