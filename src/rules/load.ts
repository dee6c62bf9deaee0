import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { engineOf, type Engine } from '../engine.ts'
import { Fault } from '../errors.ts'
import type { Pack } from './pack.ts'

/** Where the build puts the pack, seen from the compiled module and from the bundled command. */
const PLACES = ['../../pack.json', '../pack.json'].map((place) =>
  fileURLToPath(new URL(place, import.meta.url)),
)
const BUILT = PLACES.find((place) => existsSync(place)) ?? PLACES[0]!

/** File of the rule pack of the package. */
export const builtPack = (): string => BUILT

/**
 * Loads a compiled rule pack. Its SHA-256 is taken of the bytes on disk, which are canonical JSON, so
 * that every answer names exactly what it was given by.
 * @throws Fault (exit 3) where there is no pack or it can't be read.
 */
export function loadEngine(file: string = BUILT, lang = 'en'): Engine {
  if (!existsSync(file)) {
    throw new Fault(3, [
      {
        code: 'no-pack',
        message: 'there is no rule pack',
        at: { file },
        help: 'run `npm run build`',
      },
    ])
  }
  const bytes = readFileSync(file)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return engineOf(parsePack(bytes, file), sha256, lang)
}

function parsePack(bytes: Buffer, file: string): Pack {
  try {
    return JSON.parse(bytes.toString('utf8')) as Pack
  } catch {
    throw new Fault(3, [
      {
        code: 'bad-pack',
        message: 'the rule pack is damaged',
        at: { file },
        help: 'run `npm run build`',
      },
    ])
  }
}
