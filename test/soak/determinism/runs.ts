import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What one run of the built command line left behind: each file's SHA-256, and what it printed. */
export interface Run {
  readonly files: Readonly<Record<string, string>>
  readonly printed: string
}

const FORMATS = ['text', 'json', 'markdown', 'pdf'].flatMap((format) => ['--format', format])

/** The sample deals, in every format and as text on the screen, under a changed environment. */
export function run(environment: Readonly<Record<string, string>>): Run {
  const folder = mkdtempSync(join(tmpdir(), 'licet-'))
  const env = { PATH: process.env.PATH ?? '', ...environment }
  const licet = (...args: string[]): string => {
    const command = [
      'dist/bin/licet.js',
      'check',
      'fixtures/deals',
      '--as-of',
      '2026-11-20',
      '--explain',
    ]
    const ran = spawnSync(process.execPath, [...command, ...args], {
      env,
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    })
    if (ran.status === null || ran.status > 2) throw new Error(`exit ${ran.status}: ${ran.stderr}`)
    return ran.stdout
  }
  try {
    licet(...FORMATS, '--out', folder)
    const files = readdirSync(folder).sort()
    return {
      files: Object.fromEntries(files.map((file) => [file, sha256(join(folder, file))])),
      printed: licet(),
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function sha256(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}
