import { readFileSync } from 'node:fs'
import type { z } from 'zod'
import { fault } from '../../src/book/faults.ts'
import { Fault } from '../../src/errors.ts'
import { readDocuments } from '../../src/facts/read-document.ts'
import { checked } from '../../src/facts/schema-words.ts'
import { reasonOf } from '../read-text.ts'

/** The documents of a YAML file by a schema, at least one. @throws Fault (exit 4) where one is wrong. */
export function readYaml<T>(file: string, schema: z.ZodType<T>, what: string): [T, ...T[]] {
  const documents = readDocuments(textOf(file), file)
  if (!documents.ok) throw new Fault(4, documents.issues)
  const [first, ...others] = documents.value.map((document) => {
    const read = checked(schema, document.value, document)
    if ('issues' in read) throw new Fault(4, read.issues)
    return read.value
  })
  if (first === undefined) throw fault('empty', `the file holds no ${what}`, file)
  return [first, ...others]
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw fault('unreadable', `can't be read: ${reasonOf(error)}`, file)
  }
}
