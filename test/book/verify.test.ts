import { spawnSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { fileEntries, sealOf } from '../../src/book/append.ts'
import { entriesIn, openBook, type Book } from '../../src/book/book.ts'
import { signed } from '../../src/book/checkpoint.ts'
import { canonical, sha256 } from '../../src/book/digest.ts'
import { chained, lineOf } from '../../src/book/entry.ts'
import { rowsOf } from '../../src/book/index-rows.ts'
import { makeKey } from '../../src/book/key.ts'
import { extended, NO_TAIL, readEntries } from '../../src/book/log.ts'
import { rootOf } from '../../src/book/merkle.ts'
import { verifyBook } from '../../src/book/verify.ts'
import { holds } from '../properties/seeded.ts'
import {
  ADA,
  copyOf,
  fileNotes,
  linesOf,
  newBook,
  newFolder,
  note,
  writeLines,
  type TestBook,
} from './books.ts'

let made: TestBook
beforeAll(() => {
  made = newBook()
  fileNotes(made, 1, 8)
  rowsOf(made.book)
})

/** The verdict of a verifier that shares no code with the product. */
function auditor({ paths }: Book): { code: number | null; said: string } {
  const run = spawnSync(process.execPath, ['test/book/auditor.mjs', paths.folder], {
    encoding: 'utf8',
  })
  return { code: run.status, said: run.stdout + run.stderr }
}

/** What is found in a copy that was harmed: `code where`, in the order found. */
function found(harm: (book: Book) => void, outside = {}): string[] {
  const book = copyOf(made)
  harm(book)
  return verifyBook(book, outside).problems.map(({ code, where }) => `${code} ${where}`)
}

const withLines =
  (change: (lines: string[]) => string[]) =>
  ({ paths }: Book): void =>
    writeLines(paths.log, change(linesOf(paths.log)))

/** Chains the lines anew, as someone would who can write the log but has no key. */
function rechained(lines: readonly string[]): string[] {
  let prev = '0'.repeat(64)
  return lines.map((line, seq) => {
    const entry = chained(JSON.parse(line), seq, JSON.parse(line).at, prev)
    prev = entry.hash
    return lineOf(entry)
  })
}

describe('a book as it was filed', () => {
  it('is whole, and every entry is signed', () => {
    const verified = verifyBook(made.book, { keyFile: made.key.file })
    expect(verified).toMatchObject({
      entries: 8,
      checkpoints: 8,
      signed: 8,
      problems: [],
      notes: [],
    })
  })

  it('is whole for a verifier that shares no code with it', () => {
    expect(auditor(made.book)).toEqual({
      code: 0,
      said: '8 entries, 8 checkpoints, 0 faults\n',
    })
  })
})

describe('a book that was tampered with', () => {
  it.each([
    [
      'flipped letter',
      (l: string[]) => l.with(3, l[3]!.replace('desk-1', 'desk-2')),
      'changed entry 3',
    ],
    ['entry with a hash that fits', (l: string[]) => l.with(3, rehashed(l[3]!)), 'chain entry 4'],
    ['dropped entry', (l: string[]) => l.toSpliced(3, 1), 'sequence entry 3'],
    ['swapped entries', (l: string[]) => l.with(3, l[4]!).with(4, l[3]!), 'sequence entry 3'],
    ['inserted entry', (l: string[]) => l.toSpliced(4, 0, l[2]!), 'sequence entry 4'],
    ['replayed entry', (l: string[]) => [...l, l[5]!], 'sequence entry 8'],
    ['truncated log', (l: string[]) => l.slice(0, 6), 'cut checkpoint 6'],
    ['line that is no entry', (l: string[]) => l.with(2, '{}'), 'not-an-entry entry 2'],
    ['blank put into a line', (l: string[]) => l.with(2, `${l[2]!} `), 'not-an-entry entry 2'],
    [
      'chain made anew without an entry',
      (l: string[]) => rechained(l.toSpliced(3, 1)),
      'root checkpoint 3',
    ],
    [
      'chain made anew with one more',
      (l: string[]) => rechained([...l.slice(0, 2), l[1]!, ...l.slice(2)]),
      'root checkpoint 2',
    ],
  ])('a %s is found and named', (_, change, problem) => {
    const book = copyOf(made)
    withLines(change)(book)
    expect(verifyBook(book).problems.map(({ code, where }) => `${code} ${where}`)).toContain(
      problem,
    )
    expect(auditor(book).code).toBe(1)
  })

  it('no change of any byte of the log goes unfound', () => {
    const text = linesOf(made.book.paths.log).join('\n') + '\n'
    const book = copyOf(made)
    holds(
      'tampered anywhere',
      fc.property(fc.nat(text.length - 1), fc.integer({ min: 32, max: 126 }), (at, code) => {
        fc.pre(text.charCodeAt(at) !== code)
        writeFileSync(
          book.paths.log,
          text.slice(0, at) + String.fromCharCode(code) + text.slice(at + 1),
        )
        expect(verifyBook(book).problems).not.toEqual([])
      }),
      150,
    )
  })

  it('entries added without the key are not called signed', () => {
    const book = copyOf(made)
    fileEntries(book, () => [note(book, 'behind the scenes')], { ...made.filing, key: undefined })
    const { problems, notes, signed: covered } = verifyBook(book)
    expect([problems, covered]).toEqual([[], 8])
    expect(notes).toEqual(['1 entries after entry 7 are not signed'])
    expect(auditor(book)).toMatchObject({ code: 1 })
  })

  it('a checkpoint signed anew with another key is found', () => {
    const other = makeKey(`${newFolder()}/other.pem`)
    const harm = (book: Book): void => {
      const lines = linesOf(book.paths.checkpoints)
      const { type: _, key: __, signature: ___, ...statement } = JSON.parse(lines[5]!)
      writeLines(book.paths.checkpoints, lines.with(5, canonical(signed(statement, other))))
    }
    expect(found(harm)).toEqual(['key checkpoint 5'])
    const forged = (book: Book): void => {
      const lines = linesOf(book.paths.checkpoints)
      const { type: _, key: __, signature: ___, ...statement } = JSON.parse(lines[5]!)
      const named = { ...signed(statement, other), key: made.key.fingerprint }
      writeLines(book.paths.checkpoints, lines.with(5, canonical(named)))
    }
    expect(found(forged)).toEqual(['signature checkpoint 5'])
  })

  it('a log cut off together with its checkpoints is found by the checkpoint beside the key', () => {
    const cut = (book: Book): void => {
      writeLines(book.paths.log, linesOf(book.paths.log).slice(0, 5))
      writeLines(book.paths.checkpoints, linesOf(book.paths.checkpoints).slice(0, 5))
      rmSync(book.paths.cache, { recursive: true })
    }
    expect(found(cut)).toEqual([])
    expect(found(cut, { keyFile: made.key.file })).toEqual(['cut checkpoint kept outside the book'])
    expect(sealOf(made.key)).toContain('.key.pem.seal')
  })

  it('a whole book made anew with another key is found by the fingerprint', () => {
    const other = newBook()
    fileNotes(other, 1, 8)
    const fingerprint = made.key.fingerprint
    expect(verifyBook(other.book, { fingerprint }).problems).toMatchObject([{ code: 'key' }])
    expect(verifyBook(other.book, { keyFile: made.key.file }).problems).toMatchObject([
      { code: 'key', where: 'checkpoint kept outside the book' },
    ])
  })

  it('an object that was changed or taken away is found', () => {
    const body = entriesIn(made.book)[4]!.body!
    expect(found(({ objects }) => writeFileSync(objects.fileOf(body), '{}'))).toContain(
      'object-changed entry 4',
    )
    expect(found(({ objects }) => rmSync(objects.fileOf(body)))).toContain('object-missing entry 4')
  })

  it('an index edited by hand is found, and made again from the log', () => {
    const harm = ({ paths }: Book): void => {
      const rows = linesOf(paths.index)
      writeLines(paths.index, rows.with(3, rows[3]!.replace('Ada Kim', 'Bob Lee')))
    }
    expect(found(harm)).toEqual(['index index'])
    const book = copyOf(made)
    writeLines(book.paths.index, linesOf(book.paths.index).toSpliced(3, 1))
    expect(rowsOf(book).map(({ seq }) => seq)).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
    expect(verifyBook(book).problems).toEqual([])
  })

  it('checkpoints in another order, or harmed, are found', () => {
    const swap = ({ paths }: Book): void => {
      const lines = linesOf(paths.checkpoints)
      writeLines(paths.checkpoints, lines.with(3, lines[4]!).with(4, lines[3]!))
    }
    expect(found(swap)).toEqual(['checkpoint-order checkpoint 4'])
    expect(found(({ paths }) => writeFileSync(paths.checkpoints, 'x\n'))).toEqual([
      'not-a-checkpoint checkpoint 0',
    ])
  })
})

describe('a new key', () => {
  it('signs from the entry after its own on, with the word of the key before', () => {
    const turned = newBook()
    const second = makeKey(`${newFolder()}/second.pem`)
    const change = { publicKey: second.publicKey, reason: 'the old one is a year old' }
    const draft = (book: Book) =>
      ({
        kind: 'key',
        record: null,
        by: ADA,
        body: book.objects.put(canonical(change)),
        objects: [],
      }) as const
    fileEntries(turned.book, () => [draft(turned.book)], turned.filing)
    fileEntries(turned.book, () => [note(turned.book, 'x')], { ...turned.filing, key: second })
    expect(verifyBook(turned.book)).toMatchObject({ signed: 3, problems: [] })
    expect(auditor(turned.book)).toMatchObject({ code: 0 })

    const stolen = newBook()
    fileEntries(stolen.book, () => [draft(stolen.book)], { ...stolen.filing, key: undefined })
    fileEntries(stolen.book, () => [note(stolen.book, 'x')], { ...stolen.filing, key: second })
    expect(verifyBook(stolen.book).problems).toMatchObject([{ code: 'key', where: 'entry 1' }])
    expect(auditor(stolen.book)).toMatchObject({ code: 1 })
  })
})

describe('the log', () => {
  it('names entries by what the tree of all lines says', () => {
    const lines = linesOf(made.book.paths.log)
    const tail = extended(NO_TAIL, readEntries(made.book.paths.log), lines)
    const last = JSON.parse(linesOf(made.book.paths.checkpoints).at(-1)!)
    expect(rootOf(tail.frontier)).toBe(last.root)
    expect(sha256(lines[0]!.replace(/"hash":"[0-9a-f]+",/, ''))).toBe(JSON.parse(lines[0]!).hash)
    expect(openBook(made.book.paths.folder).id).toBe(made.book.id)
  })
})

/** An entry changed by someone who knows how the hash is made. */
function rehashed(line: string): string {
  const entry = JSON.parse(line)
  return lineOf(chained({ ...entry, record: 'D-2/1' }, entry.seq, entry.at, entry.prev))
}
