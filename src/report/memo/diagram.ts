import { countryText, named, valueText } from '../../wording/values.ts'
import { say, type Wording } from '../../wording/wording.ts'
import type { Block, DiagramNode } from '../blocks.ts'

interface Owned {
  readonly name?: unknown
  readonly role?: unknown
  readonly country?: unknown
  readonly share?: unknown
  readonly lists?: unknown
  readonly owners?: readonly Owned[]
}

/** A drawing of the owners of each party whose owners the case names, as the case names them. */
export function ownerDiagrams(parties: readonly unknown[], wording: Wording): Block[] {
  return (parties as readonly Owned[]).flatMap((party): Block[] => {
    if ((party.owners ?? []).length === 0) return []
    const role = named(wording, 'roles', String(party.role))
    const root = nodeOf(party, wording)
    const alt = say(wording, 'book.diagram-alt', { party: root.name, owners: outline(root) })
    return [{ kind: 'diagram', alt, root: { ...root, note: [role, root.note].join(', ') } }]
  })
}

function nodeOf(
  { name, country, share, lists, owners = [] }: Owned,
  wording: Wording,
): DiagramNode {
  const listed = bare(lists)
  const on = Array.isArray(listed) ? listed.map(String) : []
  const where = bare(country)
  return {
    name: typeof name === 'string' ? name : say(wording, 'values.unknown'),
    share: share === undefined ? null : shareText(bare(share), wording),
    note: [
      ...(typeof where === 'string' ? [countryText(wording, where)] : []),
      ...(on.length === 0 ? [] : [say(wording, 'book.diagram-listed', { lists: on.join(', ') })]),
    ].join(', '),
    isMarked: on.length > 0,
    owners: owners.map((owner) => nodeOf(owner, wording)),
  }
}

function shareText(share: unknown, wording: Wording): string {
  if (share === 'unknown') return say(wording, 'values.unknown')
  const range = Array.isArray(share) ? { low: share[0], high: share[1] } : share
  return say(wording, 'book.diagram-share', { share: valueText(wording, range) })
}

const bare = (fact: unknown): unknown =>
  typeof fact === 'object' && fact !== null && 'value' in fact ? fact.value : fact

const outline = ({ owners }: DiagramNode): string =>
  owners
    .map((owner) => {
      const own = [owner.name, owner.share].filter((part) => part !== null).join(' ')
      return owner.owners.length === 0 ? own : `${own} (${outline(owner)})`
    })
    .join('; ')
