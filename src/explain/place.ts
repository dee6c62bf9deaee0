import type { Case } from '../facts/case.ts'

/** The steps of a path: `items[0].specs.tpp` is items, 0, specs, tpp. */
export function stepsOf(path: string): (string | number)[] {
  return [...path.matchAll(/([^.[\]]+)|\[(\d+)\]/g)].map(([, name, index]) => name ?? Number(index))
}

/** The value at a path of a case; undefined where it says nothing. */
export function valueAt(input: unknown, path: string): unknown {
  let node = input
  for (const step of stepsOf(path)) {
    if (typeof node !== 'object' || node === null) return undefined
    node = (node as Record<string | number, unknown>)[step]
  }
  return node
}

/** The case with a value at a path; what lies on the way is made. The case itself stays as it is. */
export function placed(input: Case, path: string, value: unknown): Case {
  return put(input, stepsOf(path), value) as Case
}

function put(
  node: unknown,
  [step, ...rest]: readonly (string | number)[],
  value: unknown,
): unknown {
  if (step === undefined) return value
  if (typeof step === 'number') {
    const list: unknown[] = Array.isArray(node) ? [...node] : []
    list[step] = put(list[step], rest, value)
    return list
  }
  const map = typeof node === 'object' && node !== null ? node : {}
  return { ...map, [step]: put((map as Record<string, unknown>)[step], rest, value) }
}
