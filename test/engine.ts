import { inject } from 'vitest'
import { engineOf } from '../src/engine.ts'

const { text, sha256 } = inject('rules')

/** An engine of the pack, as a command line would load it. */
export const engine = engineOf(JSON.parse(text), sha256)

/** The rule pack as its authors wrote it. */
export const { pack } = engine
