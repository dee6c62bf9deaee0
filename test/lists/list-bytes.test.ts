import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { listBytes, listText } from '../../src/lists/list-bytes.ts'
import { entry, file } from '../screening/lists.ts'

const sha256 = (bytes: string | Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex')

describe('the bytes of a list', () => {
  it.each(file.meta.lists.map(({ code, sha256: digest, entries }) => [code, digest, entries]))(
    'are those by whose digest an answer names %s',
    (_, digest, entries) => {
      const bytes = listBytes(file, digest)!
      expect(sha256(bytes)).toBe(digest)
      expect(Buffer.from(bytes).toString('utf8').split('\n')).toHaveLength(entries)
    },
  )

  it('are those of no list for another digest', () => {
    expect(listBytes(file, sha256('another list'))).toBeUndefined()
  })

  it('are the same in whatever order the entries were read, and others for another entry', () => {
    const [one, two] = [entry(0), entry(1)]
    expect(listText([one, two])).toBe(listText([two, one]))
    expect(listText([one])).not.toBe(listText([{ ...one, name: `${one.name}.` }]))
  })
})
