import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { sourceState } from '../../cli/source-state.ts'
import type { DeterminationBody } from '../../src/book/bodies.ts'
import { recordIn } from '../../src/book/records.ts'
import { openBook } from '../../src/book/book.ts'
import { NAC } from '../book/filed.ts'
import { folderWith, licet } from './licet.ts'

let cwd = ''
const run = (...args: string[]) => licet(args, { cwd })
const filed = (): DeterminationBody =>
  recordIn(openBook(join(cwd, 'licet-book')), 'D-2026-0207').determination.body!

beforeAll(async () => {
  const home = mkdtempSync(join(tmpdir(), 'licet-home-'))
  process.env['LICET_HOME'] = home
  process.env['LICET_BOOK_KEY'] = join(home, 'book.key')
  process.env['LICET_PERSON'] = 'Ada Kim'
  cwd = folderWith({ 'deal.yaml': NAC, 'watch.csv': 'name,country\nZebra Quagga Trading,CN\n' })
  await run('book', 'init')
  await run('lists', 'import', 'watch.csv', '--as', 'OURS', '--date', '2026-11-18')
  await run(
    'check',
    'deal.yaml',
    '--record',
    '--format',
    'json',
    '--unit',
    'Example Seoul Ltd.',
    '--privileged',
    'counsel-direction',
  )
}, 120_000)

test('a record names unit, mark, what the program was built from, and each list', () => {
  const { identity, engine, lists } = filed()
  expect(identity).toMatchObject({ unit: 'Example Seoul Ltd.', privilege: 'counsel-direction' })
  expect(engine.build).toEqual(JSON.parse(readFileSync('dist/build.json', 'utf8')))
  expect(lists!.find(({ id }) => id === 'EL')).toMatchObject({
    publisher: 'Bureau of Industry and Security',
    fetched: null,
  })
  const own = lists!.find(({ id }) => id === 'OURS')!
  expect(own).toMatchObject({ date: '2026-11-18', from: 'watch.csv', entries: 1, publisher: null })
  expect(own.fetched).toMatch(/^\d{4}-\d{2}-\d{2}T.*Z$/)
})

test('the memo says so in both languages, the mark first', async () => {
  for (const [lang, mark, unit] of [
    ['en', 'prepared at the direction of counsel', '| Unit | Example Seoul Ltd. |'],
    ['ko', '변호사의 지시에 따라 작성됨', '| 소속 법인 또는 부서 | Example Seoul Ltd. |'],
  ] as const) {
    const { stderr } = await run(
      'report',
      'D-2026-0207',
      '--lang',
      lang,
      '--format',
      'markdown',
      '--out',
      cwd,
    )
    expect(stderr).not.toContain('error')
    const memo = readFileSync(join(cwd, `D-2026-0207-1${lang === 'en' ? '' : '.ko'}.md`), 'utf8')
    expect(memo.split('\n\n')[1]).toContain(mark)
    expect(memo).toContain(unit)
    expect(memo).toContain('watch.csv')
  }
})

test('a unit without a name and an unknown mark are refused', async () => {
  expect(await run('check', 'deal.yaml', '--record', '--unit', ' ')).toMatchObject({ code: 4 })
  expect(await run('check', 'deal.yaml', '--record', '--privileged', 'yes')).toMatchObject({
    code: 4,
  })
})

test('a copy without git has no commit, and the digest of its tests is that of sha256sum', () => {
  const folder = folderWith({})
  expect(sourceState(folder)).toEqual({ commit: null, isModified: null, tests: null })
  mkdirSync(join(folder, 'test/a'), { recursive: true })
  writeFileSync(join(folder, 'test/b.ts'), 'b')
  writeFileSync(join(folder, 'test/a/c.ts'), 'c')
  const command = 'find test -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum'
  const { stdout } = spawnSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' })
  expect(sourceState(folder).tests).toBe(stdout.slice(0, 64))
})

test('a copy in the repository of another project is none of its commits', () => {
  const folder = folderWith({ 'a.txt': 'a' })
  const git = (...args: string[]): string =>
    spawnSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args], {
      cwd: folder,
      encoding: 'utf8',
    }).stdout.trim()
  git('init', '-q')
  git('add', '.')
  git('commit', '-q', '-m', 'a')
  const commit = git('rev-parse', 'HEAD')
  expect(sourceState(folder)).toEqual({ commit, isModified: false, tests: null })
  writeFileSync(join(folder, 'a.txt'), 'b')
  expect(sourceState(folder)).toEqual({ commit, isModified: true, tests: null })
  cpSync('LICENSE', join(folder, 'below/LICENSE'))
  expect(sourceState(join(folder, 'below')).commit).toBeNull()
})
