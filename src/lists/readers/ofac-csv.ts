import type { Result } from '../../errors.ts'
import { csvRecords } from '../../tables/csv.ts'
import type { Draft } from '../draft.ts'

/** OFAC's legacy files: the list itself, and the addresses and other names that go with it by number. */
export interface OfacFiles {
  readonly sdn: string
  readonly add?: string | undefined
  readonly alt?: string | undefined
}

const EMPTY = '-0-'
const COLUMNS = 12
const TYPES: Readonly<Record<string, string>> = {
  individual: 'Individual',
  vessel: 'Vessel',
  aircraft: 'Aircraft',
}

/** Reads sdn.csv (no heading, `-0-` for nothing) with add.csv and alt.csv where they are beside it. */
export function readOfacCsv({ sdn, add, alt }: OfacFiles, file: string): Result<Draft[]> {
  const { records, openQuoteAt } = csvRecords(sdn)
  // OFAC ends its files with a substitute character on a line of its own.
  const rows = records.filter(({ cells }) => cells.length > 1)
  const bad = rows.find(({ cells }) => cells.length < COLUMNS || !/^\d+$/.test(cells[0]!.trim()))
  if (openQuoteAt !== undefined || bad !== undefined || rows.length === 0) {
    const line = openQuoteAt ?? bad?.line ?? 1
    const code = openQuoteAt === undefined ? 'changed-columns' : 'truncated'
    const message =
      openQuoteAt === undefined
        ? `not a row of sdn.csv: ${COLUMNS} columns, a number first`
        : 'a quote is opened and never closed: the file is cut off'
    return { ok: false, issues: [{ code, message, at: { file, line } }] }
  }
  const addresses = byNumber(add)
  const aliases = byNumber(alt)
  return {
    ok: true,
    value: rows.map(({ cells }) => {
      const [number = '', name = '', type = '', program = '', title, callSign, vesselType] =
        cells.map(said)
      const [tonnage, grossTonnage, flag, owner, remarks] = cells.slice(7, 12).map(said)
      return {
        list: 'SDN',
        name,
        entityNumber: number,
        type: TYPES[type] ?? 'Entity',
        programs: program
          .replaceAll(/[[\]]/g, ' ')
          .split(/[;\s]+/)
          .filter((one) => one !== ''),
        aliases: (aliases.get(number) ?? []).map((row) => row[3] ?? ''),
        addresses: (addresses.get(number) ?? []).map((row) => ({
          text: [row[2], row[3]].filter((part) => part !== undefined && part !== '').join(', '),
          country: row[4],
        })),
        texts: { title, remarks },
        vessel: {
          callSign,
          type: vesselType,
          grossTonnage,
          grossRegisteredTonnage: tonnage,
          flag,
          owner,
        },
      }
    }),
  }
}

const said = (cell: string): string => (cell.trim() === EMPTY ? '' : cell.trim())

function byNumber(text: string | undefined): Map<string, string[][]> {
  const rows = new Map<string, string[][]>()
  for (const { cells } of text === undefined ? [] : csvRecords(text).records) {
    if (cells.length < 4) continue
    const row = cells.map(said)
    rows.set(row[0]!, [...(rows.get(row[0]!) ?? []), row])
  }
  return rows
}
