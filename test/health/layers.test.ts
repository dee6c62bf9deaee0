import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { filesBelow, importsOf, type Import } from './imports.ts'

/**
 * Who may import whom: a folder or file of src, and the others that it may name. The linter repeats
 * this table (.oxlintrc.json), so that an editor shows the offence while it is typed.
 */
const LAYERS: Record<string, string> = {
  logic: '',
  wording: 'derive',
  'visible.ts': '',
  'errors.ts': 'visible.ts',
  'suggest.ts': '',
  'version.ts': '',
  derive: 'logic',
  catalog: 'logic derive suggest.ts',
  ccl: 'logic suggest.ts',
  ownership: 'logic',
  'de-minimis': 'logic',
  screening: 'determination.ts',
  tables: 'errors.ts suggest.ts',
  lists: 'screening tables errors.ts suggest.ts',
  'determination.ts': 'logic',
  'determination-schema.ts': 'determination.ts',
  facts:
    'logic derive catalog ccl ownership de-minimis determination.ts errors.ts suggest.ts visible.ts',
  rules:
    'logic facts catalog ccl ownership determination.ts determination-schema.ts version.ts errors.ts suggest.ts',
  explain: 'logic derive facts rules wording determination.ts',
  stages: 'logic facts derive rules explain wording determination.ts engine.ts',
  'what-if':
    'logic derive facts screening rules explain stages wording determination.ts engine.ts check.ts',
  proposal:
    'logic facts derive ownership rules explain stages wording determination.ts determination-schema.ts engine.ts check.ts suggest.ts',
  lint: 'logic facts derive catalog proposal rules wording determination.ts engine.ts check.ts errors.ts suggest.ts version.ts',
  batch:
    'facts explain screening lists tables rules report stages wording determination.ts engine.ts check.ts errors.ts suggest.ts version.ts visible.ts',
  rollout:
    'logic catalog facts rules explain stages wording determination.ts determination-schema.ts engine.ts check.ts errors.ts suggest.ts version.ts',
  report:
    'logic explain wording screening book rollout proposal determination.ts errors.ts visible.ts',
  book: 'facts rules wording determination.ts determination-schema.ts engine.ts check.ts errors.ts suggest.ts version.ts visible.ts',
  replay:
    'book facts screening lists rules determination.ts engine.ts check.ts errors.ts version.ts',
  'engine.ts': 'catalog ccl facts rules wording errors.ts',
  'schema-build.ts': 'proposal rules book rollout engine.ts errors.ts',
  'check.ts':
    'logic facts derive catalog ccl ownership rules explain stages wording determination.ts engine.ts errors.ts version.ts',
}

const mayImport = (here: string, there: string): boolean =>
  LAYERS[here]?.split(' ').includes(there) === true

/** Single files that reach further than their folder, and why. */
const FURTHER: Record<string, readonly string[]> = {
  // Destinations follow the dated country table, whose shape is part of the pack.
  'src/facts/country-names.ts': ['src/rules/tables.ts'],
  // The lists name countries as the rule pack does.
  'src/lists/build.ts': ['src/rules/tables.ts'],
  // Loading a pack ends with an engine.
  'src/rules/load.ts': ['src/engine.ts'],
}

/** Files of the browser-safe folders that read or write files, and that a browser never loads. */
const NODE_ONLY = [
  'src/rules/read.ts',
  'src/rules/load.ts',
  'src/rules/build.ts',
  'src/schema-build.ts',
]
const FOR_NODE = /^src\/(batch\/|report\/|book\/|replay\/|lint\/|lists\/|tables\/|index\.ts$)/

const src = filesBelow('src', '.ts').flatMap((file) => importsOf(file))
const said = ({ from, specifier }: Import): string => `${from} imports ${specifier}`

/** The folder or file of src that a path belongs to. */
function layerOf(path: string): string {
  return path.split('/')[1] ?? path
}

function reachesTooFar({ from, to }: Import): boolean {
  if (to === undefined) return false
  if (!to.startsWith('src/')) return true
  const [here, there] = [layerOf(from), layerOf(to)]
  if (here === there || here === 'index.ts') return false
  return !mayImport(here, there) && !FURTHER[from]?.includes(to)
}

