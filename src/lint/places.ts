import type { Place } from '../errors.ts'
import type { ReadPack } from '../rules/read.ts'

/** Place of a path in a file of the pack, by the file's path below the folder. */
export function placeInFile(
  { documents }: ReadPack,
  file: string,
  path: readonly PropertyKey[],
): Place {
  return documents.get(file)?.place(path) ?? { file }
}

/** Place of a path below a table, in whichever file it stands. */
export function placeInTable(read: ReadPack, id: string, path: readonly PropertyKey[]): Place {
  for (const [file, { value }] of read.documents) {
    if (!file.startsWith('tables/')) continue
    const { tables } = value as { tables?: readonly { id: unknown }[] }
    const index = tables?.findIndex((table) => table.id === id) ?? -1
    if (index >= 0) return placeInFile(read, file, ['tables', index, ...path])
  }
  return { file: 'tables' }
}
