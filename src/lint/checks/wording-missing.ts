import { LISTS } from '../../facts/dictionary.ts'
import type { ReadPack } from '../../rules/read.ts'
import { find, parseWording, wordingFile } from '../../wording/wording.ts'
import type { LintFinding } from '../finding.ts'
import { placeInFile } from '../places.ts'

const check = 'wording-missing'
/** Lists that a case may leave incomplete, and that are then asked for as if they were facts. */
const WANTED = ['parties', 'circuits']

/** Facts and roles for which a language has no words, and words of facts that do not exist. */
export function wordingMissing(read: ReadPack): LintFinding[] {
  return Object.entries(read.pack.wording).flatMap(([lang, catalogue]): LintFinding[] => {
    const shape = wordingFile.safeParse(catalogue)
    if (!shape.success) {
      return [
        {
          check,
          level: 'error',
          message: `the wording \`${lang}\` holds something other than text`,
          at: placeInFile(read, `wording/${lang}.yaml`, []),
        },
      ]
    }
    const wording = parseWording(lang, catalogue)
    const wanted = [...read.dictionary.keys(), ...WANTED].flatMap((fact) =>
      ['label', 'ask'].map((part) => ({ key: `facts.${fact}.${part}`, path: ['facts', fact] })),
    )
    const roles = (read.dictionary.get('party.role')?.values ?? []).map((role) => ({
      key: `roles.${role}`,
      path: ['facts', 'party.role', 'values'],
    }))
    const missing = [...wanted, ...roles]
      .filter(({ key }) => find(wording, key) === undefined)
      .map(({ key, path }): LintFinding => ({
        check,
        level: 'error',
        message: `the wording \`${lang}\` has no \`${key}\``,
        at: placeInFile(read, 'facts.yaml', path),
        help: `add it to wording/${lang}-facts.yaml or wording/${lang}.yaml`,
      }))
    return [...missing, ...unused(read, lang, wording.sentences.keys())]
  })
}

function unused(read: ReadPack, lang: string, keys: Iterable<string>): LintFinding[] {
  const named = [...keys].flatMap((key) => /^facts\.(.+)\.label$/.exec(key)?.[1] ?? [])
  return named
    .filter((fact) => !read.dictionary.has(fact) && !(fact in LISTS))
    .map((fact) => ({
      check,
      level: 'warning',
      message: `there are words for \`${fact}\`, and no such fact`,
      at: placeInFile(read, `wording/${lang}-facts.yaml`, [fact]),
      help: 'remove them, or mend the name',
    }))
}