describe('layers', () => {
  it('sees the imports of the source', () => {
    expect(src.length).toBeGreaterThan(100)
    const text =
      "import { a } from '../b.ts'\nconst c = await import('./d.ts')\nimport {\n  e,\n} from 'f'\n"
    expect(importsOf('src/x/y.ts', text).map(({ specifier, to }) => to ?? specifier)).toEqual([
      'src/b.ts',
      'f',
      'src/x/d.ts',
    ])
  })

  it('every folder of src has a place in the table', () => {
    const layers = new Set(filesBelow('src', '.ts').map(layerOf))
    expect([...layers].filter((layer) => layer !== 'index.ts' && !(layer in LAYERS))).toEqual([])
  })

  it('every import of src keeps to the table, and none leaves src', () => {
    expect(src.filter(reachesTooFar).map(said)).toEqual([])
  })

  it('the kernel imports nothing from outside itself', () => {
    const outside = src.filter(
      ({ from, to }) => from.startsWith('src/logic/') && !to?.startsWith('src/logic/'),
    )
    expect(outside.map(said)).toEqual([])
  })

  it('the engine runs in a browser: no node: import but where files are read', () => {
    const node = src.filter(
      ({ from, specifier }) =>
        specifier.startsWith('node:') && !FOR_NODE.test(from) && !NODE_ONLY.includes(from),
    )
    expect(node.map(said)).toEqual([])
  })

  it('no browser-safe file imports one that is not', () => {
    const mixed = src.filter(
      ({ from, to }) =>
        to !== undefined &&
        (NODE_ONLY.includes(to) || FOR_NODE.test(to)) &&
        !(NODE_ONLY.includes(from) || FOR_NODE.test(from)),
    )
    expect(mixed.map(said)).toEqual([])
  })

  it('nothing but the command line and its tests imports the command line', () => {
    const bench = filesBelow('bench', '.ts', '.mjs').flatMap((file) => importsOf(file))
    const fromCli = [...src, ...bench].filter(({ to }) => to?.startsWith('cli/'))
    expect(fromCli.map(said)).toEqual([])
  })

  it('no file imports itself by a round trip', () => {
    expect(cycles(src)).toEqual([])
  })

  it('the linter forbids what this table forbids', () => {
    const { overrides } = JSON.parse(readFileSync('.oxlintrc.json', 'utf8')) as Linter
    const layers = Object.keys(LAYERS)
    for (const here of layers.filter((layer) => !layer.endsWith('.ts'))) {
      const rule = overrides.find(({ files }) => files.includes(`src/${here}/**`))?.rules
      const patterns = rule?.['no-restricted-imports']?.[1].patterns ?? []
      const refused = layers.filter((there) => {
        const specifier = there.endsWith('.ts') ? `../${there}` : `../${there}/x.ts`
        return patterns.some(({ regex }) => new RegExp(regex).test(specifier))
      })
      const forbidden = layers.filter((there) => there !== here && !mayImport(here, there))
      expect(refused, here).toEqual(forbidden)
    }
  })
})

interface Linter {
  readonly overrides: readonly {
    readonly files: readonly string[]
    readonly rules: {
      readonly 'no-restricted-imports'?: [string, { patterns: readonly { regex: string }[] }]
    }
  }[]
}

/** The import cycles of a graph, each as one path of files. */
function cycles(imports: readonly Import[]): string[] {
  const next = new Map<string, Import[]>()
  for (const one of imports) next.set(one.from, [...(next.get(one.from) ?? []), one])
  const done = new Set<string>()
  const found: string[] = []
  const walk = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) found.push([...path.slice(path.indexOf(file)), file].join(' -> '))
    if (path.includes(file) || done.has(file)) return
    for (const { to } of next.get(file) ?? []) if (to !== undefined) walk(to, [...path, file])
    done.add(file)
  }
  for (const file of next.keys()) walk(file, [])
  return found
}
