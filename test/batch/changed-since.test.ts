import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { noDrift, type Drift } from '../../src/batch/list-drift.ts'
import type { CacheBasis } from '../../src/batch/party-cache.ts'
import { changeBetween } from '../../src/batch/touched.ts'
import { verdictOf } from '../../src/batch/parties.ts'
import { versionOf } from '../../src/lists/store.ts'
import { compileIndex } from '../../src/lists/compile-index.ts'
import { readNameTables } from '../../src/lists/name-tables.ts'
import { encodeIndex, type IndexFile } from '../../src/screening/index-file.ts'
import type { ListEntry } from '../../src/screening/list-entry.ts'
import { loadRomanizers } from '../../src/screening/romanizers.ts'
import { screenerOf } from '../../src/screening/screen.ts'
import { folderWith, licet, type Ran } from '../cli/licet.ts'
import { engine } from '../engine.ts'
import { known } from '../lists/known.ts'
import { entry, file as bundled } from '../screening/lists.ts'

/** Twelve changes: four entries new, four gone, four with another alias. */
const ADDED = [
  'Balmont Calderis Systems',
  'Zentora Quantum Trading',
  '未来芯片科技',
  'Nordveil Data GmbH',
]
const GONE = new Set([500, 4000, 9000, 12_000])
const OTHER = new Set([700, 4100, 9100, 12_100])

/** The bundled lists with these changes, of a later day. */
function changed(): IndexFile {
  const count = bundled.entries.starts.length - 1
  const entries = Array.from({ length: count }, (_, at) => at).flatMap((at): ListEntry[] => {
    if (GONE.has(at)) return []
    const one = entry(at)
    return [OTHER.has(at) ? { ...one, aliases: [...one.aliases, `${one.name} Robotics`] } : one]
  })
  const model = entry(500)
  const added = ADDED.map((name, i): ListEntry => ({
    ...model,
    id: `EL:new-${i}`,
    name,
    aliases: [],
  }))
  const codes = bundled.meta.lists.map(({ code }) => code)
  const lists = codes.map((code) => ({
    code,
    date: '2026-11-19',
    from: 'test',
    entries: [...entries, ...added].filter(({ list }) => list === code),
  }))
  return compileIndex({
    lists,
    faults: [],
    registry: known.registry,
    ...readNameTables('data/names'),
  })
}

const newer = changed()
const romanizers = await loadRomanizers()

/** Names of parties: listed, nearly listed, of the changed entries and of none. */
const NAMES = [
  ...ADDED,
  'Balmont Calderis',
  'Zentora Qantum Trading Co., Ltd.',
  ...[...GONE, ...OTHER].flatMap((at) => [entry(at).name, `${entry(at).name} Robotics`]),
  ...Array.from({ length: 300 }, (_, i) => {
    const { name } = entry(i * 83)
    return i % 3 === 0
      ? name
      : i % 3 === 1
        ? name.replace(/(.)(.)/, '$2$1')
        : `Nova ${name.split(' ')[0]}`
  }),
  ...Array.from({ length: 300 }, (_, i) => `Brimwell${i} Electronics Pte. Ltd.`),
]

describe('a change of twelve entries', () => {
  it('touches every party whose verdict is another', () => {
    const [before, after] = [screenerOf(bundled, romanizers), screenerOf(newer, romanizers)]
    const names = bundled.names.entryOf.length
    const { entries, touches } = changeBetween(bundled, after, romanizers, noDrift(names))
    expect(entries).toBe(12)
    let untouched = 0
    for (const name of NAMES) {
      const party = { name, country: '', address: '' }
      const then = verdictOf(party, before, engine.wording)
      if (then.found !== '' || then.close === true || touches(party)) continue
      untouched += 1
      expect(verdictOf(party, after, engine.wording), name).toEqual(then)
    }
    expect(untouched).toBeGreaterThan(300)
  })
})

describe('licet batch --changed-since', () => {
  const home = mkdtempSync(join(tmpdir(), 'licet-home-'))
  const head = 'id,activity,from,to,items.0.product,parties.0.role,parties.0.name,parties.0.country'
  const rows = NAMES.map(
    (name, i) => `${i},export,US,KR,NVIDIA H100 SXM,end-user,"${name.replaceAll('"', '')}",KR`,
  )
  const folder = folderWith({ 'deals.csv': `${head}\n${rows.join('\n')}\n` })
  const batch = (out: string, ...more: string[]): Promise<Ran> =>
    licet(
      ['batch', 'deals.csv', '--as-of', '2026-11-20', '--workers', '1', '--out', out, ...more],
      {
        cwd: folder,
      },
    )
  const textOf = (name: string): string => readFileSync(join(folder, name), 'utf8')

  beforeAll(async () => {
    process.env['LICET_HOME'] = home
    const versions = join(home, 'lists', 'versions', versionOf(newer))
    mkdirSync(versions, { recursive: true })
    writeFileSync(join(versions, 'lists.idx'), encodeIndex(newer))
    await batch('nightly.csv')
  }, 120_000)

  it('screens again what changed, and gives what a full run gives', async () => {
    const lists = ['--lists', versionOf(newer)]
    const delta = await batch('nightly.csv', '--changed-since', versionOf(bundled), ...lists)
    const full = await batch('full.csv', ...lists)
    const [, again, of] = /: (\d+) of (\d+) parties are screened again/.exec(delta.stderr) ?? []
    expect(Number(of)).toBeGreaterThan(600)
    expect(Number(again)).toBeLessThan(Number(of) * 0.6)
    expect(delta.code).toBe(full.code)
    expect(textOf('nightly.csv')).toBe(textOf('full.csv'))
    expect(textOf('full.csv')).toMatch(/EL Balmont Calderis Systems \(exact/)
  })

  it('says so where the last run was on others, or there is none', async () => {
    const other = await batch('nightly.csv', '--changed-since', '2020-01-01')
    expect([other.code, other.stderr]).toEqual([
      4,
      expect.stringMatching(/the last run was not on `2020-01-01`\n {4}it was on lists /),
    ])
    const none = await batch('new.csv', '--changed-since', versionOf(bundled))
    expect(none.stderr).toContain('run the batch once without --changed-since')
  })

  it('keeps how far the lists have moved, and gives the same when they are what they were', async () => {
    const driftIn = (): Drift => {
      const [first] = textOf('nightly.csv.batch/parties.ndjson').split('\n')
      return (JSON.parse(first!) as CacheBasis).drift
    }
    const there = driftIn()
    expect(there.words.map(([word]) => word)).toContain('robotics')
    const lists = ['--lists', versionOf(bundled)]
    await batch('nightly.csv', '--changed-since', versionOf(newer), ...lists)
    await batch('full.csv', ...lists)
    expect(textOf('nightly.csv')).toBe(textOf('full.csv'))
    const [least, most] = there.names
    expect(driftIn().names).toEqual([least, most])
    expect([least, most]).toContain(bundled.names.entryOf.length)
  })
})
