import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesBelow } from './imports.ts'
import { lineCount, shBlocks, textFiles } from './text.ts'

const read = (file: string): string => readFileSync(file, 'utf8')

describe('repository', () => {
  it('the first two sh blocks of the README are one line each', () => {
    const blocks = shBlocks(read('README.md')).slice(0, 2)
    expect(blocks).toHaveLength(2)
    expect(blocks.filter((block) => block.trim() === '' || block.includes('\n'))).toEqual([])
  })

  it('shBlocks reads the blocks in order and skips other languages', () => {
    const markdown = '# A\n```sh\none\n```\n```yaml\nno: 1\n```\n```sh\ntwo\nthree\n```\n'
    expect(shBlocks(markdown)).toEqual(['one', 'two\nthree'])
  })

  it('each fixture has a line in fixtures/README.md', () => {
    const listed = read('fixtures/README.md')
    const fixtures = filesBelow('fixtures', '').filter((file) => file !== 'fixtures/README.md')
    expect(fixtures.length).toBeGreaterThan(0)
    const unlisted = fixtures.filter(
      (file) => !listed.includes(`\`${file.replace('fixtures/', '')}\``),
    )
    expect(unlisted).toEqual([])
  })

  it('fixtures/README.md names no file that is not there', () => {
    const named = [...read('fixtures/README.md').matchAll(/^\| `([^`]+)`/gm)].map(
      ([, file]) => file,
    )
    expect(named.filter((file) => !existsSync(`fixtures/${file}`))).toEqual([])
  })

  it('each decision has a date, a context, a decision and what was rejected, in 40 lines', () => {
    const decisions = filesBelow('docs/decisions', '.md')
    expect(decisions.length).toBeGreaterThan(0)
    for (const file of decisions) {
      const text = read(file)
      expect(basename(file)).toMatch(/^\d{4}-[a-z0-9-]+\.md$/)
      expect(text, file).toMatch(/^Date: \d{4}-\d\d-\d\d$/m)
      for (const part of ['Context', 'Decision', 'Rejected'])
        expect(text, file).toContain(`\n## ${part}\n`)
      expect(lineCount(file), file).toBeLessThanOrEqual(40)
    }
  })

  it('no file names a path of one machine', () => {
    const paths = new RegExp(
      ['work', 'tmp', 'root', 'home'].map((name) => `(?<![\\w.\\]])/${name}/`).join('|'),
    )
    expect(textFiles().filter((file) => paths.test(read(file)))).toEqual([])
  })

  it('each release in the changelog is sorted by legal effect', () => {
    const releases = read('CHANGELOG.md').split(/^## /m).slice(1)
    expect(releases.length).toBeGreaterThan(0)
    for (const release of releases) {
      const headings = [...release.matchAll(/^### (.+)$/gm)].map(([, heading]) => heading)
      expect(headings).toEqual(['Law', 'Data', 'Engine', 'Interface'])
    }
  })

  it('every package is pinned to one version', () => {
    const manifest = JSON.parse(read('package.json')) as Record<string, Record<string, string>>
    const pins = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
    expect(pins.length).toBeGreaterThan(5)
    expect(pins.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
  })

  it('the package, the program and the changelog carry the same version', () => {
    const { version } = JSON.parse(read('package.json')) as { version: string }
    expect(read('src/version.ts')).toContain(`'${version}'`)
    expect(read('CHANGELOG.md')).toContain(`\n## ${version} (`)
  })

  it('the license is Apache 2.0, in full', () => {
    const license = read('LICENSE')
    expect(license).toMatch(/Apache License\s+Version 2\.0, January 2004/)
    expect(license).toContain('END OF TERMS AND CONDITIONS')
  })

  it('each font of the reports comes with its license', () => {
    const fonts = filesBelow('src/report/pdf/fonts', '.ttf').map(
      (file) => basename(file).split('-')[0],
    )
    const licenses = filesBelow('src/report/pdf/fonts', '-OFL.txt').map((file) => basename(file))
    expect([...new Set(fonts)].map((font) => `${font}-OFL.txt`)).toEqual(licenses.toSorted())
  })
})
