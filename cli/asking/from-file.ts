import { readFileSync } from 'node:fs'
import type { Engine } from '../../src/engine.ts'
import { Fault } from '../../src/errors.ts'
import { readDocuments } from '../../src/facts/read-document.ts'
import { read, type Prompter } from './field.ts'

/**
 * Answers from a YAML file of paths and values: `endUse.military: no`. A path that the file lacks is not
 * known; a path that was not asked for, needless or misspelt, is named on `errors` at the end.
 * @throws Fault (exit 4) where the file can't be read, or holds an answer that is no good.
 */
export function fromFile(file: string, engine: Engine, errors: NodeJS.WritableStream): Prompter {
  const answers = answersIn(file)
  const unused = new Set(answers.keys())
  return {
    ask: async (field) => {
      const answer = answers.get(field.path)
      unused.delete(field.path)
      if (answer === undefined) return { unknown: true }
      const said = read(answer, field, engine)
      if ('fault' in said) throw bad(file, said.fault, field.path)
      return said
    },
    close: () => {
      if (unused.size > 0) errors.write(`${file}: not asked for: ${[...unused].join(', ')}\n`)
    },
  }
}

function answersIn(file: string): ReadonlyMap<string, string> {
  const documents = readDocuments(textOf(file), file)
  if (!documents.ok) throw new Fault(4, documents.issues)
  const value = documents.value[0]?.value ?? {}
  if (typeof value !== 'object' || Array.isArray(value))
    throw bad(file, 'answers are written as `path: value`')
  return new Map(Object.entries(value).map(([path, answer]) => [path, asTyped(answer)]))
}

const asTyped = (answer: unknown): string => {
  if (typeof answer === 'boolean') return answer ? 'yes' : 'no'
  if (typeof answer === 'string' || typeof answer === 'number') return String(answer)
  // What no answer can be, a mapping or nothing, is refused in the words of its type.
  if (!Array.isArray(answer)) return JSON.stringify(answer)
  if (answer.length === 0) return 'none'
  return answer.join(answer.every((part) => typeof part === 'number') ? '..' : ',')
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw bad(file, `can't be read: ${(error as Error).message}`)
  }
}

const bad = (file: string, message: string, path?: string): Fault =>
  new Fault(4, [
    { code: 'bad-answers', message, at: { file, ...(path !== undefined && { path }) } },
  ])
