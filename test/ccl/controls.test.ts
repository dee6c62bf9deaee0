import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { controlsOn, type Control, type Facts } from '../../src/ccl/controls.ts'
import { entries, named } from './read-ccl.ts'

const on = (text: string, facts: Facts = {}): Control[] => {
  const { entry, paragraph } = named(text)
  return controlsOn(entry, paragraph, facts)
}
const short = (text: string, facts?: Facts): string[] =>
  on(text, facts).map(({ reason, where, verdict }) => {
    const place =
      'column' in where
        ? where.column
        : 'see' in where
          ? where.see
          : JSON.stringify(where.destination)
    return `${reason} ${place} ${verdict}`
  })
const applying = (text: string, facts?: Facts): string[] =>
  short(text, facts).filter((line) => line.endsWith(' applies'))

describe('the controls of an entry', () => {
  it('of 3B001 differ by paragraph', () => {
    expect(applying('3B001.a.2')).toEqual(['NS NS2 applies', 'AT AT1 applies'])
    expect(applying('3B001.f.1.b')).toEqual([
      'NS "macau-or-d5" applies',
      'RS "macau-or-d5" applies',
      'AT AT1 applies',
    ])
    expect(applying('3B001.q')).toEqual([
      'NS "worldwide" applies',
      'RS "worldwide" applies',
      'AT AT1 applies',
    ])
  })

  it('of a bare 3B001 are open but for AT', () => {
    const verdicts = on('3B001').map(({ verdict }) => verdict)
    expect(verdicts).toEqual([...Array<string>(5).fill('may-apply'), 'applies'])
  })

  it('of 3B001.c are open where only a paragraph below it is named', () => {
    expect(short('3B001.c')).toContain('NS "worldwide" may-apply')
    expect(short('3B001.c.1.b')).toContain('NS "worldwide" no')
  })

  it('of a paragraph that an entry does not have are those of the bare entry', () => {
    expect(short('3B001.s')).toEqual(short('3B001'))
  })

  it('of 3D005 and 3D006 are their own', () => {
    expect(short('3D005')).toEqual(['NS NS1 applies', 'AT AT1 applies'])
    expect(short('3D006')).toEqual(['NS NS2 applies', 'AT AT1 applies'])
    expect(short('3E002')).toEqual(['NS NS1 applies', 'AT AT1 applies'])
  })

  it('of 3A001.b.2 turn on the civil telecommunications use', () => {
    expect(short('3A001.b.2')[0]).toBe('NS NS1 may-apply')
    expect(on('3A001.b.2')[0]!.questions).toEqual(['civil-telecommunications'])
    const civil = { answers: new Map([['civil-telecommunications', 'yes' as const]]) }
    const other = { answers: new Map([['civil-telecommunications', 'no' as const]]) }
    expect(short('3A001.b.2', civil)[0]).toBe('NS NS1 no')
    expect(short('3A001.b.2', other)[0]).toBe('NS NS1 applies')
  })

  it('of software turn on what it is for', () => {
    expect(applying('3D001')).toEqual(['AT AT1 applies'])
    expect(applying('3D001', { relatedTo: ['3A090.c'] })).toEqual([
      'RS "macau-or-d5" applies',
      'AT AT1 applies',
    ])
    expect(applying('3D001', { relatedTo: ['3B001.a.4'] })).toEqual(['AT AT1 applies'])
    expect(applying('3D001', { relatedTo: ['3B001.a.1'] })).toContain('NS NS1 applies')
    expect(short('3D001', { relatedTo: ['3B001'] })).toContain('NS NS1 may-apply')
  })

  it('of technology for 3A090.a follow the table of 3E001, not the worldwide line', () => {
    const lines = applying('3E001', { relatedTo: ['3A090.a'] })
    expect(lines).toEqual(['RS "advanced-computing" applies', 'AT AT1 applies'])
  })

  it('of 3A090 are destinations, not chart cells', () => {
    expect(applying('3A090.a')).toEqual(['RS "worldwide" applies', 'AT AT1 applies'])
    expect(applying('3A090.b')).toEqual(['RS "advanced-computing" applies', 'AT AT1 applies'])
    expect(applying('3A090.c')).toEqual(['RS "macau-or-d5" applies', 'AT AT1 applies'])
  })

  it('of 1C350 are read out of its one merged cell and its notes', () => {
    expect(short('1C350.b')).toEqual([
      'CB CB2 applies',
      'CW {"countries":["EG","IL","KP","SS"]} applies',
      'CW 15 CFR 742.18 applies',
      'AT {"tables":["E:1"]} applies',
      'review 15 CFR 774 Supp. 1 may-apply',
    ])
  })

  it('of 0E982 and of the items of 738.3(a)(1) name no column of the chart', () => {
    expect(short('0E982')).toEqual(['CC {"except":["CA"]} applies'])
    for (const text of ['0A983', '5A980', '5D980', '5E980']) {
      expect(short(text)[0], text).toMatch(/^(CC|SL) "worldwide" applies$/)
    }
    expect(applying('5A001.f.1')).toEqual([
      'NS NS2 applies',
      'SL "worldwide" applies',
      'AT AT1 applies',
    ])
  })

  it('of 2E003 are two: its second table is not about licenses', () => {
    expect(short('2E003')).toEqual(['NS NS1 applies', 'AT AT1 applies'])
  })

  it('of 3B993 turn on a footnote 5 party, not on the destination', () => {
    expect(short('3B993')[0]).toBe('RS "footnote-5-party" applies')
  })

  it('of encryption items hold everywhere but in Canada', () => {
    expect(short('5A002')).toContain('EI {"except":["CA"]} applies')
  })

  it('before the first day of a text are open', () => {
    expect(short('3A090.c', { day: '2024-12-01' })[2]).toBe('RS "macau-or-d5" may-apply')
    expect(short('3A090.c', { day: '2024-12-02' })[2]).toBe('RS "macau-or-d5" applies')
    expect(applying('4E091', { day: '2025-01-12' })).toEqual([])
  })

  it('carry their citation', () => {
    expect(on('3B001.a.4')[3]!.citation).toBe('15 CFR 774 Supp. 1, ECCN 3B001; 15 CFR 742.4(a)(4)')
    expect(on('3D003')[0]!.citation).toBe('15 CFR 774 Supp. 1, ECCN 3D003; 15 CFR 738 Supp. 1')
  })

  it('are never a no for the bare entry where they apply to a paragraph', () => {
    const places = entries.flatMap((entry) =>
      entry.controls.flatMap(({ scope }) => {
        const listed =
          scope === 'entire' ? [] : [...(scope.paragraphs ?? []), ...(scope.except ?? [])]
        return [...listed, ...(entry.paragraphs ?? ['a', 'x', 'y'])].map((paragraph) => ({
          entry,
          paragraph,
        }))
      }),
    )
    const related = fc.constantFrom(undefined, ['3A090.a'], ['3B001.q'], ['3B001'], ['4A003.z.1.a'])
    fc.assert(
      fc.property(fc.constantFrom(...places), related, ({ entry, paragraph }, relatedTo) => {
        const facts = relatedTo === undefined ? {} : { relatedTo }
        const bare = controlsOn(entry, null, facts)
        controlsOn(entry, paragraph, facts).forEach(({ verdict }, index) => {
          if (verdict === 'applies') expect(bare[index]!.verdict).not.toBe('no')
        })
      }),
      { numRuns: 2000, seed: 774 },
    )
  })
})
