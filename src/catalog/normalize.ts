/**
 * Reduces a product name to what tells products apart: letters and digits, without case or
 * spacing.
 */
export function normalize(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[®™]|\((?:r|tm)\)/gi, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** Splits a product name into its words, normalized. */
export function words(name: string): string[] {
  return name
    .split(/[\s,/()_-]+/)
    .map(normalize)
    .filter((word) => word !== '')
}
