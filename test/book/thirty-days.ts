import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { engineOf, type Engine } from '../../src/engine.ts'
import { bundle } from '../../src/rules/build.ts'
import { readPack } from '../../src/rules/read.ts'
import { newFolder } from './books.ts'

/** The rules as they would be with 30 days for the notice of License Exception NAC, as a pack. */
export function thirtyDaysPack(): { readonly text: string; readonly sha256: string } {
  const folder = join(newFolder(), 'rules')
  cpSync('rules', folder, { recursive: true })
  const file = join(folder, 'ear/part-740/740.8-nac.yaml')
  const [past, now] = readFileSync(file, 'utf8').split('  - effective: { from: 2024-04-04 }')
  const amended = now!.replaceAll('25', '30')
  writeFileSync(file, `${past}  - effective: { from: 2024-04-04 }${amended}`)
  const read = readPack(folder)
  if (!read.ok) throw new Error(JSON.stringify(read.issues))
  return bundle(read.value.pack)
}

/** The engine of that pack. */
export function thirtyDays(): Engine {
  const { text, sha256 } = thirtyDaysPack()
  return engineOf(JSON.parse(text), sha256)
}
