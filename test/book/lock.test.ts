import { spawnSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { chmodSync, existsSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fileEntries } from '../../src/book/append.ts'
import { entriesIn } from '../../src/book/book.ts'
import { makeKey, readKey } from '../../src/book/key.ts'
import { whileLocked } from '../../src/book/lock.ts'
import { fileNotes, newBook, newFolder, note } from './books.ts'

const lockOf = (): string => join(newFolder(), 'lock')

const owner = (over: object): string =>
  JSON.stringify({ pid: process.pid, host: hostname(), began: '', nonce: 'n', ...over })

/** The number of a process that has ended. */
const ended = (): number => spawnSync(process.execPath, ['-e', '0']).pid

describe('the lock', () => {
  it('is given back, whatever happens', () => {
    const lock = lockOf()
    expect(whileLocked(lock, () => existsSync(lock))).toBe(true)
    const failing = (): never =>
      whileLocked(lock, () => {
        throw new Error('within')
      })
    expect(failing).toThrow('within')
    expect(existsSync(lock)).toBe(false)
  })

  it('of a living process is waited for, then named with its owner and age', () => {
    const lock = lockOf()
    writeFileSync(lock, owner({}))
    const since = new Date(Date.now() - 65_000)
    utimesSync(lock, since, since)
    expect(() => whileLocked(lock, () => 0, 30)).toThrow(
      `locked by process ${process.pid} on ${hostname()} since 65 seconds; nothing was filed`,
    )
  })

  it('of another computer is never taken away, and said to be old when it is', () => {
    const lock = lockOf()
    writeFileSync(lock, owner({ host: 'elsewhere', pid: ended() }))
    const since = new Date(Date.now() - 200_000)
    utimesSync(lock, since, since)
    expect(() => whileLocked(lock, () => 0, 30)).toThrow('delete this file')
    expect(existsSync(lock)).toBe(true)
  })

  it.each([
    ['a process that has ended', () => owner({ pid: ended() })],
    ['an earlier process of the same number', () => owner({ began: 'boot 1' })],
  ])('of %s is taken over', (_, held) => {
    const lock = lockOf()
    writeFileSync(lock, held())
    expect(whileLocked(lock, () => 7, 5000)).toBe(7)
    expect(existsSync(lock)).toBe(false)
  })

  it('is taken over even where a process died while it took it over', () => {
    const lock = lockOf()
    writeFileSync(lock, owner({ pid: ended() }))
    writeFileSync(`${lock}.n`, owner({ pid: ended(), nonce: 'm' }))
    expect(whileLocked(lock, () => 7, 5000)).toBe(7)
  })

  it('leaves nothing of the dead behind for longer than an hour', () => {
    const made = newBook()
    const old = join(made.book.paths.locks, 'book.x.new')
    const young = join(made.book.paths.aside, 'y.part')
    for (const file of [old, young]) writeFileSync(file, '')
    const since = new Date(Date.now() - 3_700_000)
    utimesSync(old, since, since)
    fileNotes(made, 1, 2)
    expect(readdirSync(made.book.paths.locks)).toEqual([])
    expect(readdirSync(made.book.paths.aside)).toEqual(['y.part'])
  })
})

describe('the signing key', () => {
  it('is for its owner alone, and refused where others can read it', () => {
    const file = join(newFolder(), 'key.pem')
    const { fingerprint } = makeKey(file)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readKey(file).fingerprint).toBe(fingerprint)
    chmodSync(file, 0o640)
    expect(() => readKey(file)).toThrow(
      `others can read the signing key\n    run: chmod 600 ${file}`,
    )
    expect(() => makeKey(file)).toThrow('a file stands there already')
  })

  it('can be locked with a passphrase', () => {
    const file = join(newFolder(), 'key.pem')
    const { fingerprint } = makeKey(file, 'secret')
    expect(readKey(file, 'secret').fingerprint).toBe(fingerprint)
    expect(() => readKey(file)).toThrow('the key is encrypted')
    expect(() => readKey(file, 'guess')).toThrow('the key is encrypted')
  })

  it('is an Ed25519 key, or refused', () => {
    const file = join(newFolder(), 'rsa.pem')
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
    expect(() => readKey(file)).toThrow('not an Ed25519 key')
    writeFileSync(file, 'no key')
    expect(() => readKey(file)).toThrow('no private key')
  })
})

describe('filing', () => {
  it('of several entries is of all or none', () => {
    const made = newBook()
    const failing = (): unknown =>
      fileEntries(
        made.book,
        () => {
          note(made.book, 'first')
          throw new Error('changed my mind')
        },
        made.filing,
      )
    expect(failing).toThrow('changed my mind')
    expect(entriesIn(made.book)).toHaveLength(1)
    fileEntries(made.book, () => [note(made.book, 'a'), note(made.book, 'b')], made.filing)
    expect(entriesIn(made.book).map(({ seq }) => seq)).toEqual([0, 1, 2])
  })
})
