import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { Fault } from '../../src/errors.ts'
import { bundle } from '../../src/rules/build.ts'
import { loadEngine } from '../../src/rules/load.ts'
import { readPack } from '../../src/rules/read.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'licet-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const packOf = (rules: string): ReturnType<typeof bundle> => {
  const read = readPack(rules)
  if (!read.ok) throw new Error('the pack does not read')
  return bundle(read.value.pack)
}

describe('the bundle of a pack', () => {
  it('is canonical JSON: the order of keys and spaces do not change its digest', () => {
    const one = bundle({ b: { d: null, c: 1.5 }, a: [1, 'x'] })
    const other = bundle({ a: [1, 'x'], b: { c: 1.5, d: null } })
    expect(one).toEqual({
      text: '{"a":[1,"x"],"b":{"c":1.5,"d":null}}',
      sha256: '2ec1bb7f7dda27971431cdc90de5d4617222fddca13b7624d3f98ca967d413ae',
    })
    expect(one).toEqual(other)
    expect(bundle({ a: ['x', 1], b: { c: 1.5, d: null } }).sha256).not.toBe(one.sha256)
  })

  it('is the same bytes each time that the rules are read', () => {
    expect(packOf('rules')).toEqual(inject('rules'))
  })

  it('has the digest that an engine names', () => {
    const { text, sha256 } = inject('rules')
    const file = join(folder, 'pack.json')
    writeFileSync(file, text)
    expect(loadEngine(file).sha256).toBe(sha256)
  })

  it('loads in a fraction of a second', () => {
    const file = join(folder, 'timed.json')
    writeFileSync(file, inject('rules').text)
    const times = Array.from({ length: 7 }, () => {
      const start = performance.now()
      loadEngine(file)
      return performance.now() - start
    }).sort((a, b) => a - b)
    // The promise is 100 ms; the bound allows for a busy machine.
    expect(times[3]).toBeLessThan(300)
  })

  it.each([
    ['missing.json', undefined, 'there is no rule pack'],
    ['damaged.json', '{"id": "2026', 'the rule pack is damaged'],
  ])('is stale data where it is %s', (name, text, message) => {
    const file = join(folder, name)
    if (text !== undefined) writeFileSync(file, text)
    const load = (): unknown => loadEngine(file)
    expect(load).toThrow(Fault)
    expect(load).toThrow(message)
    try {
      load()
    } catch (fault) {
      expect((fault as Fault).exit).toBe(3)
    }
  })
})
