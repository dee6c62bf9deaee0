import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import type { NameTables } from '../screening/lexicon.ts'
import { PARTS, type Scoring } from '../screening/score.ts'

const words = z.record(z.string(), z.string())
const lines = z.array(z.array(z.string()))

const files = {
  'legal-forms.yaml': z.strictObject({
    forms: z.record(z.string(), z.array(z.string())),
    words: z.array(z.string()),
  }),
  'words.yaml': z.strictObject({
    same: lines,
    stop: z.array(z.string()),
    between: z.array(z.string()),
    groups: z.array(z.string()),
    numbers: z.record(z.string(), z.number()),
    numberSigns: z.array(z.string()),
    inAddresses: words,
  }),
  'places.yaml': z.strictObject({ places: z.record(z.string(), lines) }),
  'romanization.yaml': z.strictObject({ spellings: lines }),
  'acronyms.yaml': z.strictObject({ acronyms: words }),
  'known-words.yaml': z.strictObject({ words: z.string() }),
  'han.yaml': z.strictObject({ words, variants: words, cantonese: words }),
  'hangul.yaml': z.strictObject({ words }),
  'kana.yaml': z.strictObject({ words }),
  'cyrillic.yaml': z.strictObject({ words }),
  'arabic.yaml': z.strictObject({ words }),
  'score.yaml': z.strictObject({
    weights: z.record(z.enum(PARTS), z.number()),
    curve: z.strictObject({ middle: z.number(), width: z.number().positive() }),
    bands: z.strictObject({ strong: z.number(), review: z.number(), near: z.number() }),
  }),
} as const

/**
 * Reads the tables of names and the weights of the score from a folder (`data/names`).
 * @throws where a file is missing or broken, which the build would show.
 */
export function readNameTables(folder: string): { tables: NameTables; scoring: Scoring } {
  const read = <Name extends keyof typeof files>(name: Name): z.infer<(typeof files)[Name]> => {
    const parsed = files[name].safeParse(parse(readFileSync(join(folder, name), 'utf8')))
    if (!parsed.success) throw new Error(`${join(folder, name)}: ${z.prettifyError(parsed.error)}`)
    return parsed.data as z.infer<(typeof files)[Name]>
  }
  const legal = read('legal-forms.yaml')
  const han = read('han.yaml')
  return {
    tables: {
      legalForms: legal.forms,
      legalWords: legal.words,
      ...read('words.yaml'),
      ...read('places.yaml'),
      ...read('romanization.yaml'),
      ...read('acronyms.yaml'),
      knownWords: read('known-words.yaml').words.trim().split(/\s+/),
      scripts: {
        han: han.words,
        hanVariants: han.variants,
        cantonese: han.cantonese,
        hangul: read('hangul.yaml').words,
        kana: read('kana.yaml').words,
        cyrillic: read('cyrillic.yaml').words,
        arabic: read('arabic.yaml').words,
      },
    },
    scoring: read('score.yaml'),
  }
}
