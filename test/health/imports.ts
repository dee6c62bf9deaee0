import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

/** One import of one file: `from` and, where it is relative, `to` are paths below the root. */
export interface Import {
  readonly from: string
  readonly specifier: string
  readonly to: string | undefined
}

const STATIC =
  /^(?:import|export)\b[^'"]*?\bfrom\s+'([^']+)'|^\}\s*from\s+'([^']+)'|^import\s+'([^']+)'/gm
const DYNAMIC = /\bimport\(\s*'([^']+)'\s*\)/g

/** The files below a folder that end in one of the endings, sorted, as paths below the root. */
export function filesBelow(folder: string, ...endings: readonly string[]): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'))
    .filter((path) => !path.includes('node_modules/'))
    .sort()
}

/** Each import that the text of a file makes, static or dynamic, types included. */
export function importsOf(file: string, text: string = readFileSync(file, 'utf8')): Import[] {
  const found = [...text.matchAll(STATIC), ...text.matchAll(DYNAMIC)]
  return found.map((match) => {
    const specifier = match[1] ?? match[2] ?? match[3] ?? ''
    const to = specifier.startsWith('.') ? relative('.', join(file, '..', specifier)) : undefined
    return { from: file, specifier, to: to?.replaceAll('\\', '/') }
  })
}
