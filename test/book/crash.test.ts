import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bodyOf, entriesIn } from '../../src/book/book.ts'
import { verifyBook } from '../../src/book/verify.ts'
import { holds } from '../properties/seeded.ts'
import { fileNotes, linesOf, newBook, newFolder, type TestBook } from './books.ts'

/** How many writers are killed; `LICET_KILLS=300` for the full drill, which bench/book.mjs runs. */
const KILLS = Number(process.env['LICET_KILLS'] ?? 36)
const AT_ONCE = 3

/** A killed process loses nothing that it wrote, whatever the disk: memory lets more of them be killed. */
const inMemory = (): string =>
  join(newFolder(existsSync('/dev/shm') ? '/dev/shm' : undefined), 'book')

interface Writer {
  readonly filed: string[]
  readonly code: number | null
  readonly errors: string
}

/** Starts a writer and, where `killAfterMs` is given, kills it that long after its first filing. */
async function write(
  { book, key }: TestBook,
  name: string,
  { count = '', killAfterMs }: { readonly count?: string; readonly killAfterMs?: number } = {},
): Promise<Writer> {
  const args = [
    'test/book/writer.mjs',
    book.paths.folder,
    key.file,
    name,
    ...(count === '' ? [] : [count]),
  ]
  const child = spawn(process.execPath, args)
  let [out, errors, armed] = ['', '', false]
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString()
    if (killAfterMs === undefined || armed) return
    armed = true
    setTimeout(() => child.kill('SIGKILL'), killAfterMs)
  })
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  const [code] = (await once(child, 'close')) as [number | null]
  const filed = [...out.matchAll(/^filed (.+)$/gm)].map(([, text]) => text!)
  return { filed, code, errors }
}

const textsIn = ({ book }: TestBook): string[] =>
  entriesIn(book).flatMap((entry) => (bodyOf(book, entry) as { text?: string }).text ?? [])

describe('a writer that is killed', () => {
  it(`loses no filed entry and doubles none, ${KILLS} times over`, async () => {
    const made = newBook(inMemory())
    const acknowledged: string[] = []
    for (let round = 0; round < KILLS / AT_ONCE; round++) {
      const writers = Array.from({ length: AT_ONCE }, (_, i) =>
        write(made, `w${round}-${i}`, { killAfterMs: Math.random() * 40 }),
      )
      for (const { filed, code } of await Promise.all(writers)) {
        expect(code).toBeNull()
        acknowledged.push(...filed)
      }
    }
    fileNotes(made, 1, 2)
    const texts = textsIn(made)
    expect(acknowledged.length).toBeGreaterThanOrEqual(KILLS)
    expect(new Set(texts).size).toBe(texts.length)
    expect(acknowledged.filter((text) => !texts.includes(text))).toEqual([])
    expect(verifyBook(made.book, { keyFile: made.key.file })).toMatchObject({
      problems: [],
      signed: texts.length + 1,
    })
  }, 600_000)
})

describe('two processes that write at once', () => {
  it('file every entry of both, in one chain', async () => {
    const made = newBook()
    const both = await Promise.all(['a', 'b'].map((name) => write(made, name, { count: '25' })))
    expect(both.map(({ code, errors }) => [code, errors])).toEqual([
      [0, ''],
      [0, ''],
    ])
    expect(textsIn(made).toSorted()).toEqual(both.flatMap(({ filed }) => filed).toSorted())
    expect(verifyBook(made.book)).toMatchObject({ entries: 51, signed: 51, problems: [] })
  })
})

describe('a line that a crash tore', () => {
  it('is set aside by the next filing, wherever it was torn, and every whole line stays', () => {
    const made = newBook()
    fileNotes(made, 1, 3)
    const { log } = made.book.paths
    const whole = readFileSync(log, 'utf8')
    const next = linesOf(log).at(-1)!
    holds(
      'torn anywhere',
      fc.property(fc.integer({ min: 1, max: next.length }), (length) => {
        writeFileSync(log, whole + next.slice(0, length))
        made.told.length = 0
        fileNotes(made, 9, 10)
        expect(made.told).toHaveLength(1)
        expect(made.told[0]).toContain(`half a line at byte ${Buffer.byteLength(whole)}`)
        expect(linesOf(log)).toHaveLength(4)
        expect(readFileSync(log, 'utf8').startsWith(whole)).toBe(true)
        // The checkpoints of the trial runs speak of other fourth entries.
        writeFileSync(made.book.paths.checkpoints, '')
        expect(verifyBook(made.book).problems).toEqual([])
      }),
      25,
    )
    expect(readdirSync(made.book.paths.torn).length).toBeGreaterThan(0)
  })

  it('in the checkpoints is written over', () => {
    const made = newBook()
    appendFileSync(made.book.paths.checkpoints, '{"at":"2026')
    fileNotes(made, 1, 2)
    expect(verifyBook(made.book)).toMatchObject({ checkpoints: 2, signed: 2, problems: [] })
  })
})
