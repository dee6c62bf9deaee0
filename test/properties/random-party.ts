import fc from 'fast-check'
import type { PartyInput } from '../../src/facts/case.ts'
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
    .map(([facts, frame]) => {
      const { listedOwnership: _, d5Ownership: __, sdnOwnership: ___, ...rest } = facts
      // Stated totals stand above the owners; a case gives the one or the other.
      return spoken({ ...(frame.owners === undefined ? facts : rest), ...frame }) as PartyInput
    })
}
