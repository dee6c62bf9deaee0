import { describe, expect, test } from 'vitest'
import { hasOtherScript, plain, unaccented, unmasked } from '../../src/screening/fold.ts'

describe('plain', () => {
  test('takes out what nobody sees', () => {
    expect(plain('Hua\u200bwei\u202e \ufeffTech')).toBe('huawei tech')
  })
  test('unfolds full-width letters and ligatures', () => {
    expect(plain('ＨＵＡＷＥＩ ﬁber')).toBe('huawei fiber')
  })
  test('drops emoji and keeps digits', () => {
    expect(plain('Panda 🐼 701').replace(/\s+/g, ' ')).toBe('panda 701')
  })
})

describe('unmasked', () => {
  test('puts right letters that pose as Latin ones', () => {
    // The а and е are Cyrillic.
    expect(unmasked('huаwеi technologies')).toBe('huawei technologies')
  })
  test('puts right a whole word of look-alikes in a Latin name', () => {
    expect(unmasked('сосо trading')).toBe('coco trading')
  })
  test('leaves a name in Cyrillic alone', () => {
    expect(unmasked('газпром нефть')).toBe('газпром нефть')
  })
})

test('accents and letters of their own become plain ones', () => {
  expect(unaccented('ülkü straße łódź øresund ılgaz')).toBe('ulku strasse lodz oresund ilgaz')
})

test.each([
  ['Siemens', false],
  ['Škoda', false],
  ['华为', true],
  ['Газпром', true],
  ['محمد', true],
])('whether %s has another script: %s', (name, expected) => {
  expect(hasOtherScript(name)).toBe(expected)
})
