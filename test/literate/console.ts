import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const licet = fileURLToPath(new URL('../../dist/bin/licet.js', import.meta.url))
const root = fileURLToPath(new URL('../../', import.meta.url))

/**
 * Runs a page: each fenced block with a file name is written, each `$ ` line of a `console` block is run
 * in one new folder, and what the page says of its output is replaced by what came out. What differs from
 * run to run (hashes, times, ids, the account) stands as `<...>`.
 */
export function rerun(markdown: string): string {
  const cwd = mkdtempSync(join(tmpdir(), 'licet-literate-'))
  const bin = mkdtempSync(join(tmpdir(), 'licet-bin-'))
  const script = join(bin, 'licet')
  writeFileSync(script, `#!/bin/sh\nexec ${process.execPath} ${licet} "$@"\n`)
  chmodSync(script, 0o755)
  const env = {
    PATH: `${bin}:${dirname(process.execPath)}:${process.env['PATH']}`,
    HOME: cwd,
    NO_COLOR: '1',
    TZ: 'UTC',
    FIXTURES: join(root, 'fixtures'),
  }
  const run = markdown.replace(
    /^```(\S+)(?: (\S+))?\n([\s\S]*?)^```$/gm,
    (block, language: string, name: string | undefined, content: string) => {
      if (name !== undefined) {
        writeFileSync(join(cwd, name), content)
        return block
      }
      if (language !== 'console') return block
      const shown = commandsOf(content).map((command) => {
        const { stdout, stderr, status } = spawnSync('sh', ['-c', command], {
          cwd,
          env,
          encoding: 'utf8',
          maxBuffer: 2 ** 26,
        })
        const exit = status === 0 ? '' : `(exit ${status})\n`
        return `$ ${command}\n${masked(stdout + stderr, cwd)}${exit}`
      })
      return `\`\`\`console\n${shown.join('')}\`\`\``
    },
  )
  for (const folder of [cwd, bin]) rmSync(folder, { recursive: true })
  return run
}

const commandsOf = (content: string): string[] =>
  [...content.matchAll(/^\$ (.+)$/gm)].map(([, command]) => command!)

const MASKS: readonly (readonly [RegExp, string])[] = [
  [/\b[0-9a-f]{64}\b/g, '<hash>'],
  [/\b[0-9a-f]{32}\b/g, '<id>'],
  [/\(\S+@\S+\)/g, '(<account>)'],
  [/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g, '<time>'],
  [/\d{4}-\d\d-\d\d \d\d:\d\d(?= \|)/g, '<time>'],
  [/\d{3} user \d+ group \d+/g, '<mode>'],
]

function masked(text: string, cwd: string): string {
  return MASKS.reduce((shown, [what, stand]) => shown.replace(what, stand), text).replaceAll(
    cwd,
    '~',
  )
}
