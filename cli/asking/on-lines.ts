import { createInterface } from 'node:readline'
import type { Engine } from '../../src/engine.ts'
import { read, type Field, type Prompter } from './field.ts'

/**
 * Asks over plain lines: one question a line on `output`, one answer a line on `input`. A bad answer is
 * explained on `errors` and asked for again; the end of the input ends the conversation.
 */
export function onLines(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  errors: NodeJS.WritableStream,
  engine: Engine,
): Prompter {
  const lines = createInterface({ input, crlfDelay: Infinity })
  const answers = lines[Symbol.asyncIterator]()
  return {
    ask: async (field) => {
      for (;;) {
        output.write(`${field.path} [${kindOf(field)}] ${field.ask}\n`)
        const next = await answers.next()
        if (next.done === true) return 'stop'
        const said = read(next.value, field, engine)
        if (!('fault' in said)) return said
        errors.write(`${field.path}: ${said.fault}\n`)
      }
    },
    close: () => lines.close(),
  }
}

/** What may be answered: `yes, no`, `number, mm2`, the choices. */
function kindOf({ fact, none }: Field): string {
  const kinds = {
    boolean: 'yes, no',
    number: 'number',
    text: 'text',
    date: 'YYYY-MM-DD',
    country: 'country code',
    'one-of': '',
    set: 'list of',
  }
  const unit = fact.type === 'number' && fact.unit !== undefined ? `, ${fact.unit}` : ''
  const values = fact.values === undefined ? '' : fact.values.join(', ')
  const kind = [kinds[fact.type] + unit, values].filter((part) => part !== '').join(' ')
  const or = none ?? (fact.type === 'set' ? 'none' : undefined)
  return or === undefined ? `${kind}; or unknown` : `${kind}; ${or}; or unknown`
}
