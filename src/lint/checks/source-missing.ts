import type { ReadPack } from '../../rules/read.ts'
import { suggest } from '../../suggest.ts'
import type { LintFinding } from '../finding.ts'

/** Sources of texts and of enforcement that the bibliography does not have. */
export function sourceMissing({ pack, placeIn }: ReadPack): LintFinding[] {
  const known = Object.keys(pack.sources)
  return pack.provisions.flatMap(({ id, text, enforcement }) =>
    [
      ...text.map(({ source }, i) => ({ source, path: ['text', i, 'source'] })),
      ...enforcement.map(({ source }, i) => ({ source, path: ['enforcement', i, 'source'] })),
    ]
      .filter(({ source }) => !known.includes(source))
      .map(({ source, path }) => ({
        check: 'source-missing',
        level: 'error' as const,
        message: `sources.yaml has no \`${source}\``,
        at: placeIn(id, path),
        help: mend(source, known),
      })),
  )
}

function mend(source: string, known: readonly string[]): string {
  const near = suggest(source, known)
  return near === undefined ? 'add it to sources.yaml' : `did you mean \`${near}\`?`
}
