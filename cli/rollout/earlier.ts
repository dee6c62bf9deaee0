import { Fault, type Issue } from '../../src/errors.ts'
import { rolloutSchema } from '../../src/rollout/rollout-schema.ts'
import type { Rollout } from '../../src/rollout/rollout.ts'
import { textOf } from '../read-text.ts'

/** Reads the JSON that an earlier run wrote. @throws Fault (exit 4) where it is not one. */
export function readEarlier(file: string): Rollout {
  const text = textOf(file)
  if (typeof text !== 'string') throw new Fault(4, [text])
  const parsed = rolloutSchema.safeParse(json(text, file))
  if (parsed.success) return parsed.data
  const [first] = parsed.error.issues
  const path = first?.path.map(String).join('.') ?? ''
  throw new Fault(4, [notRollout(file, path === '' ? {} : { path })])
}

function json(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Fault(4, [notRollout(file, {})])
  }
}

const notRollout = (file: string, at: { readonly path?: string }): Issue => ({
  code: 'not-a-rollout',
  message: 'this is no JSON of `licet rollout`',
  at: { file, ...at },
  help: 'write one with `licet rollout manifest.yaml --format json > previous.json`',
})
