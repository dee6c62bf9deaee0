import { z } from 'zod'
import { determinationSchema } from '../determination-schema.ts'
import { VERSION } from '../version.ts'

/** A published schema: JSON Schema 2020-12, with the version of Licet that it describes. */
export type PublishedSchema = Record<string, unknown>

/** JSON Schema of a case. Its descriptions are the questions of the facts, for editors to show. */
export const caseJsonSchema = (schema: z.ZodType): PublishedSchema =>
  inputJsonSchema('case', 'Licet case', schema)

/** JSON Schema of a file that people write, in which facts may stand with their source. */
export function inputJsonSchema(name: string, title: string, schema: z.ZodType): PublishedSchema {
  const { properties, $defs, ...rest } = published(name, title, schema)
  const shared: Record<string, unknown> = {}
  const body = { properties: withSharedProvenance(properties, shared) }
  const defined = withSharedProvenance($defs ?? {}, shared) as Record<string, unknown>
  return { ...rest, ...body, $defs: { ...defined, ...shared } }
}

/** JSON Schema of a determination. It admits keys that it does not name, since later versions add some. */
export const determinationJsonSchema = (): PublishedSchema =>
  published('determination', 'Licet determination', determinationSchema)

/** JSON Schema of anything that Licet writes, under a name. */
export function published(name: string, title: string, schema: z.ZodType): PublishedSchema {
  const { $schema, ...body } = z.toJSONSchema(schema, { io: 'input', target: 'draft-2020-12' })
  return { $schema, $id: `urn:licet:schema:${name}`, title, version: VERSION, ...body }
}

/** `source` and `evidence` may stand beside the value of every fact; they are written out once. */
function withSharedProvenance(node: unknown, shared: Record<string, unknown>): unknown {
  if (Array.isArray(node)) return node.map((one) => withSharedProvenance(one, shared))
  if (typeof node !== 'object' || node === null) return node
  if ('value' in node && 'source' in node && 'evidence' in node) {
    shared['source'] = node.source
    shared['evidence'] = node.evidence
    return {
      value: node.value,
      source: { $ref: '#/$defs/source' },
      evidence: { $ref: '#/$defs/evidence' },
    }
  }
  return Object.fromEntries(
    Object.entries(node).map(([key, inner]) => [key, withSharedProvenance(inner, shared)]),
  )
}
