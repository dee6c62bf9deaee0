import { suggest } from '../suggest.ts'
import { show } from './fact-schema.ts'

/** Kinds that a command of their own judges. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  rollout: 'licet rollout',
  proposal: 'licet proposal',
}

/** What is wrong with the kind of a file that was given as a case, in words. */
export function kindFault(kind: unknown): string {
  const begin = 'a case begins with `kind: transaction`'
  if (kind === undefined) return begin
  if (typeof kind === 'string' && Object.hasOwn(ELSEWHERE, kind))
    return `a ${kind} is no deal; \`${ELSEWHERE[kind]}\` judges it`
  return typeof kind === 'string' && suggest(kind, ['transaction']) !== undefined
    ? `unknown kind ${show(kind)}; did you mean \`transaction\`?`
    : `unknown kind ${show(kind)}; ${begin}`
}
