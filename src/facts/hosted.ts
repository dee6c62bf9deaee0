import { findInstance, findRegion, type Cloud } from '../catalog/cloud.ts'
import type { Value } from '../logic/facts.ts'
import type { Case, ItemInput } from './case.ts'
import type { Context } from './context.ts'
import { unboxed } from './known.ts'
import type { Layer } from './layer.ts'

const OVER_NETWORK = new Set<unknown>(['integrated-circuit', 'memory', 'assembly', 'computer'])

export const isHosted = (input: Case): boolean => unboxed(input['activity']) === 'hosted-compute'

/**
 * Whether an item of hosted computing is sent to the tenant. The machines are used over a network and stay
 * where they are, unless the tenant holds them; an image, a key or another machine that is handed over says
 * so. Undefined where nothing tells.
 */
export function isSent(
  { items }: Case,
  item: ItemInput,
  form: string | undefined,
  isHeld: boolean,
): boolean | undefined {
  if (items === undefined) return false
  if (isHeld) return true
  const delivered = unboxed(item['delivered'])
  if (delivered === true || delivered === 'yes') return true
  if (delivered === false || delivered === 'no') return false
  if (delivered !== undefined || form === undefined) return undefined
  return !OVER_NETWORK.has(form)
}

/**
 * Who holds the machines, where the case does not say: the operator of an instance type that a provider
 * rents by the hour, and nobody can tell of one that is sold as bare metal.
 */
export function controlOf(input: Case, cloud: Cloud): Value | undefined {
  const stated = statedControl(input)
  if (stated !== undefined) return stated === 'unknown' ? undefined : stated
  const found = instancesIn(input, cloud)
  if (found.length === 0) return undefined
  return found.some(({ bareMetal }) => bareMetal) ? 'mixed' : 'operator'
}

const statedControl = ({ compute }: Case): string | undefined =>
  unboxed((compute as Record<string, unknown> | undefined)?.['control']) as string | undefined

const instancesIn = ({ items = [] }: Case, cloud: Cloud) =>
  items.flatMap(({ product }) => {
    const found = product === undefined ? undefined : findInstance(cloud, product)
    return found !== undefined && 'found' in found ? [found.found] : []
  })

/** What reading the place of the machines leaves to tell a person. */
export interface Hosted {
  readonly remarks: readonly string[]
  /** Whether the tenant is known to hold the machines in a country abroad, so that it receives them there. */
  readonly isHeld: boolean
  /** False of the service that goes with machines which the tenant holds: it has none of its own. */
  readonly hasMachines: boolean
}

/**
 * Works out the facts of hosted computing: who holds the machines, in which country they are, and where
 * the user is.
 */
export function hostedFacts(input: Case, { values, sources }: Layer, context: Context): Hosted {
  const remarks: string[] = []
  if (!isHosted(input)) {
    // Of a deal that does not speak of computing nobody is asked more than what it is.
    if (input['compute'] === undefined) Object.assign(values, PASSED_OVER)
    return { remarks, isHeld: false, hasMachines: false }
  }
  const { catalog, destination } = context
  const control = controlOf(input, catalog.cloud)
  if (control !== undefined && values['compute.control'] === undefined) {
    values['compute.control'] = control
    sources['compute.control'] = { from: 'catalogue', text: 'the instance type' }
  }
  if (values['providerIs'] === undefined && isOfUs(input)) {
    values['providerIs'] = 'us-person'
    sources['providerIs'] = {
      from: 'derived',
      text: 'the operator is headquartered in the United States',
    }
  }
  const at = placeOf(input, context)
  remarks.push(...at.remarks)
  const country = at.country === undefined ? undefined : destination(at.country).country
  values['compute.country'] = country
  if (values['from'] === undefined && country !== undefined) values['from'] = country
  if (at.text !== undefined) sources['compute.country'] = { from: 'catalogue', text: at.text }
  if (values['to'] === undefined && input['to'] === undefined) {
    const places = (input.parties ?? [])
      .filter(({ role }) => role === 'tenant' || role === 'remote-user')
      .map((party) => unboxed(party['country']))
    const [first, ...others] = places
    if (typeof first === 'string' && first !== 'unknown' && others.every((one) => one === first)) {
      values['to'] = destination(first).country
      sources['to'] = { from: 'derived', text: 'where the user is' }
    }
  }
  const isAbroad = country !== undefined && country !== 'US'
  return { remarks, isHeld: control === 'tenant' && isAbroad, hasMachines: true }
}

/** Where no machine is spoken of, none is abroad and nobody else holds one. */
const PASSED_OVER = { 'compute.control': 'operator', 'compute.country': 'US' } as const

const isOfUs = ({ parties = [] }: Case): boolean =>
  parties.some(({ role, headquarters }) => role === 'operator' && unboxed(headquarters) === 'US')

/** The service that goes with what is handed over: with machines that the tenant holds it has none of its own. */
export function serviceAlone({ isHeld }: Hosted, { values }: Layer): Hosted {
  // None is abroad then.
  if (isHeld) values['compute.country'] = PASSED_OVER['compute.country']
  return { remarks: [], isHeld: false, hasMachines: !isHeld }
}

interface Place {
  readonly country: string | undefined
  readonly text: string | undefined
  readonly remarks: readonly string[]
}

/** The country of the region that the case names, by the provider that it or an instance type names. */
function placeOf(input: Case, { catalog: { cloud }, destination }: Context): Place {
  const compute = (input['compute'] ?? {}) as Record<string, unknown>
  const region = unboxed(compute['region'])
  const none = { country: undefined, text: undefined, remarks: [] }
  if (typeof region !== 'string' || region === 'unknown') return none
  if (/^[A-Z]{2}$/.test(region))
    return { country: destination(region).country, text: region, remarks: [] }
  const [provider] = new Set(instancesIn(input, cloud).map((one) => one.provider))
  const found = findRegion(cloud, region, provider)
  if ('unknown' in found) {
    const near = found.suggestions.map((name) => `\`${name}\``).join(' or ')
    const mend = near === '' ? 'write the country instead' : `did you mean ${near}?`
    return { ...none, remarks: [`no provider has a region \`${region}\`; ${mend}`] }
  }
  if ('candidates' in found) {
    const places = found.candidates.map((one) => `${one.country} at ${one.provider}`).join(', ')
    return {
      ...none,
      remarks: [`region \`${region}\` is in ${places}; write the provider before a colon`],
    }
  }
  const { country, confidence, source } = found.found
  const others = found.others.map((one) => `${one.country} at ${one.provider}`).join(', ')
  const text = `region ${region} of ${found.found.provider}: ${source}, confidence ${confidence}`
  return {
    country,
    text,
    remarks:
      others === ''
        ? []
        : [
            `region \`${region}\` is read as ${country} of ${found.found.provider}; it is ${others}`,
          ],
  }
}
