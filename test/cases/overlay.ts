/** Lays one value over another: mappings key by key, everything else replaced. `null` removes a key. */
export function overlay(under: unknown, over: unknown): unknown {
  if (!isMapping(under) || !isMapping(over)) return over
  const merged: Record<string, unknown> = { ...under }
  for (const [key, value] of Object.entries(over)) {
    if (value === null) delete merged[key]
    else merged[key] = overlay(under[key], value)
  }
  return merged
}

const isMapping = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
