import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { run } from './runs.ts'

const plain = run({ TZ: 'UTC', LANG: 'C' })

const PLACES: readonly Record<string, string>[] = [
  { TZ: 'Asia/Seoul', LANG: 'ko_KR.UTF-8' },
  { TZ: 'America/St_Johns', LANG: 'en_CA.UTF-8' },
  { TZ: 'Pacific/Kiritimati', LANG: 'C' },
  { TZ: 'UTC', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
]

describe('same input, same bytes', () => {
  it('each sample deal is written in all four formats', () => {
    const deals = readdirSync('fixtures/deals').filter((file) => /\.(ya?ml|json)$/.test(file))
    const written = Object.keys(plain.files)
    for (const ending of ['.txt', '.json', '.md', '.pdf']) {
      const those = written.filter((file) => file.endsWith(ending))
      expect(those.length, ending).toBeGreaterThanOrEqual(deals.length)
    }
  })

  it('again, in the same place', () => {
    expect(run({ TZ: 'UTC', LANG: 'C' })).toEqual(plain)
  })

  it.each(PLACES)('in $TZ with $LANG', (place) => {
    expect(run(place)).toEqual(plain)
  })
})
