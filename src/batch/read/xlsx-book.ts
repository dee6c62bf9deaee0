import { parseXml, type Element } from '../../lists/xml.ts'
import { textOf, type Styles } from './xlsx-cells.ts'
import type { ZipFile } from './zip-file.ts'

/** A sheet of a workbook, and the file that holds it. */
export interface Sheet {
  readonly name: string
  readonly part: string
}

/** The visible sheets of a workbook, and what their cells refer to. @throws Error where a part is no XML. */
export async function bookOf(zip: ZipFile): Promise<{ sheets: Sheet[]; styles: Styles }> {
  const book = await partOf(zip, 'xl/workbook.xml')
  const targets = new Map(
    below(await partOf(zip, 'xl/_rels/workbook.xml.rels'), 'Relationship').map(({ attributes }) => [
      attributes['Id'] ?? '',
      placeOf(attributes['Target'] ?? ''),
    ]),
  )
  const sheets = below(book, 'sheet')
    .filter(({ attributes }) => (attributes['state'] ?? 'visible') === 'visible')
    .map(({ attributes }) => ({
      name: attributes['name'] ?? '',
      part: targets.get(attributes['r:id'] ?? attributes['id'] ?? '') ?? '',
    }))
    // A chart has a sheet of its own without cells.
    .filter(({ part }) => part.includes('worksheets/') && zip.names.includes(part))
  const properties = below(book, 'workbookPr')[0]?.attributes['date1904']
  return {
    sheets,
    styles: {
      shared: below(await partOf(zip, 'xl/sharedStrings.xml'), 'si').map(textOf),
      dates: datesOf(await partOf(zip, 'xl/styles.xml')),
      from1904: properties === '1' || properties === 'true',
    },
  }
}

const placeOf = (target: string): string =>
  target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`

async function partOf(zip: ZipFile, name: string): Promise<Element | undefined> {
  const text = await zip.text(name)
  if (text === '') return undefined
  const element = parseXml(text.replace(/^\ufeff/, ''))
  if ('issue' in element) throw new Error(`${name}: ${element.issue}`)
  return element
}

/** Elements of a name, at any depth, in the order of the document. */
function below(element: Element | undefined, name: string): Element[] {
  if (element === undefined) return []
  return element.children.flatMap((one) => (one.name === name ? [one] : below(one, name)))
}

/** Numbers of the formats that every spreadsheet program knows as dates. */
const isKnownDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 58)

function datesOf(styles: Element | undefined): boolean[] {
  const formats = new Map(
    below(styles, 'numFmt').map(({ attributes }) => [
      Number(attributes['numFmtId']),
      // Letters in quotes and brackets are no date: `0.00 "days"`, `[Red]0`.
      /[ymdhs]/i.test((attributes['formatCode'] ?? '').replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')),
    ]),
  )
  const [own] = below(styles, 'cellXfs')
  return below(own, 'xf').map(({ attributes }) => {
    const id = Number(attributes['numFmtId'] ?? 0)
    return formats.get(id) ?? isKnownDate(id)
  })
}
