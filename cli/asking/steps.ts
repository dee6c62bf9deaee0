import type { Engine } from '../../src/engine.ts'
import type { Case } from '../../src/facts/case.ts'
import type { FactDefinition } from '../../src/facts/dictionary.ts'
import { find, say } from '../../src/wording/wording.ts'
import type { Field, Prompter } from './field.ts'

/** Something to write into the case. */
export interface Entry {
  readonly path: string
  readonly value: unknown
  /** The dictionary's fact that it answers; frame facts such as names have none, and no source either. */
  readonly fact?: string
}

/** What is known when a question is put. */
export interface Asking {
  readonly input: Case
  readonly engine: Engine
  readonly prompter: Prompter
  /** Roles of parties that the law asks for and nobody in the case has. */
  readonly wantedRoles: readonly string[]
}

/** What came of a question: what to write, nothing because nobody knows, or the end of the conversation. */
export type Answered = readonly Entry[] | 'stop'

/** Asks for one fact of the dictionary. */
export async function plain(
  path: string,
  fact: string,
  { prompter, engine }: Asking,
  ask = askOf(fact, engine),
): Promise<Answered> {
  const said = await prompter.ask({ path, ask, fact: engine.dictionary.get(fact)! })
  if (said === 'stop') return 'stop'
  return [{ path, fact, value: 'unknown' in said ? 'unknown' : said.value }]
}

const askOf = (fact: string, { wording }: Engine): string =>
  find(wording, `facts.${fact}.ask`) ?? fact

/** A field of the frame in which the facts stand: a name, a quantity. */
export function frame(
  path: string,
  type: FactDefinition['type'],
  { engine }: Asking,
  min?: number,
  none?: string,
): Field {
  const key = path.replace(/^.*\./, '').replace(/\[\d+\]/g, '')
  return {
    path,
    ask: say(engine.wording, `cli.ask.${key}`),
    fact: {
      name: key,
      type,
      at: path,
      assumable: false,
      knownBy: 'exporter',
      ...(min !== undefined && { min }),
    },
    ...(none !== undefined && { none }),
  }
}

/** Asks for frame facts one after the other; one that is not known is left out. */
export async function inTurn(fields: readonly Field[], { prompter }: Asking): Promise<Answered> {
  const entries: Entry[] = []
  for (const field of fields) {
    const said = await prompter.ask(field)
    if (said === 'stop') return 'stop'
    if ('value' in said) entries.push({ path: field.path, value: said.value })
  }
  return entries
}
