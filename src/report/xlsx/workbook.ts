import { zip } from './zip.ts'

/** A sheet: its name, and rows of texts and numbers. A row marked as head is bold. */
export interface SheetRows {
  readonly name: string
  readonly rows: readonly {
    readonly cells: readonly (string | number)[]
    readonly isHead?: boolean
  }[]
  /** Widths of the first columns, in letters. */
  readonly widths?: readonly number[]
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
/** A cell of a spreadsheet holds no more. */
const LONGEST = 32_767

/**
 * A workbook (ECMA-376). Every cell is a text or a number and none is a formula, whatever it begins with.
 * The same rows give the same bytes.
 */
export function workbook(sheets: readonly SheetRows[]): Buffer {
  const names = sheetNames(sheets.map(({ name }) => name))
  return zip([
    { name: '[Content_Types].xml', content: contentTypes(sheets.length) },
    { name: '_rels/.rels', content: relations([['officeDocument', 'xl/workbook.xml']]) },
    { name: 'xl/workbook.xml', content: book(names) },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relations([
        ...names.map((_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`] as const),
        ['styles', 'styles.xml'],
      ]),
    },
    { name: 'xl/styles.xml', content: STYLES },
    ...sheets.map((one, i) => ({
      name: `xl/worksheets/sheet${i + 1}.xml`,
      content: sheet(one),
    })),
  ])
}

const contentTypes = (count: number): string =>
  `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${OFFICE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${OFFICE}.styles+xml"/>${Array.from({ length: count }, (_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${OFFICE}.worksheet+xml"/>`).join('')}</Types>`

const relations = (all: readonly (readonly [type: string, target: string])[]): string =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${all.map(([type, target], i) => `<Relationship Id="r${i + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`).join('')}</Relationships>`

const book = (names: readonly string[]): string =>
  `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${names.map((name, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="r${i + 1}"/>`).join('')}</sheets></workbook>`

/** Plain and bold, both wrapped and at the top of their cells. */
const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="10"/><name val="Calibri"/></font><font><b/><sz val="10"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf fontId="1" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`

function sheet({ rows, widths = [] }: SheetRows): string {
  const widest = rows.reduce((most, { cells }) => Math.max(most, cells.length), 1)
  const columns = Array.from(
    { length: widest },
    (_, i) => `<col min="${i + 1}" max="${i + 1}" width="${widths[i] ?? 36}" customWidth="1"/>`,
  ).join('')
  const data = rows.map(({ cells, isHead }, i) => {
    const style = isHead === true ? 1 : 0
    const written = cells.map((cell, column) => {
      const place = `r="${letters(column)}${i + 1}" s="${style}"`
      return typeof cell === 'number'
        ? `<c ${place}><v>${cell}</v></c>`
        : `<c ${place} t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
    })
    return `<row r="${i + 1}">${written.join('')}</row>`
  })
  return `${XML}<worksheet xmlns="${MAIN}"><cols>${columns}</cols><sheetData>${data.join('')}</sheetData></worksheet>`
}

/** A, B, ... Z, AA. */
function letters(column: number): string {
  const rest = Math.floor(column / 26)
  return (rest > 0 ? letters(rest - 1) : '') + String.fromCharCode(65 + (column % 26))
}

/** A name has at most 31 characters, none of `[]:*?/\`, and is there once. */
function sheetNames(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    const plain = name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 28)
    let free = plain
    for (let n = 2; taken.has(free.toLowerCase()); n++) free = `${plain} ${n}`
    taken.add(free.toLowerCase())
    return free
  })
}

const escaped = (text: string): string =>
  [...text]
    .slice(0, LONGEST)
    .join('')
    .replace(
      /[&<>"]/g,
      (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[char]!,
    )
