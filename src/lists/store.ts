import {
  existsSync,
  mkdirSync,
  closeSync,
  fstatSync,
  openSync,
  readFileSync,
  readSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Fault } from '../errors.ts'
import { suggest } from '../suggest.ts'
import { countryCodes, type CountryCodes } from './country-code.ts'
import type { Registry } from './registry.ts'
import { decodeIndex, encodeIndex, type IndexFile } from '../screening/index-file.ts'

/** A version of all lists: see `versionOf` for its id. */
export interface StoredVersion {
  readonly id: string
  readonly file: string
  readonly isBundled: boolean
}

const BUILT = ['../../lists.idx', '../lists.idx'].map((place) =>
  fileURLToPath(new URL(place, import.meta.url)),
)

/** The index of the package, seen from the compiled module and from the bundled command. */
const bundledFile = (): string => BUILT.find((place) => existsSync(place)) ?? BUILT[0]!

/** What the package knows of lists and of the names of countries. @throws where the build is not whole. */
export function builtRegistry(): { registry: Registry; countries: CountryCodes } {
  const file = bundledFile().replace(/\.idx$/, '.json')
  const { registry, countries } = JSON.parse(readFileSync(file, 'utf8')) as {
    registry: Registry
    countries: Parameters<typeof countryCodes>[0]
  }
  return { registry, countries: countryCodes(countries, registry.countries) }
}

/** Where downloaded lists are kept: `LICET_HOME`, or the user's data folder. */
export function storeFolder(env: NodeJS.ProcessEnv): string {
  const home = env['LICET_HOME']
  if (home !== undefined && home !== '') return join(home, 'lists')
  const data = env['XDG_DATA_HOME']
  return join(
    data === undefined || data === '' ? join(homedir(), '.local/share') : data,
    'licet/lists',
  )
}

/** The id of a version: the day of its largest list, and the start of the digest over all. */
export function versionOf({ meta }: Pick<IndexFile, 'meta'>): string {
  const largest = meta.lists.reduce((a, b) => (b.entries > a.entries ? b : a))
  return `${largest.date}-${meta.sha256.slice(0, 8)}`
}

/** Reads an index file. @throws Fault (exit 3) where there is none or it is broken. */
export function readIndex(file: string, shared?: SharedArrayBuffer): IndexFile {
  try {
    return decodeIndex(new Uint8Array(shared ?? sharedBytes(file)))
  } catch (error) {
    const message = existsSync(file)
      ? `the index of the lists can't be read: ${error instanceof Error ? error.message : String(error)}`
      : 'there is no index of the lists'
    const help = 'run `licet lists rollback`, or `npm run build` in a checkout'
    throw new Fault(3, [{ code: 'no-lists', message, at: { file }, help }])
  }
}

/** The bytes of a file in memory that threads can share, so that each need not hold them. */
function sharedBytes(file: string): SharedArrayBuffer {
  const from = openSync(file, 'r')
  try {
    const shared = new SharedArrayBuffer(fstatSync(from).size)
    const bytes = new Uint8Array(shared)
    for (let at = 0; at < bytes.length;) {
      const read = readSync(from, bytes, at, bytes.length - at, at)
      if (read === 0) break
      at += read
    }
    return shared
  } finally {
    closeSync(from)
  }
}

/** The shared memory in which an index was read, to be handed to threads; undefined where it was made here. */
export function sharedOf({ entries }: IndexFile): SharedArrayBuffer | undefined {
  const { buffer } = entries.bytes
  return buffer instanceof SharedArrayBuffer ? buffer : undefined
}

/** Every version that is here, oldest first, the bundled one among them. */
export function storedVersions(folder: string): StoredVersion[] {
  const versions = join(folder, 'versions')
  const downloaded = existsSync(versions)
    ? readdirSync(versions)
        .filter((id) => existsSync(join(versions, id, 'lists.idx')))
        .map((id) => ({ id, file: join(versions, id, 'lists.idx'), isBundled: false }))
    : []
  const file = bundledFile()
  const bundled = existsSync(file)
    ? [{ id: versionOf(readIndex(file)), file, isBundled: true }]
    : []
  const own = new Set(downloaded.map(({ id }) => id))
  return [...bundled.filter(({ id }) => !own.has(id)), ...downloaded].sort((a, b) =>
    a.id < b.id ? -1 : 1,
  )
}

/** The file of the version in use: the one named, else the one that the last update made current, else the bundled one. */
export function currentFile(folder: string, wanted?: string): string {
  if (wanted !== undefined) return versionNamed(folder, wanted).file
  const current = join(folder, 'current')
  if (!existsSync(current)) return bundledFile()
  const id = readFileSync(current, 'utf8').trim()
  const file = join(folder, 'versions', id, 'lists.idx')
  return existsSync(file) ? file : bundledFile()
}

/** A version by its id, or by the start of it. @throws Fault (exit 4) where there is none or more than one. */
export function versionNamed(folder: string, wanted: string): StoredVersion {
  const all = storedVersions(folder)
  const found = all.filter(({ id }) => id.startsWith(wanted))
  if (found.length === 1) return found[0]!
  const near = suggest(
    wanted,
    all.map(({ id }) => id),
  )
  const help =
    near === undefined
      ? `versions here: ${all.map(({ id }) => id).join(', ')}`
      : `did you mean \`${near}\`?`
  throw new Fault(4, [
    {
      code: 'unknown-version',
      message: `${found.length === 0 ? 'no' : 'more than one'} version of the lists is called \`${wanted}\``,
      at: { file: folder },
      help,
    },
  ])
}

/**
 * Keeps a version and makes it current. Written beside and renamed, so that a reader sees the old version
 * or the new one, whole, and a crash leaves the old one in use.
 */
export function keepVersion(folder: string, file: IndexFile): string {
  const id = versionOf(file)
  const place = join(folder, 'versions', id)
  const making = `${place}.making-${process.pid}`
  mkdirSync(making, { recursive: true })
  try {
    writeFileSync(join(making, 'lists.idx'), encodeIndex(file))
    if (existsSync(place)) rmSync(place, { recursive: true })
    renameSync(making, place)
  } finally {
    rmSync(making, { recursive: true, force: true })
  }
  makeCurrent(folder, id)
  return id
}

/** Makes a version current; undefined is the bundled one. */
export function makeCurrent(folder: string, id: string | undefined): void {
  const current = join(folder, 'current')
  if (id === undefined) return rmSync(current, { force: true })
  const beside = `${current}.${process.pid}`
  writeFileSync(beside, `${id}\n`)
  renameSync(beside, current)
}
