import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Build } from '../../src/book/bodies.ts'

/** Name of the file in which the build says what it built, beside the folder of the program. */
export const BUILD_FILE = 'build.json'

const schema = z.object({
  commit: z.string().nullable(),
  isModified: z.boolean().nullable(),
  tests: z.string().nullable(),
})

/** What this program was built from; nothing is known where its build said nothing. */
export function buildOf(): Build {
  const file = new URL(`../${BUILD_FILE}`, import.meta.url)
  if (!existsSync(file)) return { commit: null, isModified: null, tests: null }
  return schema.parse(JSON.parse(readFileSync(file, 'utf8')))
}
