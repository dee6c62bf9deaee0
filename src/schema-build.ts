import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { toldEntrySchema } from './book/book-schema.ts'
import { engineOf } from './engine.ts'
import { Fault } from './errors.ts'
import { proposalResultSchema } from './proposal/result-schema.ts'
import { proposalSchema } from './proposal/schema.ts'
import {
  caseJsonSchema,
  determinationJsonSchema,
  inputJsonSchema,
  published,
  type PublishedSchema,
} from './rules/json-schema.ts'
import { manifestJsonSchema, rolloutJsonSchema } from './rollout/json-schemas.ts'
import { readPack } from './rules/read.ts'

/** The files of `schema/` as they should be for a folder of rules. @throws Fault (exit 4) where a rule can't be read. */
export function schemaFiles(rules: string): ReadonlyMap<string, string> {
  const read = readPack(rules)
  if (!read.ok) throw new Fault(4, read.issues)
  const engine = engineOf(read.value.pack, '')
  const schemas = {
    case: caseJsonSchema(engine.schema),
    determination: determinationJsonSchema(),
    'book-entry': bookEntryJsonSchema(),
    manifest: manifestJsonSchema(engine),
    rollout: rolloutJsonSchema(),
    proposal: inputJsonSchema('proposal', 'Licet proposal', proposalSchema(engine)),
    'proposal-result': published('proposal-result', 'Licet proposal result', proposalResultSchema),
  }
  return new Map(
    Object.entries(schemas).map(([name, schema]) => [
      `${name}.schema.json`,
      `${JSON.stringify(schema, null, 2)}\n`,
    ]),
  )
}

/** JSON Schema of an entry of the book with what it tells. */
const bookEntryJsonSchema = (): PublishedSchema =>
  published('book-entry', 'Licet book entry', toldEntrySchema)

if (process.argv[1]?.endsWith('schema-build.js')) {
  mkdirSync('schema', { recursive: true })
  for (const [name, text] of schemaFiles('rules')) {
    writeFileSync(join('schema', name), text)
    console.log(`wrote schema/${name}`)
  }
}
