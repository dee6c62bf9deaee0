import type { Source, Value } from '../../../src/logic/facts.ts'
import type { Proof } from '../../../src/logic/prove.ts'
import { all, any, not } from '../../../src/logic/verdict.ts'

/** A leaf that saw a value. */
export const leaf = (
  verdict: Proof['verdict'],
  fact: string,
  test: string,
  value: unknown,
  saw: Value,
  source: Source,
  cite?: string,
): Proof => ({
  verdict,
  claim: { kind: 'leaf', fact, test, value },
  saw,
  source,
  ...(cite === undefined ? {} : { cite }),
  because: [],
})

/** A leaf whose fact is missing. */
export const missing = (
  fact: string,
  path: string,
  test: string,
  value: unknown,
  cite?: string,
): Proof => ({
  verdict: 'unknown',
  claim: { kind: 'leaf', fact, test, value },
  asks: { fact, path },
  ...(cite === undefined ? {} : { cite }),
  because: [],
})

const verdicts = (because: readonly Proof[]) => because.map(({ verdict }) => verdict)

export const allOf = (because: readonly Proof[], cite?: string): Proof => ({
  verdict: all(verdicts(because)),
  claim: { kind: 'all' },
  ...(cite === undefined ? {} : { cite }),
  because,
})

export const anyOf = (because: readonly Proof[], cite?: string): Proof => ({
  verdict: any(verdicts(because)),
  claim: { kind: 'any' },
  ...(cite === undefined ? {} : { cite }),
  because,
})

export const unless = (inner: Proof, cite?: string): Proof => ({
  verdict: not(inner.verdict),
  claim: { kind: 'unless' },
  ...(cite === undefined ? {} : { cite }),
  because: [inner],
})

export const holds = (id: string, inner: Proof): Proof => ({
  verdict: inner.verdict,
  claim: { kind: 'holds', id },
  because: [inner],
})

export const someParty = (members: readonly (readonly [label: string, proof: Proof])[]): Proof => {
  const because = members.map(([label, inner], index): Proof => ({
    verdict: inner.verdict,
    claim: { kind: 'member', index, label },
    because: [inner],
  }))
  const claim = { kind: 'some', list: 'parties', roles: ['purchaser', 'end-user'] } as const
  return { verdict: any(verdicts(because)), claim, because }
}
