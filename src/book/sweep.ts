import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

const HOUR_MS = 3_600_000

/** Clears away what killed processes left half-made, an hour after anyone could still be at it. */
export function sweep({ locks, aside }: { readonly locks: string; readonly aside: string }): void {
  for (const folder of [locks, aside])
    for (const name of readdirSync(folder)) {
      if (!/\.(new|part)$/.test(name)) continue
      const file = join(folder, name)
      if (ageMs(file) > HOUR_MS) rmSync(file, { force: true })
    }
}

function ageMs(file: string): number {
  try {
    return Date.now() - statSync(file).mtimeMs
  } catch {
    return 0
  }
}
