import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { entriesOf, type Draft, type Read } from '../../src/lists/draft.ts'
import { readCslCsv } from '../../src/lists/readers/csl-csv.ts'
import { readCslJson } from '../../src/lists/readers/csl-json.ts'
import { readOfacCsv } from '../../src/lists/readers/ofac-csv.ts'
import { readOfacXml } from '../../src/lists/readers/ofac-xml.ts'
import { readDdtcCsv, readDplCsv, readOwnCsv } from '../../src/lists/readers/plain-csv.ts'
import type { Result } from '../../src/errors.ts'
import { known } from './known.ts'

const { registry, countries } = known

function read(drafts: Result<Draft[]>): Read {
  if (!drafts.ok) throw new Error(JSON.stringify(drafts.issues))
  return entriesOf(drafts.value, registry, countries)
}

const issueOf = (result: Result<unknown>): string => (result.ok ? '' : result.issues[0]!.code)

describe('the CSV of the Consolidated Screening List', () => {
  const sample = readFileSync('fixtures/lists/csl-sample-2019.csv', 'utf8')

  test('every row of a real file becomes an entry', () => {
    const { entries } = read(readCslCsv(sample, 'csl.csv', registry))
    expect(entries.length).toBeGreaterThan(100)
    expect(entries.every(({ name }) => name !== '')).toBe(true)
    const lists = new Set(entries.map(({ list }) => list))
    for (const code of ['DPL', 'ISN', 'EL', 'SDN', 'SSI', 'DTC', 'UVL'])
      expect(lists).toContain(code)
  })

  test('keeps what each column says', () => {
    const { entries } = read(readCslCsv(sample, 'csl.csv', registry))
    expect(entries.find(({ name }) => name === 'ADRIAN MANUEL HERNANDEZ')).toMatchObject({
      list: 'DPL',
      addresses: [{ text: '3037 S. 69TH DRIVE, PHONEIX, AZ, 85043' }],
      federalRegisterNotice: '82 F.R. 48792 10/20/2017',
      startDate: '2017-10-16',
      endDate: '2020-10-13',
      standardOrder: 'Y',
      remarks: 'FR NOTICE ADDED',
    })
  })

  test.each([
    ['changed columns', sample.replace('alt_names', 'aliases'), 'changed-columns'],
    ['a file that is cut off', `${sample}Denied Persons List (DPL),"cut off`, 'truncated'],
    [
      'a list that nobody knows',
      sample.replace(/Denied Persons List \(DPL\)/g, 'Denied Planets'),
      'unknown-list',
    ],
  ])('refuses %s', (_, text, code) => {
    const result = readCslCsv(text, 'csl.csv', registry)
    expect(result.ok).toBe(false)
    expect(result.ok ? [] : result.issues.map((issue) => issue.code)).toContain(code)
  })
})

const json = (rows: readonly object[], more: object = {}): string =>
  JSON.stringify({
    results: rows.map((row) => ({
      source: 'Entity List (EL) - Bureau of Industry and Security',
      ...row,
    })),
    ...more,
  })

