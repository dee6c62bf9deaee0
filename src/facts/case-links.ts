import type { z } from 'zod'
import { suggest } from '../suggest.ts'
import type { Dictionary } from './dictionary.ts'
import { show } from './fact-schema.ts'

interface Linked {
  readonly to?: unknown
  readonly region?: unknown
  readonly items?: readonly unknown[] | undefined
  readonly letters?: readonly { readonly items?: readonly number[] | undefined }[] | undefined
  readonly redFlags?:
    | readonly {
        readonly item?: number | undefined
        readonly touches?: readonly string[] | undefined
      }[]
    | undefined
}

/**
 * Refuses letters and red flags that name an item or a fact that is not there: a flag that hangs in the
 * air would throw doubt on nothing, and the deal would pass as if nobody had seen it.
 */
export function danglingLinks(
  dictionary: Dictionary,
): (input: Linked, context: z.RefinementCtx) => void {
  return ({ to, region, items, letters = [], redFlags = [] }, context) => {
    const count = items?.length ?? 1
    const refuse = (path: (string | number)[], message: string): void =>
      context.addIssue({ code: 'custom', path, message })
    if (region !== undefined && typeof to === 'string' && !to.startsWith('UA')) {
      refuse(
        ['region'],
        `\`region\` is one of Ukraine, but the destination is ${show(to)}; leave one of them out`,
      )
    }
    const item = (index: number, path: (string | number)[]): void => {
      if (index >= count)
        refuse(path, `there is no item ${index}; items count from 0, and the case has ${count}`)
    }
    for (const [i, letter] of letters.entries()) {
      for (const [j, index] of (letter.items ?? []).entries())
        item(index, ['letters', i, 'items', j])
    }
    for (const [i, flag] of redFlags.entries()) {
      if (flag.item !== undefined) item(flag.item, ['redFlags', i, 'item'])
      for (const [j, fact] of (flag.touches ?? []).entries()) {
        if (dictionary.has(fact)) continue
        const near = suggest(fact, dictionary.keys())
        const mend =
          near === undefined
            ? 'leave `touches` out where the flag touches every assumed fact'
            : `did you mean \`${near}\`?`
        refuse(['redFlags', i, 'touches', j], `unknown fact ${show(fact)}; ${mend}`)
      }
    }
  }
}
