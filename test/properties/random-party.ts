import fc from 'fast-check'
import type { PartyInput } from '../../src/facts/case.ts'
import { unboxed } from '../../src/facts/known.ts'
import { engine } from '../engine.ts'
import { anyValue, COUNTRIES, some, spoken, told, tellings, type Manner } from './telling.ts'

/** A party with what is told of it, or with the owners that its ownership is worked out from. */
export function party(manner: Manner): fc.Arbitrary<PartyInput> {
  const roles = engine.dictionary.get('party.role')!.values!
  const seat = fc.constantFrom(...COUNTRIES)
  const owner = fc.record({
    name: fc.constant('Holding'),
    share: told({ ...engine.dictionary.get('party.d5Ownership')!, name: 'share' }, manner).map(
      (share) => share ?? 'unknown',
    ),
    country: some(70, seat),
    headquarters: some(70, seat),
    lists: some(70, anyValue(engine.dictionary.get('party.lists')!)),
  })
  return fc
    .tuple(
      tellings<Record<string, unknown>>('party', manner, ['party.role']),
      fc.record({
        role: fc.oneof(
          { weight: 2, arbitrary: fc.constant('end-user') },
          { weight: 3, arbitrary: fc.constantFrom(...roles) },
        ),
        name: fc.constantFrom('Example Cloud', 'Пример', '示例公司'),
        owners: some(
          manner.wild > 5 ? 20 : 2,
          fc.array(owner.map(spoken), { minLength: 1, maxLength: 3 }),
        ),
      }),
    )
    .map(([facts, frame]) =>
      spoken({ ...consistent(facts, frame.owners !== undefined), ...frame }),
    ) as fc.Arbitrary<PartyInput>
}

/** What a party tells without contradicting itself: removed, the false part would leave another answer. */
function consistent(facts: Record<string, unknown>, hasOwners: boolean): Record<string, unknown> {
  const { listedOwnership, sdnOwnership, d5Ownership, embargoedRegion, ...rest } = facts
  const country = unboxed(rest['country'])
  const inUkraine = typeof country === 'string' && country.startsWith('UA')
  const region = inUkraine ? { embargoedRegion } : {}
  // Stated totals stand above the owners, and blocked owners are among the listed ones.
  if (hasOwners) return { ...rest, ...region }
  const totals = listedOwnership === undefined ? { sdnOwnership } : { listedOwnership }
  return { ...rest, ...region, ...totals, d5Ownership }
}
