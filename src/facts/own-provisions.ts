import type { AtDestination } from '../ccl/chart.ts'
import type { Entry } from '../ccl/entry.ts'
import type { Verdict } from '../logic/verdict.ts'
import type { Claim, Found } from './list-claim.ts'

type Listed = Extract<Found, { readonly entry: unknown }>

const ADVANCED_COMPUTING = [
  'ear.742.6.a.6.i.B',
  'ear.742.6.a.6.iii',
  'ear.742.6.a.6.iii.A',
  'ear.742.6.a.6.iii.B',
]

/** Software and technology that the provisions know by what it is for, and ask for that. */
const KNOWN_BY_RELATION = new Set(['3D001', '3E001', '4D001', '4D090', '4E001'])

/** Forms whose circuits the provisions test, whatever paragraph is claimed. */
const WITH_CIRCUITS = new Set(['integrated-circuit', 'memory', 'assembly', 'computer'])

/** The provisions that test by themselves, with their dates and reach, what a line of an entry says. */
export function provisionsOf(citation: string, { eccn }: Pick<Entry, 'eccn'>): readonly string[] {
  if (citation.includes('742.4(a)(4)')) return ['ear.742.4.a.4']
  if (citation.includes('742.6(a)(11)')) return ['ear.742.6.a.11']
  if (citation.includes('742.6(a)(13)')) return eccn === '4E091' ? ['ear.742.6.a.13'] : []
  if (!citation.includes('742.6(a)(6)')) return []
  return isTool(eccn) ? ['ear.742.6.a.6.i.A'] : ADVANCED_COMPUTING
}

/** Semiconductor manufacturing equipment, and the software and technology of its own entries. */
const isTool = (eccn: string): boolean => eccn[1] === 'B' || eccn === '3D992' || eccn === '3E992'

/**
 * Whether a line is for provisions of its own to test, so that the chart says nothing of it: they are in
 * force on the law date, and can tell. An open line of the advanced-computing paragraphs they can tell
 * only by the circuits, or by what software or technology is for; else a bare `3A090` of some other form
 * would pass untested.
 */
export function leftToProvisions(
  { citation }: AtDestination,
  verdict: Verdict,
  { form }: Claim,
  { entry, paragraph }: Listed,
  inForce: ReadonlySet<string>,
): boolean {
  const own = provisionsOf(citation, entry)
  if (!own.some((id) => inForce.has(id))) return false
  if (verdict === 'yes' || own !== ADVANCED_COMPUTING) return true
  const group = entry.eccn[1]
  if (group === 'D' || group === 'E') return KNOWN_BY_RELATION.has(entry.eccn)
  const isAdvanced = entry.eccn === '3A090' || entry.eccn === '4A090'
  if (!isAdvanced && paragraph !== null && !paragraph.startsWith('z')) return true
  return form === undefined || WITH_CIRCUITS.has(form)
}
