import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { describe, expect, it } from 'vitest'
import { listBytes, listText } from '../../src/lists/list-bytes.ts'
import { digestAt } from '../../src/screening/entries.ts'
import type { ListEntry } from '../../src/screening/list-entry.ts'
import { entry, file } from '../screening/lists.ts'

const textOf = (i: number): string => {
  const { starts, bytes } = file.entries
  return Buffer.from(bytes.subarray(starts[i], starts[i + 1])).toString('utf8')
}

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

  it('are canonical JSON, and what the index holds of each entry is hashed as it lies', () => {
    for (let i = 0; i + 1 < file.entries.starts.length; i++) {
      const text = textOf(i)
      expect(text).toBe(canonicalize(JSON.parse(text)))
      expect(digestAt(file.entries, i)).toBe(sha256(text))
    }
  })

  it('keep everything that a list can say of an entry', () => {
    const whole: Required<ListEntry> = {
      ...entry(0),
      type: 'Vessel',
      entityNumber: '7',
      addresses: [{ text: '1 Road', country: 'CN' }, { text: '2 Road' }, { country: 'RU' }],
      federalRegisterNotice: '1 FR 1',
      startDate: '2026-01-01',
      endDate: '2027-01-01',
      standardOrder: 'Y',
      licenseRequirement: 'all items',
      licensePolicy: 'denial',
      title: 'Dr.',
      remarks: '“x”\n',
      vessel: { owner: 'A', callSign: 'B' },
      datesOfBirth: ['1970'],
      placesOfBirth: ['Tver'],
      nationalities: ['RU'],
      citizenships: ['RU'],
      ids: ['P1'],
      sourceUrl: 'https://a.example',
      informationUrl: 'https://b.example',
    }
    expect(listText([whole])).toBe(canonicalize(whole))
  })

  it('are the same in whatever order the entries were read, and others for another entry', () => {
    const [one, two] = [entry(0), entry(1)]
    expect(listText([one, two])).toBe(listText([two, one]))
    expect(listText([one])).not.toBe(listText([{ ...one, name: `${one.name}.` }]))
  })
})
