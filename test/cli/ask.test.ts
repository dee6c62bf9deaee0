import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folderWith, licet } from './licet.ts'

const H20 = `# Kept as the author wrote it
kind: transaction
id: D-1
date: 2026-11-05   # the day
activity: export
from: US
to: CN
items:
  - product: NVIDIA H20
    quantity: 1000
    unitValue: 12000
`

const ANSWERS = `
items[0].alsoDescribedIn: none
parties[0].role: end-user
parties[0].name: Example Cloud
parties[0].country: CN
parties[0].headquarters: CN
parties[0].ultimateParent.headquarters: CN
parties[0].lists: []
parties[0].listedOwnership: 0
letters: none
redFlags: none
endUse.military: no
endUse.advancedNode: no
endUse.semiconductorEquipment: no
endUse.chemicalBiological: no
endUse.militaryIntelligence: no
endUse.missile: no
endUse.nuclear: no
endUse.supercomputer: no
`

/** A drive of Thai make for a company on the Entity List, of which nobody has said yet how it was made. */
const DRIVE = `kind: transaction
date: 2026-11-05
activity: reexport
from: TH
to: CN
items:
  - { description: hard disk drive, form: other, eccn: EAR99, alsoDescribedIn: none, origin: foreign, commercialSample: no, supplementsOf746: [] }
parties:
  - { role: exporter, name: Example Drives, country: TH, headquarters: TH, ultimateParent: { headquarters: TH }, lists: [], listedOwnership: 0, advancedNodeFacility: no }
  - { role: purchaser, name: Example Phones, country: CN, headquarters: CN, ultimateParent: { headquarters: CN }, lists: [entity-list, entity-list-footnote-1], listedOwnership: 0, advancedNodeFacility: no }
endUse: { military: no, militaryIntelligence: no, supercomputer: no, advancedNode: no, nuclear: no, missile: no, chemicalBiological: no, forFootnoteEntity: [], goodsFor: [] }
letters: []
redFlags: []
`

const MADE = `
items[0].production.inputs[0].limb: plant
items[0].production.inputs[0].kind: technology
items[0].production.inputs[0].eccn: 3E991
items[0].production.inputs[0].usOrigin: yes
items[0].production.inputs[0].subjectToEar: yes
items[0].production.inputs[0].writtenAssurance: no
items[0].production.inputs[1].limb: none
items[0].production.usContentKinds: []
items[0].production.content[0].eccn: none
`

const CONTENT = `
items[0].production.inputs[0].limb: none
items[0].production.usContentKinds: other
items[0].production.content[0].eccn: 3A001
items[0].production.content[0].kind: commodity
items[0].production.content[0].value: 26
items[0].production.content[0].controlledTo: yes
items[0].production.content[1].eccn: none
items[0].production.fairMarketValue: 100
`

/** The paths that were asked for on the line protocol. */
const asked = (stdout: string): string[] =>
  [...stdout.matchAll(/^(\S+) \[[^\]]*or unknown\] /gm)].map(([, path]) => path!)

