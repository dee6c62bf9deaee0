#!/usr/bin/env node
import { VERSION } from '../src/version.ts'

// Printed before anything else is loaded: scripts ask for the version often.
if (process.argv.length === 3 && /^(--version|-V)$/.test(process.argv[2]!)) {
  process.stdout.write(`${VERSION}\n`)
} else {
  const { run } = await import('./run.ts')
  process.exitCode = await run(process.argv.slice(2), {
    stdout: process.stdout,
    stderr: process.stderr,
    today: () => new Date().toISOString().slice(0, 10),
    now: () => new Date().toISOString(),
  })
}
