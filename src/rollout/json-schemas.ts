import type { Engine } from '../engine.ts'
import { published, inputJsonSchema, type PublishedSchema } from '../rules/json-schema.ts'
import { manifestSchema } from './manifest-schema.ts'
import { rolloutSchema } from './rollout-schema.ts'

/** JSON Schema of a rollout manifest, for editors. */
export const manifestJsonSchema = (engine: Engine): PublishedSchema =>
  inputJsonSchema('manifest', 'Licet rollout manifest', manifestSchema(engine))

/** JSON Schema of the answer to a rollout. It admits keys that it does not name. */
export const rolloutJsonSchema = (): PublishedSchema =>
  published('rollout', 'Licet rollout', rolloutSchema)
