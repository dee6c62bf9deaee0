import { addDays } from 'date-fns/addDays'
import type { Determination } from '../determination.ts'
import type { Pack } from '../rules/pack.ts'
import type { Authorization } from './authorization.ts'
import type { DeterminationBody, Drawn } from './bodies.ts'
import { fault } from './faults.ts'
import type { Registered } from './register.ts'
import { folded } from './search.ts'

/** Roles that receive what is sent. */
const RECEIVERS = ['purchaser', 'intermediate-consignee', 'ultimate-consignee', 'end-user']

/**
 * What a release draws from an authorization.
 * @throws Fault (exit 4) where it is expired, exhausted, not yet usable, or does not cover the deal.
 */
export function drawOn(
  { authorization, left }: Registered,
  body: DeterminationBody,
  pack: Pack,
  today: string,
): Drawn {
  const { lawDate } = body.times
  const day = today > lawDate ? today : lawDate
  const usable = firstDay(authorization, pack)
  if (authorization.expires !== undefined && authorization.expires < day)
    throw refuse(authorization, `expired on ${authorization.expires}`)
  if (usable !== undefined && lawDate < usable)
    throw refuse(authorization, `may be used from ${usable} on, and the law date is ${lawDate}`)
  checkReach(authorization, body.determination)
  return { authorization: authorization.number, lines: lines(authorization, left, body) }
}

/**
 * The first day on which a notice may be used: as many days after it was registered as its provision
 * asks for. Undefined where nothing waits.
 */
export function firstDay(
  { number, registered, provision }: Authorization,
  pack: Pack,
): string | undefined {
  if (registered === undefined || provision === undefined) return undefined
  const found = pack.provisions.find(({ id }) => id === provision)
  const text = found?.text.findLast(
    ({ effective: { from, until } }) =>
      from <= registered && (until === undefined || registered < until),
  )
  const days = text?.duties.flatMap(({ daysBefore }) => daysBefore ?? []) ?? []
  if (days.length === 0)
    throw fault(
      'no-days',
      `the provision \`${provision}\` of ${number} counts no days on ${registered}`,
      'authorization',
      '`licet rules show` has the duties of a provision',
    )
  return addDays(`${registered}T12:00:00Z`, Math.max(...days))
    .toISOString()
    .slice(0, 10)
}

function checkReach(authorization: Authorization, { route, parties }: Determination): void {
  const { consignees, destinations } = authorization
  if (destinations !== undefined && (route.to === null || !destinations.includes(route.to)))
    throw refuse(authorization, `does not cover the destination ${route.to ?? 'that is not known'}`)
  if (consignees === undefined) return
  const named = new Set(consignees.map(folded))
  const other = parties.find(
    ({ role, name }) => RECEIVERS.includes(role) && !named.has(folded(name)),
  )
  if (other !== undefined)
    throw refuse(authorization, `does not name the ${other.role} ${other.name}`)
}

function lines(
  authorization: Authorization,
  left: Registered['left'],
  { determination, case: input }: DeterminationBody,
): Drawn['lines'] {
  const { items } = authorization
  if (items === undefined) return []
  const rest = left.map((each) => ({ ...each }))
  return determination.items
    .filter(({ outcome }) => outcome === determination.outcome)
    .map(({ index, product, quantity, classification }) => {
      const names = [
        product,
        classification.paragraph ?? '',
        ...(classification.claimed ?? '').split('/'),
      ]
      const at = items.findIndex(({ covers }) => names.some((name) => isCovered(name, covers)))
      if (at < 0) throw refuse(authorization, `does not cover item ${index + 1}, ${product}`)
      if (quantity === null)
        throw refuse(
          authorization,
          `can't be drawn on: the quantity of item ${index + 1} is not known`,
        )
      const unit = input.items?.[index]?.unitValue
      const value = unit === undefined ? null : unit * quantity
      const line = rest[at]!
      if (line.quantity !== null && quantity > line.quantity)
        throw refuse(
          authorization,
          `has ${line.quantity} units left for item ${index + 1}, which needs ${quantity}`,
        )
      if (line.value !== null && value === null)
        throw refuse(
          authorization,
          `is limited in value, and the value of item ${index + 1} is not known`,
        )
      if (line.value !== null && value! > line.value)
        throw refuse(
          authorization,
          `has ${line.value} U.S. dollars left for item ${index + 1}, which needs ${value}`,
        )
      line.quantity = line.quantity === null ? null : line.quantity - quantity
      line.value = line.value === null ? null : line.value - value!
      return {
        line: at,
        item: index,
        quantity,
        value,
        quantityLeft: line.quantity,
        valueLeft: line.value,
      }
    })
}

/** A line covers a product by its name, and a paragraph by itself or by a paragraph above it. */
function isCovered(name: string, covers: string): boolean {
  const [own, line] = [folded(name), folded(covers)]
  return own !== '' && (own === line || own.startsWith(`${line}.`))
}

const refuse = ({ number }: Authorization, why: string) =>
  fault(
    'not-authorized',
    `${number} ${why}`,
    'authorization',
    '`licet due` lists what is left and until when',
  )
