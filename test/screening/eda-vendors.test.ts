import { describe, expect, it } from 'vitest'
import { entry, matches } from './lists.ts'

/** The entries that a name is or may be, as the bands that a person sees; weaker likenesses are no hit. */
const hits = (name: string): ReturnType<typeof entry>[] =>
  matches(name)
    .filter(({ band }) => band === 'exact' || band === 'strong' || band === 'review')
    .map((match) => entry(match.entry))
const onEntityList = (name: string): ReturnType<typeof entry>[] =>
  hits(name).filter(({ list }) => list === 'EL')

describe('makers of design software in China and their kin', () => {
  it.each([
    ['Beijing Huada Jiutian Technology Co., Ltd.', 'Beijing Huada Jiutian Technology Co., Ltd.'],
    ['Empyrean', 'Beijing Huada Jiutian Technology Co., Ltd.'],
    ['北京华大九天科技股份有限公司', 'Beijing Huada Jiutian Technology Co., Ltd.'],
    ['Chengdu Huada Jiutian', 'Chengdu Huada Jiutianke Technology Co., Ltd.'],
    ['Guangzhou Huada Jiutian', 'Guangzhou Huada Jiutian Technology Co., Ltd.'],
    ['Nanjing Huada Jiutian', 'Nanjing Huada Jiutianke Technology Co., Ltd.'],
    ['Shanghai Huada Jiutian', 'Shanghai Huada Jiutian Information Technology Co., Ltd.'],
    ['Shenzhen Huada Jiutian', 'Shenzhen Huada Jiutianke Technology Co., Ltd.'],
    ["Xi'an Huada Jiutian", "Xi'an Huada Jiutian Technology Co., Ltd."],
    ['Empyrean Korea', 'Empyrean Korea'],
    ['Guowei Group', 'Guowei Group (Shenzhen) Co., Ltd.'],
    ['GWX', 'Shenzhen Guoweichip Technology Co., Ltd.'],
    ['SMIT Xintech', 'Shenzhen Guoweichip Technology Co., Ltd.'],
    ['Beijing Guowei Integration', 'Beijing Guowei Integration Technology Co., Ltd.'],
    ['Shenzhen Guowei Hongbo', 'Shenzhen Guowei Hongbo Technology Co., Ltd.'],
    ['Shenzhen Guowei Sensing', 'Shenzhen Guowei Sensing Technology Co., Ltd.'],
    ['Central South CAD Center', 'National University of Defense Technology (NUDT)'],
    ['CSCC', 'National University of Defense Technology (NUDT)'],
    ['Phytium', 'Tianjin Phytium Information Technology'],
    ['SiCarrier', 'Shenzhen SiCarrier Technologies Co., Ltd.'],
  ])('%s is on the Entity List as %s', (name, listed) => {
    expect(onEntityList(name).map((one) => one.name)).toContain(listed)
  })

  it('finds BGI Jiutian at the maker of design software and not at the genomics company', () => {
    expect(hits('BGI Jiutian').map((one) => one.name)).toEqual([
      'Beijing Huada Jiutian Technology Co., Ltd.',
    ])
    expect(hits('BGI Research').map((one) => one.name)).toEqual(['BGI Research'])
  })

  it.each([
    'Primarius Technologies',
    'Semitronix',
    'UniVista Industrial Software',
    'X-Epic',
    'Xpeedic',
  ])('%s was not found on any list', (name) => {
    expect(hits(name).map((one) => one.name)).toEqual([])
  })

  it('carries Footnote 4 of the university that bought under an alias', () => {
    const [university] = onEntityList('CSCC')
    expect(university?.footnotes).toContain(4)
  })
})

describe('Footnote 5', () => {
  it.each([
    ["Si'En Qingdao Co. Ltd.", [5]],
    ['Semiconductor Manufacturing South China Corporation', [5]],
    ['SwaySure Technology', [5]],
    ['Semiconductor Manufacturing International (Shenzhen) Corporation', []],
    ['Semiconductor Manufacturing International (Tianjin) Corporation', []],
    ['Beijing Huada Jiutian Technology Co., Ltd.', []],
  ])('of %s: %j', (name, footnotes) => {
    expect(onEntityList(name)[0]?.footnotes).toEqual(footnotes)
  })

  it('is carried by the others of the list too', () => {
    const names = [
      'Institute of Microelectronics of the Chinese Academy of Sciences',
      'Shenzhen Pengxinxu Technology Co., Ltd.',
      'Zhangjiang Laboratory',
      'Fujian Jinhua Integrated Circuit Company',
      'PXW Semiconductor',
      'Wuhan Xinxin Semiconductor Manufacturing Co.',
      'SMIC Northern',
    ]
    const found = names.map((name) => onEntityList(name).some((one) => one.footnotes.includes(5)))
    expect(found).toEqual(names.map(() => true))
  })
})
