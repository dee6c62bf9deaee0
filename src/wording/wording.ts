import { z } from 'zod'

type Catalogue = { readonly [key: string]: string | Catalogue }

/** The shape of `rules/wording/<lang>.yaml`: sentences in named sections, nested at will. */
export const wordingFile: z.ZodType<Catalogue> = z.lazy(() =>
  z.record(z.string(), z.union([z.string(), wordingFile])),
)

/** The sentences of one language, by dotted key: `outcomes.prohibited.title`. */
export interface Wording {
  /** BCP 47 tag: `en`. */
  readonly lang: string
  readonly sentences: ReadonlyMap<string, string>
}

export type Values = Readonly<Record<string, string | number>>

/**
 * The wording of one language from its parsed catalogue.
 * @throws ZodError where the catalogue holds anything but nested text; Error where two keys collide.
 */
export function parseWording(lang: string, catalogue: unknown): Wording {
  const sentences = new Map<string, string>()
  flatten(wordingFile.parse(catalogue), '', sentences)
  return { lang, sentences }
}

function flatten(part: Catalogue, prefix: string, into: Map<string, string>): void {
  for (const [name, value] of Object.entries(part)) {
    const key = prefix + name
    if (typeof value !== 'string') flatten(value, `${key}.`, into)
    else if (into.has(key)) throw new Error(`wording has \`${key}\` twice`)
    else into.set(key, value)
  }
}

/** The sentence of a key, or undefined where the catalogue has none. */
export const find = (wording: Wording, key: string): string | undefined =>
  wording.sentences.get(key)

/**
 * The sentence of a key with its `{names}` filled in.
 * @throws where the catalogue lacks the key, or the values lack a name.
 */
export function say(wording: Wording, key: string, values: Values = {}): string {
  const sentence = find(wording, key)
  if (sentence === undefined) throw new Error(`wording \`${wording.lang}\` has no \`${key}\``)
  const pieces = piecesOf(sentence)
  let said = pieces[0]!
  for (let i = 1; i < pieces.length; i += 2) {
    const name = pieces[i]!
    const value = values[name]
    if (value === undefined) throw new Error(`wording \`${key}\` needs \`${name}\``)
    said += String(value) + pieces[i + 1]!
  }
  return said
}

const cut = new Map<string, readonly string[]>()

/** A sentence cut at its `{names}`: text and names by turns. */
function piecesOf(sentence: string): readonly string[] {
  const known = cut.get(sentence) ?? sentence.split(/\{(\w+)\}/)
  cut.set(sentence, known)
  return known
}

/** The sentence for a number of things: `key.one`, `key.other`, as the language's plural rules choose. */
export function count(wording: Wording, key: string, n: number): string {
  const form = new Intl.PluralRules(wording.lang).select(n)
  const chosen = find(wording, `${key}.${form}`) === undefined ? 'other' : form
  return say(wording, `${key}.${chosen}`, { n })
}
