import { editDistance } from '../suggest.ts'
import { ECCN, PARAGRAPH, type Entry } from './entry.ts'

/** The Commerce Control List by ECCN. */
export interface Ccl {
  readonly byEccn: ReadonlyMap<string, Entry>
}

/**
 * What a written classification names. `paragraphStatus` says whether the entry's paragraphs were
 * read and hold it: of an `unlisted` paragraph nothing may be concluded.
 */
export type Classified =
  | {
      readonly entry: Entry
      readonly paragraph: string | null
      readonly paragraphStatus: 'none' | 'listed' | 'unlisted' | 'unchecked'
    }
  | { readonly ear99: true }
  | { readonly unknown: string; readonly suggestions: readonly string[] }

/** Indexes the rows of the list. @throws where two rows have one ECCN. */
export function cclOf(rows: readonly Entry[]): Ccl {
  const byEccn = new Map<string, Entry>()
  for (const row of rows) {
    if (byEccn.has(row.eccn)) throw new Error(`two entries are ${row.eccn}`)
    byEccn.set(row.eccn, row)
  }
  return { byEccn }
}

/**
 * The entry and paragraph that a text such as `3B001.c.1.a` or `3b001 c.1.a` names, EAR99
 * (15 CFR 734.3(c)), or the ECCNs that may have been meant: it never guesses.
 */
export function entryOf(ccl: Ccl, text: string): Classified {
  const written = text.trim()
  if (/^ear\s?99$/i.test(written)) return { ear99: true }
  const match = /^(\d[A-Ea-e]\d{3})(?:[\s.]+(\S.*))?$/.exec(written)
  const eccn = match?.[1]?.toUpperCase() ?? ''
  const entry = ccl.byEccn.get(eccn)
  if (entry === undefined) return { unknown: text, suggestions: alike(ccl, written) }
  const paragraph = match?.[2]?.trim().toLowerCase() ?? null
  return { entry, paragraph, paragraphStatus: statusOf(entry, paragraph) }
}

/** Whether an entry is known to have a paragraph. */
export function statusOf(
  entry: Entry,
  paragraph: string | null,
): 'none' | 'listed' | 'unlisted' | 'unchecked' {
  if (paragraph === null) return 'none'
  if (!PARAGRAPH.test(paragraph)) return 'unlisted'
  const known = entry.paragraphs
  if (known === undefined) return 'unchecked'
  const [top = '', second] = paragraph.split('.')
  if (!known.includes(top)) return 'unlisted'
  if (second === undefined || known.includes(`${top}.${second}`)) return 'listed'
  return known.some((other) => other.startsWith(`${top}.`)) ? 'unlisted' : 'unchecked'
}

const MOST = 3

function alike(ccl: Ccl, text: string): string[] {
  const wanted = text
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .slice(0, 5)
  const near = [...ccl.byEccn.keys()]
    .map((eccn) => ({ eccn, distance: editDistance(wanted, eccn) }))
    .filter(({ distance }) => distance <= (ECCN.test(wanted) ? 1 : 2))
  near.sort((a, b) => a.distance - b.distance || (a.eccn < b.eccn ? -1 : 1))
  return near.slice(0, MOST).map(({ eccn }) => eccn)
}
