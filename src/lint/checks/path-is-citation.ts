import { isAbsolute, relative } from 'node:path'
import type { ReadPack } from '../../rules/read.ts'
import type { LintFinding } from '../finding.ts'

/** Files that do not stand where their provision's citation says. */
export function pathIsCitation(read: ReadPack): LintFinding[] {
  const root = folderOf(read)
  return read.pack.provisions.flatMap(({ id }) => {
    const at = read.placeIn(id, ['id'])
    const file = relative(root, at.file)
    const fault = misplaced(id, isAbsolute(file) ? at.file : file)
    return fault === undefined
      ? []
      : [{ check: 'path-is-citation', level: 'warning', message: `${id} ${fault}`, at }]
  })
}

/** The pack's folder, as places write it: where its `pack.yaml` stands. */
const folderOf = ({ documents }: ReadPack): string =>
  (documents.get('pack.yaml')?.place([]).file ?? '').replace(/\/?pack\.yaml$/, '') || '.'

function misplaced(id: string, file: string): string | undefined {
  const [regime = '', part = '', section] = id.split('.')
  const [folder, inner = ''] = file.split('/')
  if (folder !== regime) return `belongs into ${regime}/`
  if (regime !== 'ear' || part === 'def') return undefined
  if (inner !== `part-${part}`)
    return /^\d+$/.test(part) ? `belongs into ear/part-${part}/` : undefined
  const name = file.slice(file.lastIndexOf('/') + 1, -'.yaml'.length)
  if (section === undefined || contains(words(name), words(section))) return undefined
  return `belongs into a file whose name has \`${section}\` in it`
}

const words = (name: string): string[] => name.split(/[.-]/)

const contains = (all: readonly string[], some: readonly string[]): boolean =>
  all.some((_, i) => some.every((word, j) => all[i + j] === word))
