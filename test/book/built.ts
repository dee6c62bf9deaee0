import { loadEngine } from '../../src/rules/load.ts'

/** The engine of the built pack, as the command line loads it: reading the YAML would cost each file seconds. */
export const engine = loadEngine('dist/pack.json')
export const { pack } = engine
