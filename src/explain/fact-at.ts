/** Facts of the case that stand behind facts of the list, which are open because those are. */
const BEHIND = [
  [/\.inputs\[\d+\]\.eccn$/, 'input.eccn'],
  [/\.modules\[\d+\]\.(?:does|unsure)$/, 'module.does'],
  [/^items\[\d+\]\.eccn$/, 'item.eccn'],
  [/^items\[\d+\]\.form$/, 'item.form'],
  [/\.purchaseValue$/, 'item.purchaseValue'],
  [/^to$/, 'to'],
  [/^activity$/, 'activity'],
] as const

/** The lines of U.S. content, an answer about one of them, or one about them all. */
const CONTENT = /\.production\.(?:content(?:\[\d+\]\.(\w+))?|(contentComplete|fairMarketValue))$/

/** The name under which an answer at a place of the case is asked for; undefined where the fact's own will do. */
export function factAt(path: string): string | undefined {
  const content = CONTENT.exec(path)
  if (content === null) return BEHIND.find(([place]) => place.test(path))?.[1]
  const key = content[1] ?? content[2]
  return key === undefined ? 'content' : `content.${key}`
}
