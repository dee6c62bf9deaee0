import fc from 'fast-check'
import { entry, file } from './lists.ts'

const count = file.entries.starts.length - 1
const listed = fc.integer({ min: 0, max: count - 1 }).map((at) => entry(at))

/** A listed name, or one of its aliases, as a slip of the pen, another order or other words change it. */
export const changed = fc
  .tuple(
    listed,
    fc.nat(),
    fc.array(
      fc.tuple(
        fc.constantFrom('drop', 'add', 'swap', 'cut', 'turn', 'join', 'more'),
        fc.nat(),
        listed,
      ),
      { maxLength: 4 },
    ),
  )
  .map(([{ name, aliases }, which, changes]) => {
    const names = [name, ...aliases]
    let text = names[which % names.length]!
    if (text === '') return name
    for (const [how, where, { name: other }] of changes) {
      const at = where % Math.max(1, text.length)
      const words = text.split(' ')
      const [head, tail] = [text.slice(0, at), text.slice(at + 1)]
      if (how === 'drop') text = head + tail
      if (how === 'add') text = head + other[where % other.length]! + text.slice(at)
      if (how === 'swap') text = head + (tail[0] ?? '') + (text[at] ?? '') + tail.slice(1)
      if (how === 'cut') text = words.toSpliced(where % words.length, 1).join(' ') || text
      if (how === 'turn') text = [...words.slice(1), words[0]].join(' ')
      if (how === 'join') text = text.replace(' ', '')
      if (how === 'more') text += ` ${other.split(' ')[where % other.split(' ').length]!}`
    }
    return text
  })

/** Words that no list has, from syllables, with a trade and a legal form, as most names of a batch are. */
const syllable = fc.constantFrom(
  ...'al be cor da en fi gra ho ir ka lo mel na or po qui ri sa to u ven zo'.split(' '),
)
export const madeUp = fc
  .tuple(
    fc.array(fc.array(syllable, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 }),
    fc.constantFrom(
      'Systems',
      'Trading',
      'Electronics',
      'Bank',
      'University',
      'J',
      'of Hong Kong',
      '',
    ),
    fc.constantFrom(' Co., Ltd.', ' GmbH', ' Sdn Bhd', ' OOO', ' Ltdd', ''),
  )
  .map(([words, trade, form]) => `${words.map((word) => word.join('')).join(' ')} ${trade}${form}`)

/** Names in other scripts, several parties in one line, groups by their letters, digits for letters, words cut. */
const READ_OTHERWISE = [
  '华为技术有限公司',
  '浪潮电子信息产业股份有限公司',
  '삼성전자 주식회사',
  'トヨタ自動車株式会社',
  'ООО Ростех Микрон',
  'شركة سفير الطيران',
  'ไทยพาณิชย์ Bank',
  'Pan Ocean Trading c/o Inspur Group Co., Ltd.',
  'SMIC',
  'C E T C 38',
  'China Electronics Technology Group Corporation 38th Institute',
  '5tate Hermitage Electr0nics',
  'interelectronsystems ltd',
  'Inter Electron Systems',
  'J. R. Smith',
  'A B C',
  'joint stok company Mikron',
  'The Company of the Group',
]
export const otherwise = fc
  .tuple(fc.constantFrom(...READ_OTHERWISE), fc.constantFrom('', ' Trading', ' Ltd', ' Bezen'))
  .map((parts) => parts.join(''))
