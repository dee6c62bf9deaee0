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

/** The answers to a question that the law of the day can tell apart; none where they can't be listed. */
export function trialAnswers({ fact: path, name }: Question, input: Case, law: Law, engine: Engine): TrialAnswer[] {
  const values = (fact: string): Value[] => {
    const definition = engine.dictionary.get(fact)
    return definition === undefined ? [] : representatives(definition, law, engine).slice(0, MOST).map(({ value }) => value)
  }
  const one = (value: unknown): TrialAnswer => [{ path, value }]
  switch (name) {
    case 'parties': {
      const next = `parties[${input.parties?.length ?? 0}]`
      return values('party.headquarters').map((seat) => [
        { path: next, value: { role: 'end-user', country: seat, headquarters: seat, ultimateParent: { headquarters: seat }, lists: [] } },
      ])
    }
    case 'redFlags.open':
      return [one([]), one([{ flag: 'seen' }])]
    case 'item.letter':
      return [one([]), one([{ received: law.day, covers: 'this item' }])]
    case 'evidence.nac.daysBeforeExport':
      return values(name).map((days) => one(daysAfter(law.day, -(days as number))))
    case 'circuit.kind':
      return values('item.form').map((form) => [{ path: path.replace(/\.specs\.kind$/, '.form'), value: form }])
    case 'item.purchaseValue':
      return values(name).map((dollars) => [
        { path: path.replace(/purchaseValue$/, 'quantity'), value: 1 },
        { path: path.replace(/purchaseValue$/, 'unitValue'), value: dollars },
      ])
    case 'item.aggregateTpp':
      return [1, 1000, 1_000_000].map((quantity) => [{ path: path.replace(/aggregateTpp$/, 'quantity'), value: quantity }])
    default:
      return values(name).map(one)
  }
}
