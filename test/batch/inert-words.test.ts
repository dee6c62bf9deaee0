import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inertIn, rarely, slipsIn } from '../../src/batch/inert-words.ts'
import { joinsWith } from '../../src/batch/joined-words.ts'
import { looseIn, LOOSEST } from '../../src/batch/loose-words.ts'
import { buildIndex } from '../../src/screening/build-index.ts'
import { formsOf } from '../../src/screening/forms.ts'
import { kinOf } from '../../src/screening/kin.ts'
import { lexiconOf } from '../../src/screening/lexicon.ts'
import { looseLikeness } from '../../src/screening/loose.ts'
import { mayJoin } from '../../src/screening/may-join.ts'
import { queryOf } from '../../src/screening/query.ts'
import { searcherOf } from '../../src/screening/searcher.ts'
import { wordsOfAll } from '../../src/screening/words-of.ts'
import { holds } from '../properties/seeded.ts'
import { entry, file } from '../screening/lists.ts'

const count = file.entries.starts.length - 1
const NAMES = Array.from({ length: 300 }, (_, i) => entry(i * 79).name)
const small = searcherOf(
  buildIndex(
    NAMES.map((text, at) => ({ entry: at, text, kind: 'name' })),
    lexiconOf(file.meta.tables),
  ),
  lexiconOf(file.meta.tables),
)
const loose = looseIn(small)
const isSlip = slipsIn(small)
const isInert = inertIn(small, loose, isSlip)
const joins = joinsWith(small)

/** Names of these lists or of others, with slips of the pen, words written as one or apart. */
const name = fc
  .tuple(
    fc.oneof(
      fc.constantFrom(...NAMES),
      fc.nat(count - 1).map((at) => entry(at).name),
    ),
    fc.array(fc.tuple(fc.constantFrom('drop', 'add', 'swap', 'join', 'part'), fc.nat()), {
      maxLength: 4,
    }),
  )
  .map(([text, changes]) =>
    changes.reduce((changed, [how, where]) => {
      const at = where % Math.max(1, changed.length)
      const [head, tail] = [changed.slice(0, at), changed.slice(at + 1)]
      if (how === 'drop') return head + tail
      if (how === 'add') return `${head}${'aeksz'[where % 5]}${changed.slice(at)}`
      if (how === 'swap') return `${head}${tail[0] ?? ''}${changed[at] ?? ''}${tail.slice(1)}`
      return how === 'join' ? changed.replace(' ', '') : `${head} ${changed.slice(at)}`
    }, text),
  )

describe('words told at a glance', () => {
  it('are inert only where they are like no word of the names', () => {
    let inert = 0
    holds(
      'inert',
      fc.property(name, (text) => {
        for (const token of formsOf(text, small, undefined).forms.flatMap(({ tokens }) => tokens)) {
          if (!isInert(token)) continue
          inert += 1
          const { likeness, legal } = kinOf(small, token)
          expect([token.text, [...likeness.keys()], legal]).toEqual([token.text, [], false])
          const all = [...small.words.keys()].filter(
            (id) => looseLikeness(small, token, id, LOOSEST) !== undefined,
          )
          expect([token.text, ...all]).toEqual([token.text])
        }
      }),
      1500,
    )
    expect(inert).toBeGreaterThan(500)
  }, 120_000)

  it('are meant for a common word only where that is looked for', () => {
    const { meantBy } = rarely(small, isSlip)
    const own = new Set(small.words)
    let found = 0
    holds(
      'slips',
      fc.property(name, (text) => {
        for (const word of text.toLowerCase().split(' ')) {
          const meant = small.common
            .meantBy(word)
            .filter(({ as, kind }) => kind === 'legal' || own.has(as))
          if (meant.length === 0) continue
          found += 1
          expect(meantBy(word)).toEqual(small.common.meantBy(word))
        }
      }),
      1500,
    )
    expect(found).toBeGreaterThan(50)
  }, 120_000)

  it('are joined to no word of the names unless they are found to be', () => {
    let joined = 0
    holds(
      'joins',
      fc.property(name, (text) => {
        for (const { tokens } of formsOf(text, small, undefined).forms) {
          const isJoined = joins.haveOne(tokens) || tokens.some((token) => joins.isRun(token))
          const may = mayJoin(small, queryOf(small, tokens))
          const any = NAMES.some((_, at) => {
            const { tokens: words, surfaces, ends } = wordsOfAll(small.index, [at])
            return may(words, surfaces, 0, ends[0]!)
          })
          if (any) joined += 1
          expect([text, any && !isJoined]).toEqual([text, false])
        }
      }),
      400,
    )
    expect(joined).toBeGreaterThan(20)
  }, 120_000)
})
