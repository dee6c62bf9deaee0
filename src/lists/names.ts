import type { ListEntry } from '../screening/list-entry.ts'
import { tidy } from './tidy.ts'

/** A name under which an entry is looked up. A `part` stands inside a name or an alias and is weaker. */
export interface EntryName {
  readonly text: string
  readonly kind: 'name' | 'alias' | 'part'
}

const TAIL =
  /[,;]?\s*\b(?:and|including)\s+(?:any|all|its)\s+(?:successors?|sub-?units?|subsidiar|operating units).*$/i
const WITHIN =
  /\b(?:a\.?k\.?a\.?|a\/k\/a|f\.?k\.?a\.?|f\/k\/a|d\/b\/a|formerly(?: known as)?|also known as)\b[,:;.]?|\bAffiliated Entity:|\bSubordinate Institution\s*[-–]|\band subordinate entity\b|;/gi
/** Places in capitals, which tell branches apart. */
const PLACES = new Set(['UK', 'HK', 'USA', 'US', 'UAE', 'PRC', 'EU', 'RF', 'DRC', 'KSA', 'ROC'])
/** What may mark a name inside another. */
const MARKED = /[(“"]/
const CAPITALS = /^[A-Z][A-Z0-9&/-]{1,11}$/

/** The names of an entry: its own, its aliases, and the names that stand inside one of these. */
export function namesOf({ name, aliases }: ListEntry): EntryName[] {
  if (/^Address \d+$/.test(name)) return []
  const parts = aliases.length === 0 ? partsOf(name) : [name, ...aliases].flatMap(partsOf)
  const own = trimmed(name)
  if (aliases.length + parts.length === 0)
    return own.length > 1 ? [{ text: own, kind: 'name' }] : []
  const names = new Map<string, EntryName>()
  const put = (text: string, kind: EntryName['kind']): void => {
    const key = text.toLowerCase()
    if (text.length > 1 && !names.has(key)) names.set(key, { text, kind })
  }
  put(own, 'name')
  for (const alias of aliases) put(trimmed(alias), 'alias')
  for (const part of parts) put(trimmed(part), 'part')
  return [...names.values()]
}

const trimmed = (text: string): string => tidy(text.replace(/^[\s,;.:-]+|[\s,;:-]+$/g, ''))

const NO_PARTS: readonly string[] = []

function partsOf(text: string): readonly string[] {
  const whole = text.replace(TAIL, '')
  if (whole === text && !MARKED.test(text) && text.search(WITHIN) < 0) return NO_PARTS
  const parts: string[] = []
  if (whole !== text) parts.push(whole)
  const cut = whole.split(WITHIN)
  const pieces = cut.length > 1 ? cut.map(unbracketed) : cut
  if (pieces.length > 1) parts.push(...pieces)
  for (const piece of pieces) {
    if (!MARKED.test(piece)) continue
    for (const [, inside] of piece.matchAll(/\(([^()]{2,60})\)/g)) {
      // A country or a city in brackets is no name; letters in capitals are what a party is called by.
      if (inside !== undefined && isShortName(inside)) parts.push(inside)
    }
    const bare = piece.replace(/\(([^()]*)\)/g, (all, inside: string) =>
      isShortName(inside) ? ' ' : all,
    )
    if (bare !== piece) parts.push(bare)
    for (const [, quoted] of piece.matchAll(/[“"]([^“”"]{4,60})[”"]/g))
      if (quoted !== undefined) parts.push(quoted)
  }
  return parts
}

/** Without a bracket that the cut has left open. */
const unbracketed = (piece: string): string =>
  piece.split('(').length === piece.split(')').length ? piece : piece.replace(/[()]/g, ' ')

const isShortName = (inside: string): boolean => CAPITALS.test(inside) && !PLACES.has(inside)
