import { describe, expect, test } from 'vitest'
import { folderWith, licet } from './licet.ts'

const H100 = `kind: transaction
id: D-2
date: 2026-11-05
activity: export
from: US
to: CN
items:
  - product: NVIDIA H100 SXM
    quantity: 8
    alsoDescribedIn: none
    eccn: 3A991.p
parties:
  - { role: end-user, name: Example, country: CN, headquarters: CN, ultimateParent: { headquarters: CN }, lists: [], listedOwnership: 0 }
letters: []
redFlags: []
`

async function explained(
  id: string,
  ...more: string[]
): Promise<{ code: number; text: string; stderr: string }> {
  const cwd = folderWith({ 'deal.yaml': H100 })
  const { code, stdout, stderr } = await licet(['explain', 'deal.yaml', id, ...more], { cwd })
  return { code, text: stdout.replace(/\s+/g, ' '), stderr }
}

describe('licet explain', () => {
  test('proves a finding in words, with values and their sources', async () => {
    const { code, text } = await explained('ear.742.6.a.6.iii.A')
    expect(code).toBe(0)
    expect(text).toContain('15 CFR 742.6(a)(6)(iii)(A)')
    expect(text).toContain('total processing performance (TPP) is 4,800 or more <- 15,832')
    expect(text).toContain('a license is required')
  })

  test('folds the branches that did not decide, and shows them on request', async () => {
    const folded = await explained('ear.742.6.a.6.iii.A')
    const full = await explained('ear.742.6.a.6.iii.A', '--full')
    expect(folded.text).toContain('[Note 1 to 3A090.a]')
    expect(folded.text).not.toContain('process node')
    expect(full.text).toContain('process node')
  })

  test('never offers performance, headquarters or identity as a way out', async () => {
    const { text } = await explained('ear.742.6.a.6.iii.A')
    const changes = text.slice(text.indexOf('What would change it'))
    expect(changes).not.toMatch(/performance|headquarters|lists/)
  })

  test('says what the answer to an open question would settle', async () => {
    const { text } = await explained('ear.744.21')
    expect(text).toContain('[endUse.military] yes: a license is required')
    expect(text).toContain('[endUse.military] no: does not require a license')
  })

  test('finds the change of destination that ends a requirement', async () => {
    const cwd = folderWith({
      'deal.yaml': H100.replaceAll(
        'country: CN, headquarters: CN, ultimateParent: { headquarters: CN }',
        'country: SG, headquarters: SG, ultimateParent: { headquarters: SG }',
      ),
    })
    const { stdout } = await licet(['explain', 'deal.yaml', 'ear.742.6.a.6.iii.A'], { cwd })
    expect(stdout.replace(/\s+/g, ' ')).toMatch(
      /What would change it \(one change at a time\) destination \[to\] .*does not require a license/,
    )
  })

  test('explains an exception with the condition that fails', async () => {
    const { text } = await explained('ear.740.8.nac')
    expect(text).toContain('does not cover the item')
    expect(text).toContain('- [(a), data-center bar] unless:')
  })

  test('explains a provision that was considered and did not apply', async () => {
    const { code, text } = await explained('ear.744.11')
    expect(code).toBe(0)
    expect(text).toContain('does not require a license')
    expect(text).toContain('- lists that the party is on includes any of entity-list')
  })

  test('explains a paragraph, and a claim that contradicts it', async () => {
    expect((await explained('4A090.a')).text).toContain(
      'Computers, assemblies and components with a circuit at the 3A090.a level',
    )
    expect((await explained('conflict.eccn')).text).toContain(
      '3A991.p is claimed, 4A090.a computed',
    )
  })

  test.each([
    ['ear.740.8.ncc', 'did you mean `ear.740.8.nac`?'],
    ['nac', 'did you mean `ear.740.8.nac`?'],
    ['completely-other', 'ids in this deal: ear.742.6.a.6.iii.A'],
  ])('refuses %s', async (id, message) => {
    const { code, stderr, text } = await explained(id)
    expect(code).toBe(4)
    expect(text).toBe('')
    expect(stderr).toContain(message)
  })
})
