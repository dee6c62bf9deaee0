import { describe, expect, test } from 'vitest'
import { best, entry, file, matches, screener } from './lists.ts'
import { textAt } from '../../src/screening/name-index.ts'

const top = (name: string): { text: string; band: string | undefined; score: number } => {
  const [match] = matches(name)
  return { text: match?.text ?? '', band: match?.band, score: match?.score ?? 0 }
}

describe('a name as it stands', () => {
  test('every fiftieth listed name and alias finds its own entry, as exact or among the same names', () => {
    const { names } = file
    const missed: string[] = []
    for (let at = 0; at < names.entryOf.length; at += 50) {
      if (names.kindOf[at] === 2) continue
      const text = textAt(names.names, at)
      const found = matches(text, 50)
      const own = found.find(({ entry: one }) => one === names.entryOf[at])
      const others = found.filter(({ band }) => band === 'exact')
      // A name that very many entries have in common (`MUHAMMAD`) may be full of others as exact.
      if (own?.band !== 'exact' && others.length < 50) missed.push(text)
    }
    expect(missed.filter((text) => !saysNothing(text))).toEqual([])
  })
})

const saysNothing = (text: string): boolean =>
  screener.screen({ name: text }).notComparable.some(({ why }) => why === 'says-nothing')

describe('what people do to names', () => {
  test.each([
    ['Inspur Electronic Info. Industry', 'Inspur Electronic Information Industry Co., Ltd.'],
    ['Huawei Technlogies', 'Huawei Technologies Co., Ltd.'],
    ['Technologies Huawei', 'Huawei Technologies Co., Ltd.'],
    ['Hua Wei Technologies Co Ltd', 'Huawei Technologies Co., Ltd.'],
    ['HuaweiTechnologies', 'Huawei Technologies Co., Ltd.'],
    ['Semiconductor Mfg Intl Corp', 'Semiconductor Manufacturing International Corporation'],
    ['OOO Gazprom Nedra', 'LIMITED LIABILITY COMPANY GAZPROM NEDRA'],
    ['Fiber Home Technologies', 'FiberHome Technologies Group'],
    ['Mokom, Maxime', 'MOKOM, Maxime'],
    ['NUDT', 'National University of Defense Technology (NUDT)'],
  ])('%s', (query, listed) => {
    const names = matches(query).map(({ entry: at, text }) => [entry(at).name, text])
    expect(names.flat().map((name) => name.toLowerCase())).toContain(listed.toLowerCase())
    expect(matches(query)[0]!.score).toBeGreaterThan(60)
  })

  test('letters that pose as Latin ones change nothing', () => {
    // а, е and о are Cyrillic.
    expect(top('Huаwеi Technоlоgies').text).toBe(top('Huawei Technologies').text)
    expect(top('Huаwеi Technоlоgies').score).toBe(top('Huawei Technologies').score)
  })
})

describe('other scripts', () => {
  test.each([
    ['华为技术有限公司', /huawei technologies/i],
    ['華為技術有限公司', /huawei technologies/i],
    ['浪潮集团有限公司', /inspur group/i],
    ['中国电子科技集团公司第三十八研究所', /china electronics technology group corporation/i],
    ['北京航空航天大学', /beihang|beijing university of aeronautics/i],
    ['国防科技大学', /national university of defense technology/i],
    ['정찰총국', /reconnaissance general bureau/i],
    ['조선광업개발무역회사', /korea mining development trading/i],
    ['ПАО «Газпром нефть»', /gazprom neft/i],
    ['Рособоронэкспорт', /rosoboronexport/i],
    ['Владимир Путин', /putin/i],
    ['سازمان صنایع دفاع', /defense industries organization/i],
    ['بشار الأسد', /as(?:s)?ad, bashar/i],
    ['ガスプロム', /gazprom/i],
  ])('%s', (query, listed) => {
    expect(best(query).some((name) => listed.test(name))).toBe(true)
  })

  test('the reading that won is named', () => {
    const [match] = matches('商汤科技')
    expect(match!.form).toMatchObject({ how: 'translated', script: 'Han', text: 'sensetime' })
  })

  test('a script that is not read is a question, never a clear and never a certain hit', () => {
    const { notComparable, matches: found } = screener.screen({ name: 'ไทยเบฟเวอเรจ' })
    expect(notComparable).toEqual([{ why: 'script', script: 'Thai' }])
    expect(found.every(({ band }) => band !== 'exact')).toBe(true)
  })

  test('two different names in one script do not match for that', () => {
    expect(matches('Аэрофлот бонус кафе').filter(({ score }) => score >= 60)).toEqual([])
  })
})

describe('who is somebody else', () => {
  test.each([
    ['Delta Air Lines, Inc.', 'DENA AIRLINES'],
    ['Siemens AG', ''],
    ['Apple Inc.', ''],
    ['Phoenix Contact GmbH & Co. KG', 'Phytium'],
    ['Smick Lumber Company', 'SMIC'],
    ['Mega Image SRL', 'Megvii'],
    ['Sensata Technologies, Inc.', 'Sensetime'],
    ['Skyline Champion Corporation', 'Skyverse'],
  ])('%s is not alerted', (query) => {
    expect(
      matches(query)
        .filter(({ score }) => score >= 60)
        .map(({ text }) => text),
    ).toEqual([])
  })

  test('numbered institutes are different parties', () => {
    const score = (name: string): number =>
      matches(name, 50).find(({ text }) =>
        text.startsWith('China Electronics Technology Group Corporation 38th'),
      )?.score ?? 0
    const own = score('China Electronics Technology Group Corporation No. 38 Research Institute')
    expect(own).toBeGreaterThan(90)
    expect(
      score('China Electronics Technology Group Corporation No. 39 Research Institute'),
    ).toBeLessThan(60)
  })

  test('a branch elsewhere is weaker than the company itself', () => {
    const found = matches('Inspur Electronic Information Industry', 5)
    expect(found[0]!.text).toBe('Inspur Electronic Information Industry Co., Ltd.')
    expect(found[1]!.score).toBeLessThan(found[0]!.score)
  })
})

describe('names that say nothing', () => {
  test.each(['', '   ', '!!!', '🙂🙂'])('%j has no letters', (name) => {
    expect(screener.screen({ name }).notComparable).toEqual([{ why: 'no-letters' }])
  })
  test('a legal form alone is a question', () => {
    expect(screener.screen({ name: 'Co., Ltd.' }).notComparable).toEqual([{ why: 'says-nothing' }])
  })
})
