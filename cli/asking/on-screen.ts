import type { Engine } from '../../src/engine.ts'
import { read, type Field, type Prompter } from './field.ts'

const UNKNOWN = 'unknown'

/** Asks on a terminal, with lists to choose from and checks while the person types. */
export async function onScreen(
  engine: Engine,
  words: { readonly unknown: string; readonly none: string },
): Promise<Prompter> {
  const { multiselect, select, text } = await import('@clack/prompts')

  const choose = async ({ ask, fact, none }: Field): Promise<string | symbol> =>
    select<string>({
      message: ask,
      options: [
        ...(fact.type === 'boolean' ? ['yes', 'no'] : (fact.values ?? [])).map((value) => ({
          value,
          label: value,
        })),
        ...(none === undefined ? [] : [{ value: none, label: none }]),
        { value: UNKNOWN, label: words.unknown },
      ],
    })

  const several = async ({ ask, fact }: Field): Promise<string | symbol> => {
    const picked = await multiselect<string>({
      message: ask,
      required: true,
      options: [
        { value: 'none', label: words.none },
        ...(fact.values ?? []).map((value) => ({ value, label: value })),
        { value: UNKNOWN, label: words.unknown },
      ],
    })
    if (!Array.isArray(picked)) return picked
    // Doubt beats every tick: a list that is half known is not known.
    return picked.includes(UNKNOWN)
      ? UNKNOWN
      : picked.filter((name) => name !== 'none').join(',') || 'none'
  }

  const type = async (field: Field): Promise<string | symbol> =>
    text({
      message: field.fact.unit === undefined ? field.ask : `${field.ask} (${field.fact.unit})`,
      placeholder: field.none === undefined ? words.unknown : `${field.none}; ${words.unknown}`,
      validate: (typed) => {
        const said = read(typed ?? '', field, engine)
        return 'fault' in said ? said.fault : undefined
      },
    })

  return {
    ask: async (field) => {
      const { type: kind } = field.fact
      const answer = await (kind === 'set'
        ? several(field)
        : kind === 'boolean' || kind === 'one-of'
          ? choose(field)
          : type(field))
      // A symbol stands for Escape and Ctrl-C.
      if (typeof answer === 'symbol') return 'stop'
      const said = read(answer, field, engine)
      return 'fault' in said ? { unknown: true } : said
    },
    close: () => undefined,
  }
}
