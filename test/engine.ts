import { engineOf } from '../src/engine.ts'
import { say } from '../src/errors.ts'
import { bundle } from '../src/rules/build.ts'
import { readPack } from '../src/rules/read.ts'

const read = readPack('rules')
if (!read.ok) throw new Error(read.issues.map(say).join('\n'))

/** The rule pack as its authors wrote it. */
export const pack = read.value.pack
const { sha256, text } = bundle(pack)

/** An engine of the pack, as a command line would load it. */
export const engine = engineOf(JSON.parse(text), sha256)
