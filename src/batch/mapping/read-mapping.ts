import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { stringify } from 'yaml'
import { Fault } from '../../errors.ts'
import { readDocuments } from '../../facts/read-document.ts'
import { checked } from '../../facts/schema-words.ts'
import { mappingSchema, type Mapping } from './mapping.ts'

/** Reads a mapping file. @throws Fault (exit 4) where there is none, or something is wrong with it. */
export function readMapping(file: string): Mapping {
  if (!existsSync(file))
    throw new Fault(4, [{ code: 'no-such-file', message: 'no such file or folder', at: { file } }])
  const documents = readDocuments(readFileSync(file, 'utf8'), file)
  if (!documents.ok) throw new Fault(4, documents.issues)
  const [document] = documents.value
  if (document === undefined)
    throw new Fault(4, [{ code: 'empty', message: 'the file holds no mapping', at: { file } }])
  const read = checked(mappingSchema, document.value, document)
  if ('issues' in read) throw new Fault(4, read.issues)
  return read.value
}

const HEAD = `# How the columns of this table are read as deals. Paths are those of a case (licet help check).
# columns: heading -> path; ignore: carried along unread; constants: the same for every row;
# values: what the words of a column mean, such as { Ship-to country: { "Korea, South": KR } }.
`

/** Saves a mapping so that a person can read and mend it. */
export function saveMapping(file: string, mapping: Mapping): void {
  writeFileSync(file, HEAD + stringify(mapping, { lineWidth: 0 }))
}
