import type { Question } from '../determination.ts'
import type { Engine } from '../engine.ts'
import type { Case } from '../facts/case.ts'
import type { Value } from '../logic/facts.ts'
import type { Law } from '../rules/on-day.ts'
import { daysAfter, representatives } from './representatives.ts'

/** One possible answer to a question: what it would put into the case, and where. */
export type TrialAnswer = readonly { readonly path: string; readonly value: unknown }[]

/** More answers than these to one question are not tried. */
const MOST = 10

/** An input of every limb that every direct-product rule looks at, of U.S. origin. */
const LISTED = ['direct', 'plant', 'circuit-plant'].map((limb) => ({
  limb,
  kind: 'technology',
  eccn: '3E001',
  usOrigin: 'yes',
  writtenAssurance: 'yes',
}))

/** More than any share of a deal turns on, in U.S. dollars. */
const DEAREST = 1e12

/** U.S. content that outweighs any item. */
const CONTROLLED = [
  { eccn: '3A001', kind: 'commodity', value: DEAREST, usOrigin: 'yes', controlledTo: 'yes' },
]

/** That the lines of content are all there is, and what one item is worth. */
const allOf = (path: string): TrialAnswer => [
  { path: path.replace(/content$/, 'contentComplete'), value: 'yes' },
  { path: path.replace(/content$/, 'fairMarketValue'), value: DEAREST },
]

/** Whether the deal releases technology to a person instead of sending an item, 15 CFR 734.13(a)(2), 734.14(a)(2). */
export const isDeemed = ({ activity }: Case): boolean =>
  activity === 'deemed-export' || activity === 'deemed-reexport'

/** Where the recipient of a deemed export stands or would stand in a case. */
export function recipientIn({ parties = [] }: Case): string {
  const found = parties.findIndex(({ role }) => role === 'recipient')
  return `parties[${found === -1 ? parties.length : found}]`
}

/** The answers to a question that the law of the day can tell apart; none where they can't be listed. */
export function trialAnswers(
  { fact: path, name }: Question,
  input: Case,
  law: Law,
  engine: Engine,
): TrialAnswer[] {
  const values = (fact: string): Value[] => {
    const definition = engine.dictionary.get(fact)
    return definition === undefined
      ? []
      : representatives(definition, law, engine)
          .slice(0, MOST)
          .map(({ value }) => value)
  }
  const one = (value: unknown): TrialAnswer => [{ path, value }]
  switch (name) {
    case 'parties': {
      const next = `parties[${input.parties?.length ?? 0}]`
      const party = (seat: Value, lists: readonly string[]): TrialAnswer => [
        {
          path: next,
          value: {
            role: 'end-user',
            country: seat,
            headquarters: seat,
            ultimateParent: { headquarters: seat },
            lists,
          },
        },
      ]
      const seats = values('party.headquarters')
      return [...seats.map((seat) => party(seat, [])), party(seats[0] ?? 'US', ['entity-list'])]
    }
    case 'to': {
      // The destination of a deemed export is the recipient's nationality, wherever the case says `to`.
      if (!isDeemed(input)) return values(name).map(one)
      const recipient = recipientIn(input)
      return values('party.nationality').map((nationality) => [
        { path: `${recipient}.role`, value: 'recipient' },
        { path: `${recipient}.nationality`, value: nationality },
      ])
    }
    case 'module.does': {
      // Paragraphs want several functions together: none of them, all of them, and each alone.
      const does = engine.dictionary.get(name)?.values ?? []
      const alone = does.slice(0, MOST).map((single) => [single])
      return [does.slice(-1), [...does], ...alone].map(one)
    }
    case 'productionInputs':
      return [one([]), one(LISTED)]
    case 'content':
      return [
        [{ path, value: [] }, ...allOf(path)],
        [{ path, value: CONTROLLED }, ...allOf(path)],
      ]
    case 'content.value':
      return [0, DEAREST].map(one)
    case 'content.fairMarketValue':
      return [0.01, DEAREST].map(one)
    case 'redFlags.open':
      return [one([]), one([{ flag: 'seen' }])]
    case 'item.letter':
      return [one([]), one([{ received: law.day, covers: 'this item' }])]
    case 'evidence.nac.daysBeforeExport':
      return values(name).map((days) => one(daysAfter(law.day, -(days as number))))
    case 'circuit.kind':
      return values('item.form').map((form) => [
        { path: path.replace(/\.specs\.kind$/, '.form'), value: form },
      ])
    case 'item.purchaseValue':
      return values(name).map((dollars) => [
        { path: path.replace(/purchaseValue$/, 'quantity'), value: 1 },
        { path: path.replace(/purchaseValue$/, 'unitValue'), value: dollars },
      ])
    case 'item.aggregateTpp':
      return [1, 1000, 1_000_000].map((quantity) => [
        { path: path.replace(/aggregateTpp$/, 'quantity'), value: quantity },
      ])
    default:
      return name.startsWith('content.') ? ['yes', 'no'].map(one) : values(name).map(one)
  }
}
