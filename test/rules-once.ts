import type { TestProject } from 'vitest/node'
import { say } from '../src/errors.ts'
import { bundle } from '../src/rules/build.ts'
import { readPack } from '../src/rules/read.ts'

declare module 'vitest' {
  interface ProvidedContext {
    rules: { readonly text: string; readonly sha256: string }
  }
}

/** Reads the rules as their authors wrote them, once for all the files of tests. */
export default function setup(project: TestProject): void {
  const read = readPack('rules')
  if (!read.ok) throw new Error(read.issues.map(say).join('\n'))
  project.provide('rules', bundle(read.value.pack))
}
