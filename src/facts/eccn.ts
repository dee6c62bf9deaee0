/** What an ECCN says of itself, before anyone reads its entry. */
export interface EccnParts {
  /** `3B001` of `3B001.c.1`; `EAR99` of itself. */
  readonly entry: string
  /** The entry and every paragraph above and at the one named. */
  readonly paragraphs: readonly string[]
  readonly category: string
  readonly productGroup: string
  readonly series: '600-series' | '9x515' | 'other'
}

/** Takes a written ECCN apart: 15 CFR 738.2(d). Undefined where it is none. */
export function eccnParts(written: string): EccnParts | undefined {
  if (/^EAR\s?99$/i.test(written)) {
    return {
      entry: 'EAR99',
      paragraphs: ['EAR99'],
      category: 'EAR99',
      productGroup: 'none',
      series: 'other',
    }
  }
  const match = /^(\d)([A-E])(\d)(\d{2})((?:\.[a-z0-9]+)*)$/.exec(written)
  if (match === null) return undefined
  const [, category, productGroup, hundreds, rest, below] = match as unknown as [
    string,
    string,
    string,
    string,
    string,
    string,
  ]
  const entry = `${category}${productGroup}${hundreds}${rest}`
  const steps = below.split('.').slice(1)
  const paragraphs = [entry, ...steps.map((_, i) => [entry, ...steps.slice(0, i + 1)].join('.'))]
  const series =
    hundreds === '6'
      ? '600-series'
      : category === '9' && `${hundreds}${rest}` === '515'
        ? '9x515'
        : 'other'
  return { entry, paragraphs, category, productGroup, series }
}
