import { describe, expect, it } from 'vitest'
import { fact } from './world.ts'

const share = (
  name: 'coveredOwnership' | 'concernOwnership' | 'adversaryOwnership',
  owners: string,
  more = '',
  activity = 'data-transfer',
): unknown =>
  fact(
    `activity: ${activity}\nparties: [{ role: recipient, name: T, country: SG${more}, owners: [${owners}] }]`,
    `party.${name}`,
  )
const rest = (percent: number): string =>
  `{ name: Rest, share: ${percent}, country: SG, headquarters: SG }`

const of = (country: string, percent: number): string =>
  `{ name: ${country}, share: ${percent}, country: ${country}, headquarters: ${country} }`

describe('ownership from countries of concern', () => {
  it('is added up by three laws, each with its own countries', () => {
    const owners = `${of('CN', 30)}, ${of('RU', 20)}, ${of('CU', 10)}, ${rest(40)}`
    expect(share('coveredOwnership', owners)).toBe(60)
    expect(share('concernOwnership', owners)).toBe(30)
    expect(share('adversaryOwnership', owners)).toBe(50)
  })

  it('counts an owner by where it is organized, and by its headquarters', () => {
    expect(
      share(
        'coveredOwnership',
        `{ name: A, share: 60, country: KY, headquarters: CN }, ${rest(40)}`,
      ),
    ).toBe(60)
    expect(
      share(
        'coveredOwnership',
        `{ name: A, share: 60, country: HK, headquarters: SG }, ${rest(40)}`,
      ),
    ).toBe(60)
  })

  it('keeps open whether an owner counts of whom only another country is known', () => {
    expect(share('coveredOwnership', `{ name: A, share: 60, country: KY }, ${rest(40)}`)).toEqual({
      low: 0,
      high: 60,
    })
  })

  it.each([
    [49.9, 0],
    [50, 80],
    [50.1, 80],
  ])('counts a holding of which %s percent is from China as %s', (upstream, counted) => {
    const middle = `{ name: M, share: 80, country: SG, headquarters: SG, owners: [{ name: P, share: ${upstream}, country: CN, owners: [] }, { name: Q, share: ${100 - upstream}, country: SG, headquarters: SG, owners: [] }] }`
    expect(share('coveredOwnership', `${middle}, ${rest(20)}`)).toBe(counted)
  })

  it.each([
    [19.9, 0],
    [20, 80],
  ])('counts it for PADFA from 20 percent on: %s is %s', (upstream, counted) => {
    const middle = `{ name: M, share: 80, country: SG, headquarters: SG, owners: [{ name: P, share: ${upstream}, country: CN, owners: [] }, { name: Q, share: ${100 - upstream}, country: SG, headquarters: SG, owners: [] }] }`
    expect(share('adversaryOwnership', `${middle}, ${rest(20)}`)).toBe(counted)
  })

  it('goes with what the case states, the higher one where they contradict each other', () => {
    const owners = `{ name: A, share: 60, country: CN }, ${rest(40)}`
    expect(share('coveredOwnership', owners, ', coveredOwnership: 10')).toBe(60)
  })

  it('is not worked out for a deal whose law does not ask', () => {
    const owners = `{ name: A, share: 60, country: CN }, ${rest(40)}`
    expect(share('coveredOwnership', owners, '', 'export')).toBeUndefined()
  })
})
