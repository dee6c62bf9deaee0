import type { Engine } from '../../src/engine.ts'
import type { FactDefinition } from '../../src/facts/dictionary.ts'
import { say } from '../../src/wording/wording.ts'
import type { Field } from './field.ts'
import type { Answered, Asking, Entry } from './steps.ts'

/** Facts of a production input that are asked for, in this order. */
const OF_INPUT = ['kind', 'eccn', 'usOrigin', 'subjectToEar', 'writtenAssurance'] as const

/** The whole list of what stands behind a foreign-made item, one input after the other until there is none. */
export async function putInputs(path: string, asking: Asking): Promise<Answered> {
  const { engine, prompter } = asking
  const inputs: Record<string, unknown>[] = []
  for (;;) {
    const at = `${path}[${inputs.length}]`
    const limb = await prompter.ask({
      ...fieldOf(`${at}.limb`, 'input.limb', engine),
      none: 'none',
    })
    if (limb === 'stop') return 'stop'
    if ('unknown' in limb) return []
    if (limb.value === 'none') return [{ path, value: inputs }]
    const input: Record<string, unknown> = { limb: limb.value }
    for (const key of OF_INPUT) {
      const said = await prompter.ask(fieldOf(`${at}.${key}`, `input.${key}`, engine))
      if (said === 'stop') return 'stop'
      input[key] = 'unknown' in said ? 'unknown' : said.value
    }
    inputs.push(input)
  }
}

/** What may stand in a line of content, by its type; the unknown is left out. */
const OF_LINE = [
  ['kind', 'one-of'],
  ['value', 'number'],
  ['controlledTo', 'boolean'],
] as const

/** All U.S. content of a foreign-made item, one line after the other until there is none, and its value. */
export async function putContent(path: string, asking: Asking): Promise<Answered> {
  const lines: Record<string, unknown>[] = []
  for (;;) {
    const at = `${path}[${lines.length}]`
    const eccn = await asking.prompter.ask({
      ...lineField(`${at}.eccn`, 'text', asking),
      none: 'none',
    })
    if (eccn === 'stop') return 'stop'
    if ('unknown' in eccn) return []
    if (eccn.value === 'none') break
    const line: Record<string, unknown> = { eccn: eccn.value }
    for (const [key, type] of OF_LINE) {
      const said = await asking.prompter.ask(lineField(`${at}.${key}`, type, asking))
      if (said === 'stop') return 'stop'
      if ('value' in said) line[key] = said.value
    }
    // Without a kind it is no line; content whose kind nobody knows is content that is not told.
    if (line['kind'] === undefined) return []
    lines.push(line)
  }
  const entries: Entry[] = [
    { path, value: lines },
    { path: path.replace(/content$/, 'contentComplete'), value: 'yes' },
  ]
  if (lines.length === 0) return entries
  const worth = await putOfContent(path.replace(/content$/, 'fairMarketValue'), asking)
  return worth === 'stop' ? 'stop' : [...entries, ...worth]
}

/** One answer about a line of content or about all of it; nothing where it is not known. */
export async function putOfContent(path: string, asking: Asking): Promise<Answered> {
  const key = path.replace(/^.*\./, '')
  const type = NUMBERS.has(key) ? 'number' : key === 'eccn' ? 'text' : 'boolean'
  const said = await asking.prompter.ask(lineField(path, type, asking))
  if (said === 'stop') return 'stop'
  return 'unknown' in said ? [] : [{ path, value: said.value }]
}

const NUMBERS = new Set(['value', 'fairMarketValue'])
const KINDS = ['commodity', 'software', 'technology']

function lineField(path: string, type: FactDefinition['type'], { engine }: Asking): Field {
  const key = path.replace(/^.*\./, '')
  return {
    path,
    ask: say(engine.wording, `facts.content.${key}.ask`),
    fact: {
      name: `content.${key}`,
      type,
      at: path,
      assumable: false,
      knownBy: 'maker',
      ...(type === 'number' && { min: 0 }),
      ...(type === 'one-of' && { values: KINDS }),
    },
  }
}

const fieldOf = (path: string, fact: string, engine: Engine): Field => ({
  path,
  ask: say(engine.wording, `facts.${fact}.ask`),
  fact: engine.dictionary.get(fact)!,
})
