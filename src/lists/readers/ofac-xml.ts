import type { Result } from '../../errors.ts'
import type { Draft } from '../draft.ts'
import { parseXml, type Element } from '../xml.ts'

/**
 * Reads OFAC's advanced XML (SDN_ADVANCED.XML): distinct parties with their names by parts, profiles and
 * the sanctions entries that name their programs. Reference values are resolved by their ids.
 */
export function readOfacXml(text: string, file: string): Result<Draft[]> {
  const root = parseXml(text)
  if ('issue' in root)
    return { ok: false, issues: [{ code: 'truncated', message: root.issue, at: { file } }] }
  const references = referencesOf(root)
  const entries = new Map<string, Element[]>()
  for (const entry of all(root, 'SanctionsEntry')) {
    const profile = entry.attributes['ProfileID'] ?? ''
    entries.set(profile, [...(entries.get(profile) ?? []), entry])
  }
  const parties = all(root, 'DistinctParty')
  if (parties.length === 0) {
    const message = 'no `DistinctParty` in the file'
    return { ok: false, issues: [{ code: 'changed-columns', message, at: { file } }] }
  }
  return {
    ok: true,
    value: parties.map((party) => draftOf(party, entries, references)),
  }
}

type References = ReadonlyMap<string, string>

const all = (element: Element, name: string): Element[] =>
  element.children.flatMap((child) =>
    child.name === name ? [child, ...all(child, name)] : all(child, name),
  )

function referencesOf(root: Element): References {
  const known = new Map<string, string>()
  for (const sets of root.children.filter(({ name }) => name === 'ReferenceValueSets'))
    for (const set of sets.children)
      for (const value of set.children)
        known.set(`${value.name} ${value.attributes['ID'] ?? ''}`, value.text)
  return known
}

function draftOf(
  party: Element,
  entries: ReadonlyMap<string, readonly Element[]>,
  references: References,
): Draft {
  const [profile] = all(party, 'Profile')
  const id = profile?.attributes['ID'] ?? party.attributes['FixedRef'] ?? ''
  const names = all(party, 'Alias').flatMap((alias) => {
    const isPrimary = alias.attributes['Primary'] === 'true'
    return all(alias, 'DocumentedName').map((documented) => ({
      isPrimary,
      text: nameIn(documented),
    }))
  })
  const primary = names.find(({ isPrimary }) => isPrimary) ?? names[0]
  const own = entries.get(id) ?? []
  const subtype = references.get(`PartySubType ${profile?.attributes['PartySubTypeID'] ?? ''}`)
  return {
    list: 'SDN',
    name: primary?.text ?? '',
    entityNumber: party.attributes['FixedRef'],
    aliases: names.flatMap((name) => (name === primary ? [] : [name.text])),
    type: typeOf(subtype, party),
    programs: own.flatMap((entry) =>
      all(entry, 'SanctionsMeasure').flatMap((measure) =>
        all(measure, 'Comment').flatMap(({ text }) => (text.trim() === '' ? [] : [text.trim()])),
      ),
    ),
    texts: { remarks: all(party, 'Comment')[0]?.text },
  }
}

/** Parts of a name in the order of the file, the family name of a person set off as the other files do. */
function nameIn(documented: Element): string {
  const parts = all(documented, 'NamePartValue').map(({ text }) => text.trim())
  return parts.filter((part) => part !== '').join(' ')
}

function typeOf(subtype: string | undefined, party: Element): string {
  if (subtype === 'Vessel' || subtype === 'Aircraft') return subtype
  return all(party, 'Feature').length > 0 && subtype === 'Unknown' ? 'Individual' : 'Entity'
}
