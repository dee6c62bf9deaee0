import { once } from 'node:events'
import { createReadStream, createWriteStream, renameSync, type WriteStream } from 'node:fs'
import { crc32, createDeflateRaw } from 'node:zlib'
import { rowsOf } from '../read/cells.ts'
import { chunker, CHUNK_SIZE } from '../read/chunks.ts'

/** What is known of the results that a file is made of. */
export interface CsvResults {
  readonly rows: number
  readonly delimiter: string
}

/** Rows of a sheet, with its heading: what the format allows. */
const MOST_ROWS = 1_048_576
/** Letters of a cell. */
const MOST_LETTERS = 32_767

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/**
 * Makes a workbook of the results in CSV, row by row, so that its size is not bounded by memory. Every cell
 * is text and none is a formula. What does not fit one sheet goes on in the next.
 * @throws where not every row has come over.
 */
export async function csvToXlsx(
  csv: string,
  file: string,
  { rows, delimiter }: CsvResults,
  mostRows = MOST_ROWS,
): Promise<void> {
  const making = `${file}.making`
  const zip = zipWriter(createWriteStream(making))
  const table = rowsIn(csv, delimiter)
  const heading = (await table.next()).value as readonly string[]
  let [written, sheets] = [0, 0]
  let next = await table.next()
  do {
    sheets += 1
    const part = await zip.open(`xl/worksheets/sheet${sheets}.xml`)
    await part.write(`${XML}<worksheet xmlns="${MAIN}"><sheetData>${rowXml(heading, 1)}`)
    for (let row = 2; next.done !== true && row <= mostRows; row++) {
      await part.write(rowXml(next.value, row))
      written += 1
      next = await table.next()
    }
    await part.write('</sheetData></worksheet>')
    await part.close()
  } while (next.done !== true)
  const names = Array.from({ length: sheets }, (_, i) => (i === 0 ? 'results' : `results ${i + 1}`))
  for (const [name, content] of frame(names)) {
    const part = await zip.open(name)
    await part.write(content)
    await part.close()
  }
  await zip.close()
  if (written !== rows) throw new Error(`${rows} rows were to come to ${file}, and ${written} came`)
  renameSync(making, file)
}

async function* rowsIn(
  csv: string,
  delimiter: string,
): AsyncGenerator<readonly string[], undefined> {
  const cutter = chunker({ delimiter, lineEnd: '\n' }, { row: 1, line: 1 }, CHUNK_SIZE)
  for await (const piece of createReadStream(csv, { encoding: 'utf8', highWaterMark: 1_048_576 }))
    for (const chunk of cutter.push(piece as string))
      for (const { cells } of rowsOf(chunk, delimiter)) yield cells
  for (const chunk of cutter.end()) for (const { cells } of rowsOf(chunk, delimiter)) yield cells
}

const rowXml = (cells: readonly string[], row: number): string =>
  `<row r="${row}">${cells
    .map((cell) =>
      cell === ''
        ? '<c/>'
        : `<c t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`,
    )
    .join('')}</row>`

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/** Letters that XML can't hold are left out; half a letter at the cut is, too. */
const escaped = (text: string): string =>
  text
    .slice(0, MOST_LETTERS)
    .replace(/[\ud800-\udbff]$/, '')
    // oxlint-disable-next-line no-control-regex -- these are the letters left out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"]/g, (letter) => ENTITIES[letter]!)

function frame(names: readonly string[]): [name: string, content: string][] {
  const relations = (all: readonly (readonly [type: string, target: string])[]): string =>
    `${XML}<Relationships xmlns="${PACKAGE}/relationships">${all.map(([type, target], i) => `<Relationship Id="r${i + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`).join('')}</Relationships>`
  const overrides = names.map(
    (_, i) =>
      `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${OFFICE}.worksheet+xml"/>`,
  )
  const sheets = names.map(
    (name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="r${i + 1}"/>`,
  )
  return [
    [
      'xl/workbook.xml',
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${sheets.join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relations(names.map((_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`])),
    ],
    ['_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])],
    [
      '[Content_Types].xml',
      `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${OFFICE}.sheet.main+xml"/>${overrides.join('')}</Types>`,
    ],
  ]
}

interface ZipPart {
  readonly write: (text: string) => Promise<void>
  readonly close: () => Promise<void>
}

/** 1 January 1980, so that the same rows give the same bytes. */
const DATE = 0x21

/** A zip archive whose parts are packed while they are written. */
function zipWriter(out: WriteStream): {
  readonly open: (name: string) => Promise<ZipPart>
  readonly close: () => Promise<void>
} {
  const directory: Buffer[] = []
  let offset = 0
  const put = async (bytes: Buffer): Promise<void> => {
    offset += bytes.length
    if (!out.write(bytes)) await once(out, 'drain')
  }
  const open = async (name: string): Promise<ZipPart> => {
    const start = offset
    const file = Buffer.from(name)
    // Sizes follow behind the part (bit 3), since they are not known before.
    const header = Buffer.alloc(26)
    header.writeUInt16LE(20, 0)
    header.writeUInt16LE(0x808, 2)
    header.writeUInt16LE(8, 4)
    header.writeUInt16LE(DATE, 8)
    header.writeUInt16LE(file.length, 22)
    await put(Buffer.concat([Buffer.from('PK\u0003\u0004'), header, file]))
    const packer = createDeflateRaw({ level: 4 })
    let [crc, size, packed, text] = [0, 0, 0, '']
    const packing = (async () => {
      for await (const bytes of packer) {
        packed += (bytes as Buffer).length
        await put(bytes as Buffer)
      }
    })()
    const flush = async (): Promise<void> => {
      const bytes = Buffer.from(text)
      text = ''
      crc = crc32(bytes, crc)
      size += bytes.length
      if (!packer.write(bytes)) await once(packer, 'drain')
    }
    return {
      write: async (more) => {
        text += more
        if (text.length > 262_144) await flush()
      },
      close: async () => {
        await flush()
        packer.end()
        await packing
        const sizes = Buffer.alloc(12)
        sizes.writeUInt32LE(crc, 0)
        sizes.writeUInt32LE(packed, 4)
        sizes.writeUInt32LE(size, 8)
        await put(Buffer.concat([Buffer.from('PK\u0007\u0008'), sizes]))
        sizes.copy(header, 10)
        const place = Buffer.alloc(14)
        place.writeUInt32LE(start, 10)
        directory.push(
          Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), header, place, file]),
        )
      },
    }
  }
  return {
    open,
    close: async () => {
      const start = offset
      const listing = Buffer.concat(directory)
      await put(listing)
      const end = Buffer.alloc(18)
      end.writeUInt16LE(directory.length, 4)
      end.writeUInt16LE(directory.length, 6)
      end.writeUInt32LE(listing.length, 8)
      end.writeUInt32LE(start, 12)
      await put(Buffer.concat([Buffer.from('PK\u0005\u0006'), end]))
      out.end()
      await once(out, 'close')
    },
  }
}
