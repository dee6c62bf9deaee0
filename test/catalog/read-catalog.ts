import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { accelerators, type Accelerator } from '../../src/catalog/catalog.ts'

const folder = new URL('../../rules/accelerators/', import.meta.url)

/** The rows of each file of rules/accelerators, as the pack carries them. */
export const files = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => ({
    name,
    rows: accelerators.parse(parse(readFileSync(new URL(name, folder), 'utf8'))),
  }))

export const rows: readonly Accelerator[] = files.flatMap((file) => file.rows)
