import { spawn } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { generate } from './generate.ts'
import { answersOf, readPage, record, type Page } from './page.ts'

const folder = fileURLToPath(new URL('.', import.meta.url))
const licet = fileURLToPath(new URL('../../dist/bin/licet.js', import.meta.url))
const pages = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md')

const PERMISSIVE = new Set(['not-subject', 'no-license-required', 'permitted-with-conditions'])

/** Two at a time: more would only wait for each other. */
const queue: Promise<unknown>[] = [Promise.resolve(), Promise.resolve()]
const runs = new Map(
  pages.map((name, i) => {
    const page = readPage(readFileSync(join(folder, name), 'utf8'))
    const run = queue[i % queue.length]!.then(() => runPage(page))
    queue[i % queue.length] = run
    return [name, { page, run }] as const
  }),
)

describe('bad input', () => {
  it('has a catalogue of at least 45 mistakes', () => {
    expect(pages.length).toBeGreaterThanOrEqual(45)
  })

  it.each(pages)('%s', { timeout: 120_000 }, async (name) => {
    const { page, run } = runs.get(name)!
    const { stdout, stderr, exit } = await run
    expect(stderr).not.toContain('internal error')
    expect(exit).toBeGreaterThan(0)
    expect(exit).toBeLessThan(5)
    expect(answersOf(stdout).filter(({ outcome }) => PERMISSIVE.has(outcome))).toEqual([])
    const found = record(stderr, stdout, exit)
    if (process.env['UPDATE'] === '1') writeFileSync(join(folder, name), page.head + found)
    else expect(found).toBe(page.recorded)
  })
})

interface Run {
  readonly stdout: string
  readonly stderr: string
  readonly exit: number
}

/** Runs the command of a page, as a user would, in a folder that holds its files and nothing else. */
async function runPage({ files, args, stdin }: Page): Promise<Run> {
  const cwd = mkdtempSync(join(tmpdir(), 'licet-bad-'))
  try {
    for (const { name, content, generated } of files) {
      mkdirSync(dirname(join(cwd, name)), { recursive: true })
      writeFileSync(join(cwd, name), generated ? generate[content.trim()]!() : content)
    }
    return await execute(args, cwd, stdin)
  } finally {
    rmSync(cwd, { recursive: true })
  }
}

function execute(args: readonly string[], cwd: string, stdin: string | undefined): Promise<Run> {
  const input = stdin === undefined ? 'ignore' : openSync(join(cwd, stdin), 'r')
  const env = { PATH: process.env['PATH'], NO_COLOR: '1', TZ: 'Asia/Seoul' }
  const child = spawn(process.execPath, [licet, ...args], {
    cwd,
    env,
    stdio: [input, 'pipe', 'pipe'],
  })
  let stdout = ''
  let stderr = ''
  child.stdout!.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr!.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('close', (exit) => resolve({ stdout, stderr, exit: exit ?? 5 }))
  })
}
