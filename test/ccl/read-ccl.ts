import { readFileSync, readdirSync } from 'node:fs'
import { parse } from 'yaml'
import type { z } from 'zod'
import {
  entriesFile,
  footnotesFile,
  questionsFile,
  type Entry,
  type Scope,
} from '../../src/ccl/entry.ts'
import { cclOf, entryOf, type Classified } from '../../src/ccl/lookup.ts'

const folder = new URL('../../rules/ccl/', import.meta.url)

function read<T>(schema: z.ZodType<T>, name: string): T {
  return schema.parse(parse(readFileSync(new URL(name, folder), 'utf8')))
}

export const categories = readdirSync(folder)
  .filter((name) => name.startsWith('category-'))
  .map((name) => ({ name, entries: read(entriesFile, name).entries }))
export const entries: readonly Entry[] = categories.flatMap((category) => category.entries)
export const ccl = cclOf(entries)
export const { questions } = read(questionsFile, 'questions.yaml')
export const { footnotes } = read(footnotesFile, 'chart-footnotes.yaml')

/** The entry and paragraph that a text names; for tests that know they exist. */
export function named(text: string): {
  readonly entry: Entry
  readonly paragraph: string | null
} {
  const found = classified(text)
  if ('ear99' in found) throw new Error('EAR99 is no entry')
  return found
}

export function classified(text: string): Exclude<Classified, { readonly unknown: string }> {
  const found = entryOf(ccl, text)
  if ('unknown' in found) throw new Error(`no entry ${text}`)
  return found
}

/** Every scope that a row writes, of controls and of exceptions. */
export function scopesOf(entry: Entry): Scope[] {
  const { STA, ...listed } = entry.exceptions
  const lists = Object.values(listed).filter((said) => typeof said === 'object')
  return [
    ...entry.controls.map(({ scope }) => scope),
    ...lists.flat().map(({ scope }) => scope),
    ...(STA ?? []).map(({ scope }) => scope),
  ]
}
