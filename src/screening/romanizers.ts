import type { Romanizers } from './forms.ts'

/** Loads what reads Han and scripts without a table of their own; names in Latin letters never need it. */
export async function loadRomanizers(): Promise<Romanizers> {
  const [{ pinyin }, { default: ascii }] = await Promise.all([
    import('pinyin-pro'),
    import('any-ascii'),
  ])
  return {
    pinyin: (text) => pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive' }),
    ascii,
  }
}