describe('licet ask', () => {
  test('asks one question a line and reads one answer a line', async () => {
    const cwd = folderWith({ 'deal.yaml': H20 })
    const { stdout, code } = await licet(['ask', 'deal.yaml'], { cwd, input: '' })
    expect(asked(stdout)).toHaveLength(1)
    expect(stdout).toContain('NEEDS FACTS')
    expect(code).toBe(2)
  })

  test('completes a case until it is settled, and the completed case says the same again', async () => {
    const cwd = folderWith({ 'deal.yaml': H20, 'answers.yaml': ANSWERS })
    const asking = await licet(['ask', 'deal.yaml', '--answers', 'answers.yaml'], { cwd })
    expect(asking.stdout).not.toContain('NEEDS FACTS')
    const again = await licet(['check', 'deal.completed.yaml'], { cwd })
    expect(asking.stdout.trim()).toBe(again.stdout.trim())
    expect(asking.code).toBe(again.code)
    const more = await licet(['ask', 'deal.completed.yaml'], { cwd })
    expect(asked(more.stdout)).toEqual([])
  })

  test('keeps comments and order, and says where each answer is from', async () => {
    const cwd = folderWith({ 'deal.yaml': H20, 'answers.yaml': ANSWERS })
    await licet(['ask', 'deal.yaml', '--answers', 'answers.yaml'], { cwd })
    const completed = readFileSync(join(cwd, 'deal.completed.yaml'), 'utf8')
    expect(completed).toMatch(
      /^# Kept as the author wrote it\nkind: transaction\nid: D-1\ndate: 2026-11-05 +# the day\n/,
    )
    expect(completed).toMatch(
      / {2}military: \{ value: no, source: \{ document: answers given to licet ask, date: \d{4}-\d\d-\d\d \} \}/,
    )
    expect(completed).toContain('redFlags: []')
    expect(readFileSync(join(cwd, 'deal.yaml'), 'utf8')).toBe(H20)
  })

  test('stops asking once a license is required and nothing can change the answer', async () => {
    const cwd = folderWith({
      'deal.yaml': H20,
      'answers.yaml': ANSWERS.replace('lists: []', 'lists: [entity-list]'),
    })
    const { stdout, code } = await licet(['ask', 'deal.yaml', '--answers', 'answers.yaml'], { cwd })
    expect(stdout).toContain('LICENSE REQUIRED')
    expect(code).toBe(1)
    expect(readFileSync(join(cwd, 'deal.completed.yaml'), 'utf8')).not.toContain('nuclear')
  })

  test('asks who the end user is first, since most turns on it', async () => {
    const cwd = folderWith({ 'deal.yaml': H20 })
    const { stdout } = await licet(['ask', 'deal.yaml'], {
      cwd,
      input: 'end-user\nExample\nSG\nSG\nSG\n',
    })
    expect(asked(stdout).slice(0, 5)).toEqual([
      'parties[0].role',
      'parties[0].name',
      'parties[0].country',
      'parties[0].headquarters',
      'parties[0].ultimateParent.headquarters',
    ])
  })

  test('explains a bad answer and asks again', async () => {
    const cwd = folderWith({ 'deal.yaml': H20 })
    const { stdout, stderr } = await licet(['ask', 'deal.yaml'], {
      cwd,
      input: 'enduser\nend-user\nExample\nUK\ngb\nGB\nGB\n',
    })
    expect(stderr).toContain('parties[0].role: found `enduser`; did you mean `end-user`?')
    expect(stderr).toContain('parties[0].country: no country has the code `UK`; did you mean `GB`?')
    expect(asked(stdout).filter((path) => path === 'parties[0].country')).toHaveLength(2)
    expect(readFileSync(join(cwd, 'deal.completed.yaml'), 'utf8')).toContain(
      'country: { value: GB,',
    )
  })

  test('"don\'t know" is written as unknown, never asked twice, and clears nothing', async () => {
    const cwd = folderWith({ 'deal.yaml': H20 })
    const { stdout, code } = await licet(['ask', 'deal.yaml'], {
      cwd,
      input: 'unknown\n'.repeat(200),
    })
    const paths = asked(stdout)
    expect(new Set(paths).size).toBe(paths.length)
    expect(stdout).toContain('NEEDS FACTS')
    expect(code).toBe(2)
    expect(readFileSync(join(cwd, 'deal.completed.yaml'), 'utf8')).toContain('nuclear: unknown')
  })

  test('a case of one line is asked for everything, down to the product', async () => {
    const cwd = folderWith({
      'deal.yaml': 'kind: transaction\ndate: 2026-11-05\n',
      'answers.yaml': `${ANSWERS}\nto: CN\nfrom: US\nactivity: export\nitems[0].product: H20\n`,
    })
    const { stdout } = await licet(['ask', 'deal.yaml', '--answers', 'answers.yaml'], { cwd })
    expect(stdout).not.toContain('NEEDS FACTS')
    expect(stdout).toContain('H20 | 4A994.l')
  })

  test('a foreign-made item is asked for its inputs, one after the other, and for its U.S. content', async () => {
    const cwd = folderWith({ 'deal.yaml': DRIVE, 'answers.yaml': MADE })
    const { stdout } = await licet(['ask', 'deal.yaml', '--answers', 'answers.yaml'], { cwd })
    expect(stdout).toContain('15 CFR 744.11(a)(2)(i)')
    const completed = readFileSync(join(cwd, 'deal.completed.yaml'), 'utf8')
    expect(completed).toContain('inputs: [ { limb: plant, kind: technology, eccn: "3E991", ')
    const again = await licet(['check', 'deal.completed.yaml'], { cwd })
    expect(again.stdout.trim()).toBe(stdout.trim())
  })

  test('U.S. content is asked for line by line, with its value and that of the item', async () => {
    const cwd = folderWith({
      'deal.yaml': DRIVE.replace(', entity-list-footnote-1', ''),
      'answers.yaml': CONTENT,
    })
    await licet(['ask', 'deal.yaml', '--answers', 'answers.yaml'], { cwd })
    const completed = readFileSync(join(cwd, 'deal.completed.yaml'), 'utf8')
    expect(completed).toContain(
      'content: [ { eccn: 3A001, kind: commodity, value: 26, controlledTo: yes } ], contentComplete: yes, fairMarketValue: 100 }',
    )
    const { stdout } = await licet(['check', 'deal.completed.yaml'], { cwd })
    expect(stdout).toContain('LICENSE REQUIRED')
  })

  test('nobody who does not know how it was made writes that nothing is behind it', async () => {
    const cwd = folderWith({ 'deal.yaml': DRIVE })
    const { stdout } = await licet(['ask', 'deal.yaml'], { cwd, input: 'unknown\n'.repeat(40) })
    expect(asked(stdout)).toContain('items[0].production.inputs[0].limb')
    expect(stdout).toContain('NEEDS FACTS')
    const completed = readFileSync(join(cwd, 'deal.completed.yaml'), 'utf8')
    expect(completed).not.toMatch(/inputs|content/)
  })

  test('a deemed export is asked for the nationality of the recipient', async () => {
    const deal =
      'kind: transaction\ndate: 2026-11-05\nactivity: deemed-export\nfrom: US\nitems:\n  - { form: technology, relatedTo: 3A090.a, purpose: development, origin: US }\n'
    const cwd = folderWith({ 'deal.yaml': deal })
    const { stdout } = await licet(['ask', 'deal.yaml'], {
      cwd,
      input: 'recipient\nWang\nUS\nCN\n',
    })
    expect(asked(stdout)).toContain('parties[0].nationality')
    expect(asked(stdout)).not.toContain('to')
  })

  test('an answered figure of a circuit carries no document that would raise its confidence', async () => {
    const deal =
      'kind: transaction\ndate: 2026-11-05\nactivity: export\nfrom: US\nto: CN\nitems:\n  - form: integrated-circuit\n    specs: { tpp: 3000, marketedForDataCenter: yes }\n'
    const cwd = folderWith({
      'deal.yaml': deal,
      'answers.yaml': `${ANSWERS}\nitems[0].specs.dieArea: 780..830\n`,
    })
    await licet(['ask', 'deal.yaml', '--answers', 'answers.yaml'], { cwd })
    expect(readFileSync(join(cwd, 'deal.completed.yaml'), 'utf8')).toMatch(
      /dieArea: \[ ?780, 830 ?\]/,
    )
  })

  test('names the answers of a file that were not asked for', async () => {
    const cwd = folderWith({
      'deal.yaml': H20,
      'answers.yaml': `${ANSWERS}\nendUse.militry: no\n`,
    })
    const { stderr } = await licet(['ask', 'deal.yaml', '--answers', 'answers.yaml'], { cwd })
    expect(stderr).toContain('answers.yaml: not asked for: endUse.militry\n')
  })

  test('never writes over the deal unless told to', async () => {
    const cwd = folderWith({ 'deal.yaml': H20, 'answers.yaml': ANSWERS })
    const same = await licet(
      ['ask', 'deal.yaml', '--out', './deal.yaml', '--answers', 'answers.yaml'],
      { cwd },
    )
    expect(same.code).toBe(4)
    expect(same.stderr).toContain('use --in-place to write over it')
    expect(readFileSync(join(cwd, 'deal.yaml'), 'utf8')).toBe(H20)
    await licet(['ask', 'deal.yaml', '--in-place', '--answers', 'answers.yaml'], { cwd })
    expect(readFileSync(join(cwd, 'deal.yaml'), 'utf8')).toContain('nuclear')
    expect(existsSync(join(cwd, 'deal.completed.yaml'))).toBe(false)
  })

  test('an earlier completed case is not lost', async () => {
    const cwd = folderWith({ 'deal.yaml': H20, 'deal.completed.yaml': 'kept' })
    const { code, stderr } = await licet(['ask', 'deal.yaml'], { cwd })
    expect(code).toBe(4)
    expect(stderr).toContain('deal.completed.yaml exists')
    expect(readFileSync(join(cwd, 'deal.completed.yaml'), 'utf8')).toBe('kept')
  })

  test.each([
    ['two cases', `${H20}---\n${H20.replace('D-1', 'D-2')}`, 'does not hold exactly one case'],
    ['a list', '- { kind: transaction }\n', 'holds a list'],
    ['a mistake', 'kind: transaction\nitms: []\n', 'did you mean `items`'],
  ])('refuses %s', async (_, deal, message) => {
    const cwd = folderWith({ 'deal.yaml': deal })
    const { code, stderr } = await licet(['ask', 'deal.yaml'], { cwd })
    expect(code).toBe(4)
    expect(stderr).toContain(message)
    expect(existsSync(join(cwd, 'deal.completed.yaml'))).toBe(false)
  })
})

describe('licet ask screens the parties that are named', () => {
  const LISTED = ANSWERS.replace('Example Cloud', 'Inspur Group').replace(
    'parties[0].lists: []\n',
    '',
  )
  const answerOf = async (...more: string[]): Promise<string> => {
    const folder = folderWith({ 'deal.yaml': H20, 'answers.yaml': LISTED })
    const args = ['ask', 'deal.yaml', '--answers', 'answers.yaml', '--explain', ...more]
    return (await licet(args, { cwd: folder })).stdout
  }

  test('a party with the name of an entry is on its lists, unasked', async () => {
    const answer = await answerOf()
    expect(answer.replace(/\s+/g, ' ')).toMatch(
      /Inspur Group: it has the name of an entry: [^;]*entity-list-footnote-4/,
    )
    expect(answer).not.toContain('[parties[0].lists]')
  })

  test('--no-screen leaves it to the answers', async () => {
    expect(await answerOf('--no-screen')).toContain('[parties[0].lists]')
  })
})
