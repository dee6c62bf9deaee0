import { describe, expect, it } from 'vitest'
import { cclOf, entryOf } from '../../src/ccl/lookup.ts'
import { ccl, entries } from './read-ccl.ts'

describe('the lookup of an ECCN', () => {
  it('splits an entry from its paragraph', () => {
    expect(entryOf(ccl, '3B001.c.1.a')).toMatchObject({
      entry: { eccn: '3B001' },
      paragraph: 'c.1.a',
      paragraphStatus: 'listed',
    })
    expect(entryOf(ccl, ' 3a090 ')).toMatchObject({ paragraph: null, paragraphStatus: 'none' })
    expect(entryOf(ccl, '3b001 q')).toMatchObject({ paragraph: 'q', paragraphStatus: 'listed' })
  })

  it('says when an entry is not known to have a paragraph', () => {
    expect(entryOf(ccl, '3B001.s')).toMatchObject({ paragraphStatus: 'unlisted' })
    expect(entryOf(ccl, '3B001.a.9')).toMatchObject({ paragraphStatus: 'unlisted' })
    expect(entryOf(ccl, '3B001.a.4.b')).toMatchObject({ paragraphStatus: 'listed' })
    expect(entryOf(ccl, '6A003.b.4')).toMatchObject({ paragraphStatus: 'unchecked' })
    expect(entryOf(ccl, '3B001.c(1)')).toMatchObject({ paragraphStatus: 'unlisted' })
  })

  it('knows EAR99, which is no entry', () => {
    expect(entryOf(ccl, 'EAR99')).toEqual({ ear99: true })
    expect(entryOf(ccl, 'ear 99')).toEqual({ ear99: true })
  })

  it('suggests the nearest entries and never takes one', () => {
    expect(entryOf(ccl, '3A009')).toMatchObject({ unknown: '3A009' })
    const found = entryOf(ccl, '3AO90')
    expect('unknown' in found && found.suggestions).toContain('3A090')
    expect(entryOf(ccl, 'a graphics card')).toMatchObject({ suggestions: [] })
  })

  it('refuses two entries of one ECCN', () => {
    expect(() => cclOf([entries[0]!, entries[0]!])).toThrow('two entries')
  })
})
