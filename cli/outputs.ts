import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Determination } from '../src/determination.ts'
import type { Engine } from '../src/engine.ts'
import { Fault } from '../src/errors.ts'
import { reasonOf } from './read-text.ts'
import { wantsColor, widthOf, type Terminal } from './terminal.ts'

export const FORMATS = ['text', 'json', 'pdf', 'markdown'] as const
export type Format = (typeof FORMATS)[number]

interface Options {
  readonly out?: string
  readonly explain?: boolean
}

export const EXTENSION: Record<Format, string> = {
  text: 'txt',
  json: 'json',
  pdf: 'pdf',
  markdown: 'md',
}

/**
 * Writes the answers in every format asked for: text, JSON and Markdown to standard output unless a
 * folder is named, PDF always to files. Loads a rendering only when it is needed.
 */
export async function writeAnswers(
  determinations: readonly Determination[],
  formats: readonly Format[],
  options: Options,
  engine: Engine,
  terminal: Terminal,
): Promise<void> {
  const names = fileNames(determinations.map(({ case: id }) => id))
  if (options.out !== undefined) makeFolder(options.out)
  for (const format of new Set(formats)) {
    if (format === 'json' && options.out === undefined) {
      await writeJson(determinations, terminal)
      continue
    }
    const render = await renderer(format, options, engine, terminal)
    for (const [i, determination] of determinations.entries()) {
      const content = await render(determination)
      if (options.out === undefined && format !== 'pdf') {
        if (i > 0) terminal.stdout.write('\n')
        terminal.stdout.write(content as string)
        continue
      }
      const file = join(options.out ?? '.', `${names[i]}.${EXTENSION[format]}`)
      writeFile(file, content)
      terminal.stderr.write(`wrote ${file}\n`)
    }
  }
}

/** One answer bare, several as a list, each written when the one before has left. */
export async function writeJson(
  determinations: readonly object[],
  { stdout }: Terminal,
): Promise<void> {
  const [first, ...others] = determinations
  if (first === undefined) return
  if (others.length === 0) return void stdout.write(`${JSON.stringify(first, null, 2)}\n`)
  for (const [i, determination] of determinations.entries()) {
    const text = JSON.stringify(determination, null, 2).replaceAll('\n', '\n  ')
    const taken = stdout.write(`${i === 0 ? '[' : ','}\n  ${text}`)
    if (!taken) await once(stdout, 'drain')
  }
  stdout.write('\n]\n')
}

type Render = (determination: Determination) => string | Promise<string | Uint8Array>

async function renderer(
  format: Format,
  { explain, out }: Options,
  { wording }: Engine,
  terminal: Terminal,
): Promise<Render> {
  switch (format) {
    case 'json':
      return (determination) => `${JSON.stringify(determination, null, 2)}\n`
    case 'markdown': {
      const { markdown } = await import('../src/report/markdown.ts')
      return (determination) => markdown(determination, wording)
    }
    case 'pdf': {
      const { pdf } = await import('../src/report/pdf/document.ts')
      return (determination) => pdf(determination, wording)
    }
    case 'text': {
      const { terminal: text } = await import('../src/report/terminal.ts')
      const toScreen = out === undefined
      return (determination) =>
        text(determination, wording, {
          width: toScreen ? widthOf(terminal) : 80,
          color: toScreen && wantsColor(terminal),
          explain: explain === true,
        })
    }
  }
}

/** A file name for each case, of letters, digits, dots and hyphens alone, no two the same. */
export function fileNames(ids: readonly string[]): string[] {
  const taken = new Set<string>()
  return ids.map((id) => {
    const plain =
      id
        .replace(/[^A-Za-z0-9._-]+/g, '-')
        .replace(/^[-.]+|[-.]+$/g, '')
        .slice(0, 80) || 'case'
    let name = plain
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${plain}-${n}`
    taken.add(name.toLowerCase())
    return name
  })
}

/** Makes the folder that output goes to. @throws Fault (exit 4) where it can't be made. */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw cantWrite(folder, error)
  }
}

/** Writes a file of output. @throws Fault (exit 4) where it can't be written. */
export function writeFile(file: string, content: string | Uint8Array): void {
  try {
    writeFileSync(file, content)
  } catch (error) {
    throw cantWrite(file, error)
  }
}

const cantWrite = (file: string, error: unknown): Fault =>
  new Fault(4, [
    { code: 'cannot-write', message: `can't be written: ${reasonOf(error)}`, at: { file } },
  ])
