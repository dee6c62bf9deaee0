import { describe, expect, it } from 'vitest'
import { statusOf } from '../../src/ccl/lookup.ts'
import { files } from '../tables/read-tables.ts'
import { categories, ccl, entries, footnotes, questions, scopesOf } from './read-ccl.ts'

/** Entries that the snapshot ran together with their neighbors, and those that others name. */
const SEPARATED = ['0D614', '2B352', '3D006', '3E002', '8D001']
const NAMED_ONLY = ['0A018', '1C012', '3A004', '3B003', '3C007', '3C008', '3C009']

describe('the entries of the Commerce Control List', () => {
  it('are the 633 of the snapshot, five separated by hand and seven that others name', () => {
    expect(entries).toHaveLength(633 + SEPARATED.length + NAMED_ONLY.length)
    expect(ccl.byEccn.size).toBe(entries.length)
    for (const eccn of [...SEPARATED, ...NAMED_ONLY]) expect(ccl.byEccn.has(eccn)).toBe(true)
  })

  it('stand in the file of their category, in order', () => {
    for (const { name, entries: rows } of categories) {
      const eccns = rows.map(({ eccn }) => eccn)
      expect(eccns.every((eccn) => name === `category-${eccn[0]}.yaml`)).toBe(true)
      expect(eccns).toEqual(eccns.toSorted())
    }
  })

  it('have a control or a reason for a person to look, never neither', () => {
    const empty = entries.filter((row) => row.controls.length === 0 && row.review === undefined)
    expect(empty).toEqual([])
  })

  it('name only chart columns and tables that exist, each under its own reason', () => {
    const ids = new Set(files.flatMap(({ tables }) => tables.map(({ id }) => id)))
    for (const { eccn, controls } of entries) {
      for (const line of controls) {
        if ('column' in line) {
          expect(ids.has(`chart-${line.column}`), `${eccn} ${line.column}`).toBe(true)
          expect(line.column.startsWith(line.reason), `${eccn} ${line.column}`).toBe(true)
        }
        if ('destination' in line && typeof line.destination === 'object') {
          const named = 'tables' in line.destination ? line.destination.tables : []
          expect(named.filter((id) => !ids.has(id))).toEqual([])
        }
      }
    }
  })

  it('name only paragraphs that they have, where their paragraphs were read', () => {
    for (const row of entries) {
      for (const scope of scopesOf(row)) {
        if (scope === 'entire') continue
        const places = [...(scope.paragraphs ?? []), ...(scope.except ?? [])]
        const missing = places.filter((place) => statusOf(row, place) === 'unlisted')
        expect(missing, row.eccn).toEqual([])
        expect(new Set(places).size, row.eccn).toBe(places.length)
      }
    }
  })

  it('ask only questions that have words, and every question is asked', () => {
    const asked = new Set(
      entries.flatMap(scopesOf).flatMap((scope) => {
        if (scope === 'entire') return []
        return [scope.when, scope.unless].filter((id) => id !== undefined)
      }),
    )
    asked.add('footnote-5-party')
    expect([...asked].toSorted()).toEqual(questions.map(({ id }) => id).toSorted())
  })

  it('are for entries that exist', () => {
    const known = (reference: string): boolean =>
      reference.length === 2 || ccl.byEccn.has(reference.slice(0, 5))
    for (const { eccn, ...row } of entries) {
      for (const scope of scopesOf({ eccn, ...row })) {
        if (scope === 'entire') continue
        const references = [...(scope.for ?? []), ...(scope.forExcept ?? [])]
        expect(
          references.filter((reference) => !known(reference)),
          eccn,
        ).toEqual([])
      }
    }
  })

  it('of categories 3, 4 and 5 leave three controls in prose', () => {
    const prose = entries
      .filter(({ eccn }) => /^[345]/.test(eccn))
      .flatMap(({ eccn, controls }) =>
        controls.flatMap(({ scope }) =>
          scope !== 'entire' && scope.prose !== undefined ? [eccn] : [],
        ),
      )
    expect(prose).toEqual(['3D001', '3E001', '4A001'])
  })

  it('has footnotes for entries that exist', () => {
    const items = footnotes.flatMap((note) => (note.items === 'all' ? [] : note.items))
    expect(items.length).toBeGreaterThan(10)
    expect(items.filter(({ eccn }) => !ccl.byEccn.has(eccn))).toEqual([])
  })
})
