import type { Compile, Compiled } from '../logic/compile.ts'
import type { Condition } from '../logic/condition.ts'
import type { Facts } from '../logic/facts.ts'
import type { Proof, Prover } from '../logic/prove.ts'
import type { Pointer } from '../logic/why.ts'

/** How a provision of a day says why it applies to a deal or not. */
export interface Reasons {
  /** What carries the verdict of the text. */
  readonly why: Prover
  /**
   * The conditions of a text that needs all of several; the text itself where it does not. Where the
   * text is enforced in part, the text and what narrows its enforcement.
   */
  readonly conditions: readonly ConditionReason[]
  /** The first clause that fails, of the text or else of what narrows its enforcement. */
  readonly failing: (facts: Facts) => Proof | undefined
}

/** One of several conditions of a text. */
export interface ConditionReason {
  readonly cite: string | undefined
  readonly verdict: Compiled
  readonly why: Prover
}

/** How the conditions of a day are turned into verdicts and reasons. */
export interface Reasoning {
  readonly compile: Compile
  readonly explain: (condition: Condition) => Prover
  readonly point: (condition: Condition) => Pointer
}

/** Makes the reasons of a provision when somebody first asks why: one deal asks it of few. */
export function reasonsOf(
  when: Condition,
  onlyWhen: { readonly condition: Condition; readonly source: string } | undefined,
  { compile, explain, point }: Reasoning,
): () => Reasons {
  let made: Reasons | undefined
  const narrowed = onlyWhen && {
    ...onlyWhen.condition,
    cite: `as enforced, ${onlyWhen.source}`,
  }
  const reasonOf = (part: Condition): ConditionReason => ({
    cite: part.cite,
    verdict: compile(part),
    why: explain(part),
  })
  const failingOf = (texts: readonly Condition[]): Reasons['failing'] => {
    const parts = texts.map((text) => ({ verdict: compile(text), first: point(text) }))
    const [text] = parts
    return parts.length === 1
      ? text!.first
      : (facts) => parts.find(({ verdict }) => verdict(facts) === 'no')?.first(facts)
  }
  const make = (): Reasons => ({
    why: explain(when),
    conditions:
      narrowed === undefined
        ? (when.kind === 'all' ? when.of : [when]).map(reasonOf)
        : [reasonOf(when), reasonOf(narrowed)],
    failing: failingOf(narrowed === undefined ? [when] : [when, narrowed]),
  })
  return () => (made ??= make())
}