describe('the JSON of the Consolidated Screening List', () => {
  const readJson = (text: string): Read => {
    const result = readCslJson(text, 'csl.json', registry)
    return read(result.ok ? { ok: true, value: [...result.value.drafts] } : result)
  }

  test('reads footnotes that are glued to the requirement, and says so', () => {
    const { entries, faults } = readJson(
      json([
        {
          name: 'A',
          license_requirement:
            'For all items subject to the EAR. (See §§ 734.9(e)(2) and 744.11 of the EAR)4',
        },
        {
          name: 'B',
          license_requirement:
            'For all items subject to the EAR, see §§ 734.9(e)1 and 744.11 of the EAR2',
        },
        {
          name: 'C',
          license_requirement:
            'For all items subject to the EAR (See §§734.9(g)3, 746.8(a)(3), and 744.2l(b) of the EAR)',
        },
        {
          name: 'D',
          license_requirement: 'For all items subject to the EAR (See §744.11 of the EAR)',
        },
      ]),
    )
    expect(entries.map(({ footnotes }) => footnotes)).toEqual([[4], [1, 2], [3], []])
    expect(faults.filter(({ fault }) => fault === 'glued-footnote')).toHaveLength(3)
  })

  test('keeps duplicates with ids of their own and reports them', () => {
    const row = { name: 'Twice Ltd', addresses: [{ country: 'CN' }] }
    const { entries, faults } = readJson(json([row, row]))
    expect(new Set(entries.map(({ id }) => id)).size).toBe(2)
    expect(faults.map(({ fault }) => fault)).toContain('duplicate')
  })

  test('reads odd names of countries and reports them', () => {
    const { entries, faults } = readJson(
      json([
        {
          name: 'A',
          addresses: [
            { country: 'TURKIYE' },
            { country: 'REGION: COMMONWEALTH OF INDEPENDENT STATES' },
          ],
        },
      ]),
    )
    expect(entries[0]!.countries).toEqual(['TR'])
    expect(faults.filter(({ fault }) => fault === 'odd-country')).toHaveLength(2)
  })

  test('an id stays when an address or a requirement changes, and the digest does not', () => {
    const [a] = readJson(
      json([{ name: 'Steady Co., Ltd.', addresses: [{ country: 'CN' }] }]),
    ).entries
    const [b] = readJson(
      json([{ name: 'STEADY CO LTD', addresses: [{ address: '1 Road', country: 'CN' }] }]),
    ).entries
    expect(a!.id).toBe(b!.id)
  })

  test.each([
    ['a web page', '<!DOCTYPE html><html></html>', 'html'],
    ['half a file', json([{ name: 'A' }]).slice(0, 60), 'truncated'],
    ['fewer entries than counted', json([{ name: 'A' }], { total: 2 }), 'truncated'],
    ['another shape', '{"data": []}', 'changed-columns'],
    ['an entry without a name', json([{ nom: 'A' }]), 'changed-columns'],
    [
      'an entry that is none',
      '{"results": [{"name": "A", "source": "EL"}, null]}',
      'changed-columns',
    ],
    ['two lists under one key', '{"results": [], "results": [{"name": "A"}]}', 'changed-columns'],
  ])('refuses %s', (_, text, code) => {
    expect(issueOf(readCslJson(text, 'csl.json', registry))).toBe(code)
  })
})

describe("OFAC's files", () => {
  const row = (
    number: number,
    name: string,
    type: string,
    program: string,
    remarks = '-0- ',
  ): string =>
    `${number},"${name}","${type}","${program}",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"${remarks}"`

  test('the three CSV files go together by number', () => {
    const { entries } = read(
      readOfacCsv(
        {
          sdn: `${row(306, 'BANCO NACIONAL DE CUBA', '-0- ', 'CUBA')}\n${row(2674, 'ABBAS, Abu', 'individual', 'SDT] [SDGT', 'DOB 10 Dec 1948.')}\n\u001a`,
          add: '306,199,"Zweierstrasse 35","Zurich CH-8022","Switzerland",-0- \n',
          alt: '306,220,"aka","NATIONAL BANK OF CUBA",-0- \n',
        },
        'sdn.csv',
      ),
    )
    expect(entries).toMatchObject([
      {
        name: 'BANCO NACIONAL DE CUBA',
        type: 'Entity',
        aliases: ['NATIONAL BANK OF CUBA'],
        countries: ['CH'],
        programs: ['CUBA'],
      },
      {
        name: 'ABBAS, Abu',
        type: 'Individual',
        programs: ['SDT', 'SDGT'],
        remarks: 'DOB 10 Dec 1948.',
      },
    ])
  })

  test('a file with other columns is refused', () => {
    expect(issueOf(readOfacCsv({ sdn: 'name,country\nA,CN\n' }, 'sdn.csv'))).toBe('changed-columns')
  })

  const xml = `<?xml version="1.0"?>
<Sanctions xmlns="http://www.un.org/sanctions/1.0">
  <ReferenceValueSets><PartySubTypeValues><PartySubType ID="1">Vessel</PartySubType><PartySubType ID="3">Unknown</PartySubType></PartySubTypeValues></ReferenceValueSets>
  <DistinctParties>
    <DistinctParty FixedRef="36"><Profile ID="36" PartySubTypeID="3"><Identity>
      <Alias Primary="true"><DocumentedName><DocumentedNamePart><NamePartValue>AEROCARIBBEAN &amp; AIRLINES</NamePartValue></DocumentedNamePart></DocumentedName></Alias>
      <Alias Primary="false"><DocumentedName><DocumentedNamePart><NamePartValue>AERO-CARIBBEAN</NamePartValue></DocumentedNamePart></DocumentedName></Alias>
    </Identity></Profile></DistinctParty>
  </DistinctParties>
  <SanctionsEntries><SanctionsEntry ProfileID="36"><SanctionsMeasure><Comment>CUBA</Comment></SanctionsMeasure></SanctionsEntry></SanctionsEntries>
</Sanctions>`

  test('the advanced XML gives names, aliases and programs', () => {
    expect(read(readOfacXml(xml, 'sdn.xml')).entries).toMatchObject([
      {
        name: 'AEROCARIBBEAN & AIRLINES',
        aliases: ['AERO-CARIBBEAN'],
        entityNumber: '36',
        programs: ['CUBA'],
      },
    ])
  })

  test.each([
    ['cut off', xml.slice(0, 500)],
    [
      'with entities of its own',
      xml.replace('<Sanctions', '<!DOCTYPE x [<!ENTITY a "aaaa">]><Sanctions'),
    ],
  ])('XML %s is refused', (_, text) => {
    expect(issueOf(readOfacXml(text, 'sdn.xml'))).toBe('truncated')
  })
})

