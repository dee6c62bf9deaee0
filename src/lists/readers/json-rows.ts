const [QUOTE, BACKSLASH, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a]
const [OPEN, CLOSE, OPEN_LIST, CLOSE_LIST] = [0x7b, 0x7d, 0x5b, 0x5d]

/**
 * Hands out the objects of a list that stands at the top of a JSON text under `key`, one after the other, so
 * that a file of tens of megabytes is never held as objects at once. Returns the rest of the text with an
 * empty list there, or undefined where the text is not made so or is no JSON: what was handed out until
 * then is to be thrown away, and `JSON.parse` of the whole says what is wrong.
 */
export function eachRow(
  json: Buffer,
  key: string,
  take: (row: unknown, at: number) => void,
): unknown {
  const start = listUnder(json, key)
  if (start === undefined) return undefined
  let at = pastSpace(json, start + 1)
  try {
    for (let row = 0; json[at] !== CLOSE_LIST; row++) {
      if (row > 0) {
        if (json[at] !== COMMA) return undefined
        at = pastSpace(json, at + 1)
      }
      const end = json[at] === OPEN ? pastObject(json, at) : undefined
      if (end === undefined) return undefined
      take(JSON.parse(json.toString('utf8', at, end)), row)
      at = pastSpace(json, end)
    }
    return JSON.parse(json.toString('utf8', 0, start + 1) + json.toString('utf8', at))
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** Where the list under a key of the top object begins. */
function listUnder(json: Buffer, key: string): number | undefined {
  const name = Buffer.from(JSON.stringify(key))
  let depth = 0
  for (let at = 0; at < json.length; at++) {
    const code = json[at]
    if (code === OPEN || code === OPEN_LIST) depth += 1
    else if (code === CLOSE || code === CLOSE_LIST) depth -= 1
    else if (code === QUOTE) {
      const end = pastText(json, at)
      if (depth === 1 && json.subarray(at, end).equals(name)) {
        const colon = pastSpace(json, end)
        const list = pastSpace(json, colon + 1)
        if (json[colon] === COLON) return json[list] === OPEN_LIST ? list : undefined
      }
      at = end - 1
    }
  }
  return undefined
}

function pastSpace(json: Buffer, from: number): number {
  let at = from
  while (json[at] === 0x20 || json[at] === 0x0a || json[at] === 0x0d || json[at] === 0x09) at++
  return at
}

/** Behind the quote that ends a text. */
function pastText(json: Buffer, from: number): number {
  let at = from + 1
  while (at < json.length && json[at] !== QUOTE) at += json[at] === BACKSLASH ? 2 : 1
  return at + 1
}

/** Behind the bracket that ends an object; undefined where none does. */
function pastObject(json: Buffer, from: number): number | undefined {
  let depth = 0
  for (let at = from; at < json.length; at++) {
    const code = json[at]
    if (code === QUOTE) at = pastText(json, at) - 1
    else if (code === OPEN) depth += 1
    else if (code === CLOSE && --depth === 0) return at + 1
  }
  return undefined
}
