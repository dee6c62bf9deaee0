/** An element of an XML document; its text is that of the element itself, not of its children. */
export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Element[]
  readonly text: string
}

interface Open {
  readonly name: string
  readonly attributes: Record<string, string>
  readonly children: Element[]
  text: string
}

const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<[?!][^>]*>|<(\/?)([^\s/>]+)([^>]*?)(\/?)>|([^<]+)/g
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
}
const MOST_DEEP = 200

/** Reads XML without a document type: no entity of its own is ever expanded. Names lose their prefix. */
export function parseXml(text: string): Element | { readonly issue: string } {
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) return { issue: 'a document type is not read' }
  const stack: Open[] = [{ name: '', attributes: {}, children: [], text: '' }]
  let at = 0
  for (const match of text.matchAll(TOKEN)) {
    if (match.index !== at) return { issue: `not XML at character ${at}` }
    at += match[0].length
    const [, cdata, slash, name, attributes, isEmpty, characters] = match
    const top = stack.at(-1)!
    if (cdata !== undefined) top.text += cdata
    else if (characters !== undefined) top.text += unescaped(characters)
    else if (name !== undefined) {
      const local = name.slice(name.indexOf(':') + 1)
      if (slash === '/') {
        const closed = stack.pop()!
        if (closed.name !== local || stack.length === 0)
          return { issue: `</${local}> closes <${closed.name}>` }
        stack.at(-1)!.children.push(closed)
        continue
      }
      const element: Open = {
        name: local,
        attributes: attributesOf(attributes!),
        children: [],
        text: '',
      }
      if (isEmpty === '/') top.children.push(element)
      else if (stack.push(element) > MOST_DEEP) return { issue: 'nested too deep' }
    }
  }
  if (at !== text.length || stack.length > 1)
    return { issue: `the file is cut off inside <${stack.at(-1)!.name}>` }
  return stack[0]!.children[0] ?? { issue: 'no element in the file' }
}

function attributesOf(text: string): Record<string, string> {
  const attributes: Record<string, string> = {}
  for (const [, name, double, single] of text.matchAll(ATTRIBUTE))
    attributes[name!] = unescaped(double ?? single ?? '')
  return attributes
}

const unescaped = (text: string): string =>
  text.replace(
    /&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi,
    (all, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name] ?? all
      const code = decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal)
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all
    },
  )