test("BIS's own file sets name and address apart", () => {
  const text =
    'Name_and_Address,Effective_Date,Expiration_Date,Appropriate Federal Register Citations,Type of Denial\n' +
    '"ADT ANALOG AND DIGITAL TECHNIK, 8019 NIEDERSEEON, HOUSE 21, , , DE, ",9/10/1981,,46 F.R. 46154 9/17/81,Standard\n'
  expect(read(readDplCsv(text, 'dpl.csv')).entries).toMatchObject([
    {
      name: 'ADT ANALOG AND DIGITAL TECHNIK',
      addresses: [{ text: '8019 NIEDERSEEON, HOUSE 21', country: 'DE' }],
      startDate: '1981-09-10',
      standardOrder: 'Y',
    },
  ])
})

test("DDTC's own file keeps dates of birth and notices", () => {
  const text =
    'Party Name,Date Of Birth,Federal Register Notice,Notice Date,Corrected Notice,Corrected Notice Date\n"Acety, Edwin","November, 1975",83 FR 18112 ,4/25/2018,,\n'
  expect(read(readDdtcCsv(text, 'dtc.csv')).entries).toMatchObject([
    {
      list: 'DTC',
      name: 'Acety, Edwin',
      datesOfBirth: ['November, 1975'],
      startDate: '2018-04-25',
      federalRegisterNotice: '83 FR 18112',
    },
  ])
})

describe('a list of your own', () => {
  test('reads names, aliases and countries', () => {
    const { entries } = read(
      readOwnCsv('Name,Aliases,Country\nBad Guys,BG; Bad Boys,CN;Russia\n', 'own.csv', 'OURS'),
    )
    expect(entries).toMatchObject([
      { list: 'OURS', name: 'Bad Guys', aliases: ['BG', 'Bad Boys'], countries: ['CN', 'RU'] },
    ])
  })
  test('says which column it does not know, and which was meant', () => {
    const result = readOwnCsv('name,aliasses\nA,B\n', 'own.csv', 'OURS')
    expect(result.ok ? {} : result.issues[0]).toMatchObject({
      code: 'unknown-column',
      help: 'did you mean `aliases`?',
    })
  })
  test('a row without a name is an error with its line', () => {
    const result = readOwnCsv('name,country\nA,CN\n,CN\n', 'own.csv', 'OURS')
    expect(result.ok ? {} : result.issues[0]).toMatchObject({ code: 'no-name', at: { line: 3 } })
  })
})
