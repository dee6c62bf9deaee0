import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fileEntries } from '../../src/book/append.ts'
import { entriesIn } from '../../src/book/book.ts'
import { verifyBook } from '../../src/book/verify.ts'
import { newBook, newFolder, note, type TestBook } from './books.ts'

const disk = newFolder()
const run = (...args: string[]) => spawnSync(args[0]!, args.slice(1), { encoding: 'utf8' })
const mounted = run('mount', '-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk).status === 0
if (!mounted) console.warn('skipped: a full disk, because no small file system can be mounted here')

afterAll(() => {
  if (mounted) run('umount', disk)
})

/** Fills the disk but for some pages. */
function leave(pages: number): void {
  const { bavail, bsize } = statfsSync(disk)
  writeFileSync(join(disk, 'filler'), Buffer.alloc(Math.max(0, (bavail - pages) * bsize)))
}

describe.skipIf(!mounted)('a full disk', () => {
  let made: TestBook
  beforeAll(() => {
    made = newBook(join(disk, 'book'))
  })

  it.each([0, 1, 2, 3, 4, 5])(
    'with %d pages left files all or nothing, and harms nothing',
    (pages) => {
      rmSync(join(disk, 'filler'), { force: true })
      const before = entriesIn(made.book).length
      const log = readFileSync(made.book.paths.log)
      leave(pages)
      let refused = 0
      for (let i = 0; i < 30 && refused === 0; i++)
        try {
          const texts = Array.from({ length: 4 }, (_, k) => `${pages} ${i} ${k} ${'x'.repeat(600)}`)
          fileEntries(made.book, () => texts.map((text) => note(made.book, text)), made.filing)
        } catch (error) {
          refused += 1
          expect((error as Error).message).toContain(
            'no space is left on the disk; nothing was filed',
          )
        }
      expect(refused).toBe(1)
      const entries = entriesIn(made.book)
      expect((entries.length - before) % 4).toBe(0)
      expect(readFileSync(made.book.paths.log).subarray(0, log.length).equals(log)).toBe(true)
      rmSync(join(disk, 'filler'))
      expect(verifyBook(made.book).problems).toEqual([])
      fileEntries(made.book, () => [note(made.book, `after ${pages}`)], made.filing)
      expect(verifyBook(made.book)).toMatchObject({ entries: entries.length + 1, problems: [] })
    },
  )
})
