/** What the cells of a path may be turned into. Free text stays as it is written. */
export interface PathKind {
  readonly text: boolean
  readonly number: boolean
  readonly boolean: boolean
  readonly list: boolean
  readonly mapping: boolean
}

/** The part of a JSON Schema that says what stands at a path. */
export interface SchemaNode {
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly SchemaNode[]
  readonly properties?: Readonly<Record<string, SchemaNode>>
  readonly items?: SchemaNode
  readonly prefixItems?: readonly SchemaNode[]
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, SchemaNode>>
}

/** The kind of a path of a case, or undefined where a case has no such path. */
export function kindAt(
  schema: SchemaNode,
  path: readonly (string | number)[],
): PathKind | undefined {
  let nodes = choices(schema, schema)
  for (const step of path) {
    nodes = nodes.flatMap((node) => below(node, step)).flatMap((node) => choices(node, schema))
    if (nodes.length === 0) return undefined
  }
  const has = (type: string): boolean => nodes.some((node) => node.type === type)
  return {
    text: nodes.some((node) => node.type === 'string' && !('enum' in node || 'const' in node)),
    number: has('number') || has('integer'),
    boolean: has('boolean'),
    list: nodes.some(({ type, items, prefixItems }) => {
      const member = items ?? prefixItems?.[0]
      return type === 'array' && member !== undefined
    }),
    mapping: has('object'),
  }
}

/** Keys that may follow a path. */
export function keysBelow(schema: SchemaNode, path: readonly (string | number)[]): string[] {
  let nodes = choices(schema, schema)
  for (const step of path)
    nodes = nodes.flatMap((node) => below(node, step)).flatMap((node) => choices(node, schema))
  return [...new Set(nodes.flatMap(({ properties }) => Object.keys(properties ?? {})))]
}

function choices(node: SchemaNode, root: SchemaNode): SchemaNode[] {
  if (node.$ref !== undefined) {
    const named = root.$defs?.[node.$ref.replace('#/$defs/', '')]
    return named === undefined ? [] : choices(named, root)
  }
  return node.anyOf === undefined ? [node] : node.anyOf.flatMap((one) => choices(one, root))
}

function below(
  { properties, items, prefixItems }: SchemaNode,
  step: string | number,
): SchemaNode[] {
  const next =
    typeof step === 'number'
      ? (prefixItems?.[step] ?? items)
      : Object.hasOwn(properties ?? {}, step)
        ? properties![step]
        : undefined
  return next === undefined ? [] : [next]
}

/** `items.0.product` and `items[0].product` as steps. */
export const stepsOf = (path: string): (string | number)[] =>
  path
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.')
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step))
